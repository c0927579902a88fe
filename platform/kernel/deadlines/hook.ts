import type { Platform } from '../boot/platform.ts'
import type { UnitOfWork } from '../database/index.ts'
import type { Tenant } from '../tenancy/index.ts'
import type { DeadlineEvent, DeadlineRule } from './schema.ts'

/** What a service says about deadlines in its manifest. */
export type ServiceDeadlines = {
  /** From `defineDeadlines`. */
  rules: readonly DeadlineRule[]
  /**
   * Hears of each warning and of the end once, in a writing unit of the service that also holds the mark. No calls out: enqueue a
   * job or a mail. Whoever finds the subject gone calls `cancelDeadlines`. Throwing means: again, later.
   */
  reached(platform: Platform, tenant: Tenant, db: UnitOfWork, event: DeadlineEvent): Promise<void>
}
