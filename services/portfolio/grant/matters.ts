import type { Actor, Ask, Matter, Service, UnitOfWork } from '@modellregion/kernel'
import { deadlineClock, deadlineRuleOn, endOfDeadline, listDueDeadlines } from '@modellregion/kernel'
import { addDays, localDate } from '@modellregion/standards'
import { words } from '../locales/index.ts'
import { grantDeadlineRules } from './deadlines.ts'
import { accountHref, rateHref } from './links.ts'
import { listCurrentNotices } from './queries/account.ts'
import { listCallsIn } from './queries/call.ts'
import { listRates } from './queries/rate.ts'
import { missingHalfYear, ratesWith } from './rules/law.ts'

const ahead = 60
const workers: readonly string[] = ['project-office', 'project-lead']

/** For "my matters" of whoever keeps accounts: periods that come near or are over, and for the office calls that wait to be sent. */
export const grantMatters: NonNullable<Service['matters']> = async (db: UnitOfWork, actor: Actor, say: Ask['say']): Promise<Matter[]> => {
  const mine = actor.roles.filter(({ role }) => workers.includes(role)).map(({ role }) => role)
  if (mine.length === 0) return []
  const t = say(words)
  const purposes = new Map((await listCurrentNotices(db)).map(({ project, purpose }) => [project, purpose]))
  const [drafts, paid] = [await listCallsIn(db, 'draft'), await listCallsIn(db, 'paid')]
  const due = await listDueDeadlines(db, { until: addDays(localDate(db.now), ahead), size: 50 })
  const matters = due.flatMap((deadline): Matter[] => {
    const project = deadline.kind === 'grant-call' ? paid.find(({ id }) => id === deadline.ref)?.project : deadline.ref.split('/')[0]
    const purpose = project === undefined ? undefined : purposes.get(project)
    if (project === undefined || purpose === undefined) return []
    const { state } = deadlineClock(deadlineRuleOn(grantDeadlineRules, deadline.rule, deadline.startedOn), deadline, db.now)
    if (state === 'running') return []
    return [{ title: t('grant.matter', { what: t.find(`grant.deadline.${deadline.rule}`) ?? deadline.rule, purpose }), href: accountHref(project), status: t(state === 'over' ? 'grant.deadline-state.over' : 'grant.deadline-state.near'), tone: 'warn', due: endOfDeadline(deadline.dueOn) }]
  })
  const waiting = mine.includes('project-office')
    ? drafts.flatMap((call): Matter[] => [{ title: t('grant.matter-call', { number: call.number, purpose: purposes.get(call.project) ?? call.project }), href: accountHref(call.project, `/call/${call.id}`), status: t('grant.call-state.draft'), tone: 'info' }])
    : []
  const missing = mine.includes('project-office') && purposes.size > 0 ? missingHalfYear(ratesWith(await listRates(db)), localDate(db.now)) : undefined
  return [...matters, ...waiting, ...(missing ? [{ title: t('grant.matter-rate', { day: missing }), href: rateHref, status: t('grant.deadline-state.near'), tone: 'warn' } as const] : [])]
}
