import { sql } from 'kysely'
import type { UnitOfWork } from '../database/index.ts'
import { beginning, hashOf, type AuditDetail, type AuditEntry } from './chain.ts'

/** What happened, as its line says it; `subject` and `detail` are ids and figures, never names. */
export type AuditLine = { readonly action: string; readonly subject: string; readonly detail?: AuditDetail }

/**
 * Writes one line of the audit inside the caller's unit of work: both happen or neither. Call it last, because it keeps the
 * town's other writers of the audit waiting until the commit.
 */
export const audit = (db: UnitOfWork, line: AuditLine): Promise<void> => auditAll(db, [line])

/** The same for many things that one step does, in their order and in one go. */
export async function auditAll(db: UnitOfWork, lines: readonly AuditLine[]): Promise<void> {
  if (lines.length === 0) return
  await db.run(sql`select pg_advisory_xact_lock(hashtextextended(${`audit ${db.tenant}`}, 0))`)
  let { seq, hash } = (await findHead(db)) ?? { seq: 0, hash: beginning }
  const rows = lines.map(({ action, subject, detail = {} }) => {
    const entry = { tenant: db.tenant, seq: ++seq, at: db.now, actor: db.actor ?? null, service: db.service, action, subject, detail: JSON.parse(JSON.stringify(detail)) as AuditDetail, prevHash: hash } // detail as the database will give it back
    hash = hashOf(entry)
    return { tenant_id: entry.tenant, seq: entry.seq, created_at: entry.at, actor: entry.actor, service: entry.service, action, subject, detail: JSON.stringify(entry.detail), prev_hash: entry.prevHash, hash }
  })
  await db.insertMany('platform.audit_entry', rows)
}

/** The end of the chain. Written down elsewhere, it also proves that nothing was cut off at the end. */
export const findHead = (db: UnitOfWork): Promise<{ seq: number; hash: string } | undefined> =>
  db.maybe(sql<{ seq: number; hash: string }>`
    select seq, hash from platform.audit_entry where tenant_id = ${db.tenant} order by seq desc limit 1`)

const columns = sql`tenant_id as tenant, seq, created_at as at, actor, service, action, subject, detail, prev_hash as "prevHash", hash`

export const listAfter = (db: UnitOfWork, seq: number, size: number): Promise<AuditEntry[]> =>
  db.many(sql<AuditEntry>`
    select ${columns} from platform.audit_entry where tenant_id = ${db.tenant} and seq > ${seq} order by seq limit ${size}`)

export type AuditPage = { before?: number; size: number; actor?: string; subject?: string; action?: string }

/** Newest first. `before` is the `seq` of the last line of the page before. For the platform's own pages only. */
export const listAudit = (db: UnitOfWork, page: AuditPage): Promise<AuditEntry[]> =>
  db.many(sql<AuditEntry>`
    select ${columns} from platform.audit_entry
    where tenant_id = ${db.tenant}
      and (${page.before ?? null}::bigint is null or seq < ${page.before ?? null})
      and (${page.actor ?? null}::text is null or actor = ${page.actor ?? null})
      and (${page.subject ?? null}::text is null or subject = ${page.subject ?? null})
      and (${page.action ?? null}::text is null or action = ${page.action ?? null})
    order by seq desc limit ${page.size}`)
