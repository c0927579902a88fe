import { demoAccountId, type Platform, type Tenant, type UnitOfWork } from '@modellregion/kernel'
import { derivedId } from '../load/derived-id.ts'

const day = 86_400_000

/** A town in which somebody of the demonstration has worked for months. */
export type DemoTown = {
  platform: Platform
  tenant: Tenant
  now: Date
  /** The moment so many days ago. */
  past(daysAgo: number): Date
  /** One unit of work of a person, so many days ago. */
  at<T>(daysAgo: number, person: string, work: (db: UnitOfWork) => Promise<T>): Promise<T>
  /** The same words give the same id: what is there already is not added again. */
  id(...words: readonly (string | number)[]): string
}

export function demoTown(platform: Platform, tenant: Tenant, now: Date): DemoTown {
  const past = (daysAgo: number): Date => new Date(now.getTime() - daysAgo * day)
  return {
    platform,
    tenant,
    now,
    past,
    at: (daysAgo, person, work) => platform.database.unit({ tenant: tenant.id, service: 'open-data', access: 'write', now: past(daysAgo), actor: demoAccountId(tenant.id, person) }, work),
    id: (...words) => derivedId(`demo ${tenant.id}`, words.join(' ')),
  }
}
