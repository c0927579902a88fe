// The only place where this room reaches into the kernel.
export { processEnvironment } from '../kernel/boot/config.ts'
export { migrationRooms } from '../kernel/boot/discover.ts'
export { migrate, openDatabase, openPool, startEmbeddedServer, type Database, type MigrationRoom, type PostgresVersion, type UnitOfWork } from '../kernel/database/index.ts'
export { operatorTenant, saveTenant, type Tenant } from '../kernel/tenancy/index.ts'
