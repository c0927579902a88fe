import { demoAccountId, type Platform, type Tenant, type UnitOfWork } from '@modellregion/kernel'
import { addDays, instantAt, localDate } from '@modellregion/standards'
import { recordFlush, recordLab, renewPlan, waterKeys } from '../water/act.ts'
import { addFreeDay } from '../water/queries/days.ts'
import { waterOf } from '../water/read.ts'
import { getSchool, listSchools } from '../store/queries.ts'

const signer = { school: 'marienschule-alsdorf', key: 'henning', name: 'Henning Hausmeister' } as const

/** Some signed flushes and a laboratory result at one school, a movable holiday, and the plan of all schools. */
export async function seedWater(platform: Platform, tenant: Tenant, now: Date): Promise<void> {
  const accountId = demoAccountId(tenant.id, signer.key)
  const keys = await waterKeys(platform, now)
  const today = localDate(now)
  // As if each had been signed at its own time.
  const at = <T>(moment: Date, work: (db: UnitOfWork) => Promise<T>): Promise<T> => platform.database.unit({ tenant: tenant.id, service: 'smart-school', access: 'write', now: moment, actor: accountId }, work)
  const { school, groups } = await at(now, async (db) => {
    const own = await getSchool(db, signer.school)
    return { school: own, groups: (await waterOf(db, own, now)).groups }
  })
  const by = { id: accountId, name: signer.name }
  for (const { group, entries } of groups) {
    if (entries.length > 0) continue
    for (const [days, coldAfter] of [[9, 14.8], [6, 15.1], [3, 14.2]] as const) {
      const moment = instantAt(addDays(today, -days), 11, 20)
      await at(moment, (db) => recordFlush(db, keys, group, by, moment, { minutes: 3, coldBefore: coldAfter + 5.3, coldAfter, hotAfter: group.hot ? 57.5 : null, task: null }, ''))
    }
    const sampled = instantAt(addDays(today, -90), 12)
    if (group.hot) await at(instantAt(addDays(today, -2), 9), (db) => recordLab(db, keys, group, by, sampled, { cfuPer100ml: 12, laboratory: 'Labor Beispiel', sample: 'L-2041' }, ''))
  }
  await at(now, (db) => addFreeDay(db, school.id, addDays(today, 40), 'movable'))
  for (const each of await at(now, (db) => listSchools(db))) await at(now, (db) => renewPlan(db, each, now))
}
