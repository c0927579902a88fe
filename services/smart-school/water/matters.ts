import type { Actor, Ask, Matter, UnitOfWork } from '@modellregion/kernel'
import { words } from '../locales/index.ts'
import { schoolHref } from '../place/frame.ts'
import { reachOfActor } from '../protection/reach.ts'
import { listSchools } from '../store/queries.ts'
import { waterAccess } from './access.ts'
import { listOverdueTasks } from './queries/task.ts'

const signers: readonly string[] = waterAccess.filter(({ permission }) => permission === 'water.sign').map(({ who }) => who)

/** For "my matters" of whoever flushes: schools at which a flush is overdue. */
export async function waterMatters(db: UnitOfWork, actor: Actor, say: Ask['say']): Promise<Matter[]> {
  if (actor.id === undefined || !actor.roles.some(({ role }) => signers.includes(role))) return []
  const { schoolIds } = await reachOfActor(db, actor)
  const tasks = (await listOverdueTasks(db, db.now)).filter(({ schoolId }) => schoolIds === null || schoolIds.includes(schoolId))
  const t = say(words)
  return (await listSchools(db)).flatMap((school) => {
    const due = tasks.filter(({ schoolId }) => schoolId === school.id)
    const [first] = due
    return first ? [{ title: t('water.matter', { school: school.name }), href: schoolHref(school.slug, 'water'), status: t('water.tasks-overdue'), tone: 'warn' as const, due: first.dueAt, note: t.count('water.matter-count', due.length) }] : []
  })
}
