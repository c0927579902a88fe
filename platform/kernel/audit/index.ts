export { audit, auditAll, findHead, listAudit, type AuditPage } from './queries.ts'
export { verifyAudit, type Verification } from './verify.ts'
export type { AuditDetail, AuditEntry, BreakReason } from './chain.ts'
