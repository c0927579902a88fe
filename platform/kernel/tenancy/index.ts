export { createTenant, keepTenant, plainBrand, whyNotCreate, type Created, type NewTown } from './create.ts'
export { openDirectory, operatorTenant, type TenantDirectory } from './directory.ts'
export { listTenants, saveTenant } from './queries.ts'
export type { Brand, Tenant, TownContact } from './tenant.ts'
