import type { Actor, Ask, Matter, TodayFact, UnitOfWork } from '@modellregion/kernel'
import { listOpenAlarms } from '../alarm/queries/alarm.ts'
import { pageWords } from '../locales/index.ts'
import { mayReadAlarm } from '../alarm/rules/reach.ts'
import { reachOfActor } from '../protection/reach.ts'
import { worksFor } from '../protection/rules.ts'
import { listSchools } from '../store/queries.ts'
import { homeHref, schoolHref } from './frame.ts'

/** For the town's front page: how many schools take part. */
export async function schoolsToday(db: UnitOfWork, _locale: string, say: Ask['say']): Promise<TodayFact[]> {
  const schools = await listSchools(db)
  if (schools.length === 0) return []
  const t = say(pageWords)
  return [{ icon: 'building', title: t.count('place.today.schools', schools.length), detail: t('place.today.detail'), href: homeHref }]
}

/** For "my matters": the schools that somebody works for, with their open alarms. Who works for all of them by their role has pages of their own. */
export async function schoolMatters(db: UnitOfWork, actor: Actor, say: Ask['say']): Promise<Matter[]> {
  const reach = await reachOfActor(db, actor)
  if (actor.id === undefined || reach.schoolIds === null || reach.schoolIds.length === 0) return []
  const t = say(pageWords)
  const open = (await listOpenAlarms(db)).filter((alarm) => mayReadAlarm(reach, alarm))
  return (await listSchools(db))
    .filter(({ id }) => worksFor(reach, id))
    .map(({ id, slug, name }): Matter => {
      const count = open.filter(({ schoolId }) => schoolId === id).length
      return count > 0 ? { title: name, href: schoolHref(slug, 'alarms'), status: t.count('place.matter.alarms', count), tone: 'warn' } : { title: name, href: schoolHref(slug), status: t('place.matter.fine'), tone: 'ok' }
    })
}
