import type { Actor, Ask, Matter, UnitOfWork } from '@modellregion/kernel'
import { words } from '../locales/index.ts'
import { listOpenObjections } from './queries/objection.ts'
import { listAskedOfUs, listFreshlyAnswered } from './queries/question.ts'
import { questionPath } from './rules/reference.ts'

const most = 10

/** For "my matters" of the project office: answers nobody has looked at, questions about own entries, objections to own texts. */
export async function networkMatters(db: UnitOfWork, actor: Actor, say: Ask['say']): Promise<Matter[]> {
  if (!actor.roles.some(({ role }) => role === 'project-office')) return []
  const t = say(words)
  const [objections, answered, asked] = [await listOpenObjections(db, most), await listFreshlyAnswered(db, most), await listAskedOfUs(db, most)]
  return [
    ...objections.map(({ questionId, title, reason }): Matter => ({ title, href: questionPath(questionId), status: t('network.matter.objection'), tone: 'warn', note: reason })),
    ...answered.map(({ id, title, fresh }): Matter => ({ title, href: questionPath(id), status: t('network.matter.answered'), tone: 'info', note: t.count('network.desk.fresh', fresh, { title }) })),
    ...asked.map(({ id, title }): Matter => ({ title, href: questionPath(id), status: t('network.matter.asked'), tone: 'info' })),
  ]
}
