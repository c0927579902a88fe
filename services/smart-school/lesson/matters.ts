import { hasRole, type Actor, type Ask, type Matter, type UnitOfWork } from '@modellregion/kernel'
import { words } from '../locales/index.ts'
import { getSchoolById, listSchoolsOfAccount } from '../store/queries.ts'
import { experimentPath } from './experiment.ts'
import { listExperimentsOf, listPublicationsOfSchool } from './queries.ts'
import { phaseOf } from './rules/state.ts'

/** For "my matters": experiments a teacher leads that are not closed, and proposals that wait for the school's lead. */
export async function lessonMatters(db: UnitOfWork, actor: Actor, say: Ask['say']): Promise<Matter[]> {
  if (actor.id === undefined) return []
  const t = say(words)
  const own = (await listExperimentsOf(db, actor.id, 10)).filter(({ closedAt }) => closedAt === null)
  const matters: Matter[] = own.map((one) => ({ title: one.title, href: experimentPath(one.id), status: t(`lesson.phase.${phaseOf(one, db.now)}`), tone: 'info', note: t('lesson.period', { from: one.from, until: one.until }) }))
  if (!hasRole(actor, 'school-lead')) return matters
  for (const schoolId of await listSchoolsOfAccount(db, actor.id)) {
    const waiting = (await listPublicationsOfSchool(db, schoolId)).filter(({ decision, withdrawnAt }) => decision === null && withdrawnAt === null)
    if (waiting.length === 0) continue
    const { name } = await getSchoolById(db, schoolId)
    matters.push(...waiting.map(({ id, kind }): Matter => ({ title: t('lesson.decide.title'), href: `/smart-school/lesson/publication/${id}`, status: t('lesson.decide.state.waiting'), tone: 'warn', note: t(`lesson.decide.lead-${kind}`, { school: name }) })))
  }
  return matters
}
