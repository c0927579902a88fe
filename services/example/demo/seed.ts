import { demoAccountId, type Platform, type Tenant } from '@modellregion/kernel'
import { addDays, localDate } from '@modellregion/standards'
import { postNotice } from '../notice/board.ts'
import { demoNotices } from './notices.ts'

const day = 86_400_000

/** Pins the town's invented notices to its board, each as if at its own time. What somebody changed later stays so. */
export async function seed(platform: Platform, tenant: Tenant, now: Date): Promise<void> {
  for (const { author, daysAgo, daysLeft, ...notice } of demoNotices[tenant.id] ?? []) {
    const accountId = demoAccountId(tenant.id, author)
    const at = new Date(now.getTime() - daysAgo * day)
    await platform.database.unit({ tenant: tenant.id, service: 'example', access: 'write', now: at, actor: accountId }, (db) =>
      postNotice(db, { ...notice, accountId, endsOn: addDays(localDate(now), daysLeft) }),
    )
  }
}
