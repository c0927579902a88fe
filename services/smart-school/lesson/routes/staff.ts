import { refuse, type Actor, type Answer, type Ask, type UnitOfWork } from '@modellregion/kernel'
import { pageWords } from '../../locales/index.ts'
import { reachOfActor } from '../../protection/reach.ts'
import { mayRead, worksFor, type Reach } from '../../protection/rules.ts'
import { getSchoolById, listSchools, listSchoolsOfAccount } from '../../store/queries.ts'
import type { School } from '../../store/schema.ts'
import { listGroups } from '../queries.ts'
import { couldBeChance } from '../rules/evaluate.ts'
import { readPlaces } from '../measured.ts'
import type { Experiment, Group } from '../schema.ts'
import type { Chance } from '../rules/statistics.ts'
import type { Measured } from '../pages/results.tsx'

export { mayRead }

/** The access rules let nobody in who has not signed in. */
export function accountOf({ actor }: { actor: Actor }): string {
  if (actor.id === undefined) throw new Error('A guest came through a rule for staff; see lesson/access.ts.')
  return actor.id
}

/** Schools for which somebody teaches or leads. */
export async function ownSchools(db: UnitOfWork, actor: Actor): Promise<School[]> {
  const ids = actor.id === undefined ? [] : await listSchoolsOfAccount(db, actor.id)
  return (await listSchools(db)).filter(({ id }) => ids.includes(id))
}

export const homeCrumbs = (t: { (key: 'service.title' | 'lesson.home.title'): string }, here?: string) => [
  { label: t('service.title'), href: '/smart-school' },
  ...(here === undefined ? [{ label: t('lesson.home.title') }] : [{ label: t('lesson.home.title'), href: '/smart-school/lesson' }, { label: here }]),
]

/** What a member of the school needs for a page about an experiment; undefined when they do not work for its school. */
export async function loadFor(db: UnitOfWork, actor: Actor, experiment: Experiment): Promise<{ school: School; reach: Reach; groups: Group[] } | undefined> {
  const reach = await reachOfActor(db, actor)
  const school = await getSchoolById(db, experiment.schoolId)
  const members = actor.id === undefined ? [] : await listSchoolsOfAccount(db, actor.id)
  if (!worksFor(reach, school.id) || !members.includes(school.id)) return undefined
  return { school, reach, groups: await listGroups(db, experiment.id) }
}

export const notOfSchool = (ask: Pick<Ask, 'say'>): Answer => refuse(403, 'smart-school.lesson.other-school', ask.say(pageWords)('smart-school.lesson.other-school'), { label: ask.say(pageWords)('lesson.home.title'), href: '/smart-school/lesson' })

/** All quantities of an experiment at its places, and the test of chance for the first one. */
export async function readResults(db: UnitOfWork, experiment: Experiment, reach: Reach): Promise<{ measured: Measured[]; chance: Chance | undefined }> {
  const measured: Measured[] = []
  for (const quantity of experiment.quantities) measured.push({ quantity, places: await readPlaces(db, experiment, reach, quantity) })
  return { measured, chance: measured[0] && couldBeChance(experiment.id, experiment.comparison, measured[0].places) }
}
