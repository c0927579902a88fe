import { demoAccountId, type Platform, type Tenant, type UnitOfWork } from '@modellregion/kernel'
import { addDays, instantAt, localDate } from '@modellregion/standards'
import { recordFlush, recordLab, renewPlan, waterKeys } from '../water/act.ts'
import { addFreeDay } from '../water/queries/days.ts'
import { changeGroup } from '../water/queries/settings.ts'
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
  for (const { group, thing, entries } of groups) {
    if (entries.length > 0) continue
    // The basins of the science rooms are rarely used and have no trusted sensor: somebody has to flush them, and is late.
    const isRare = thing.properties['code'] === 'science'
    if (isRare) await at(now, (db) => changeGroup(db, group.id, { evidence: 'hand', limitHours: 72, flushMinutes: 3 }))
    for (const { days, coldAfter } of [{ days: 9, coldAfter: 14.8 }, { days: 6, coldAfter: 15.1 }, { days: isRare ? 4 : 2, coldAfter: 14.2 }]) {
      const moment = instantAt(addDays(today, -days), 11, 20)
      await at(moment, (db) => recordFlush(db, keys, group, by, moment, { minutes: 3, coldBefore: coldAfter + 5.3, coldAfter, hotAfter: group.hot ? 57.5 : null, task: null }, ''))
    }
    const sampled = instantAt(addDays(today, -90), 12)
    if (group.hot) await at(instantAt(addDays(today, -2), 9), (db) => recordLab(db, keys, group, by, sampled, { cfuPer100ml: 12, laboratory: 'Labor Beispiel', sample: 'L-2041' }, ''))
  }
  // Once, or each later start would add another day.
  if (groups.every(({ entries }) => entries.length === 0)) await at(now, (db) => addFreeDay(db, school.id, addDays(today, 40), 'movable'))
  for (const each of await at(now, (db) => listSchools(db))) await at(now, (db) => renewPlan(db, each, now))
}
