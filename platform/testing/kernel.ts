// The only place where this room reaches into the kernel, and past its door on purpose: the kernel's own tests run on this
// room, so a broken page must not take the database from the test that would show it.
export { processEnvironment, readConfig, type Config } from '../kernel/boot/config.ts'
export { migrationRooms } from '../kernel/boot/discover.ts'
export { migrate, openDatabase, openPool, sql, startEmbeddedServer, type Database, type MigrationRoom, type PostgresVersion, type UnitOfWork } from '../kernel/database/index.ts'
export { operatorTenant } from '../kernel/tenancy/directory.ts'
export { saveTenant } from '../kernel/tenancy/queries.ts'
export type { Tenant } from '../kernel/tenancy/tenant.ts'
