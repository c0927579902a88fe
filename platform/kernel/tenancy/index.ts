export { openDirectory, operatorTenant, type TenantDirectory } from './directory.ts'
export { listTenants, saveTenant } from './queries.ts'
export type { Brand, Tenant, TownContact } from './tenant.ts'
