import type { Database } from '../database/index.ts'
import type { FileStore } from '../files/index.ts'
import type { Queue } from '../jobs/index.ts'
import type { Live } from '../live/index.ts'
import type { Mailer } from '../mail/index.ts'
import type { TenantDirectory } from '../tenancy/index.ts'
import type { Assets } from '../http/assets.ts'
import type { Loopback } from '../http/loopback.ts'
import type { Addresses } from './addresses.ts'
import type { Config } from './config.ts'
import type { Registry } from './registry.ts'

/** What a running process has. Made once by `boot`, handed to routes, jobs and commands; there are no globals. */
export type Platform = {
  readonly config: Config
  readonly registry: Registry
  readonly database: Database
  readonly directory: TenantDirectory
  readonly files: FileStore
  readonly queue: Queue
  readonly mailer: Mailer
  readonly assets: Assets
  readonly addresses: Addresses
  /** Requests of this process to its own pages. */
  readonly loopback: Loopback
  /** Hints of other processes, for what people see at once. */
  readonly live: Live
  /** The clock; tests and the development bar replace it. */
  readonly now: () => Date
  /** A port another service offers, or undefined when that service is not installed. */
  port<T>(id: string): T | undefined
}
