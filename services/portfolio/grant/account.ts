import { audit, cancelDeadlines, finishDeadline, listDeadlinesAmong, listDeadlinesOf, NotFound, startDeadline, type Deadline, type UnitOfWork } from '@modellregion/kernel'
import { cents, plainDateOf, partsOf, sumCents, type Cents, type PlainDate } from '@modellregion/standards'
import { grantDeadlineRules } from './deadlines.ts'
import { insertNotice, insertPlan, listLines, listNotices, lockAccount, upsertLine } from './queries/account.ts'
import { sumDays, lastSeq, sumLines } from './queries/booking.ts'
import { listCalls } from './queries/call.ts'
import { listStatements } from './queries/statement.ts'
import { figuresOf, type Facts } from './rules/figures.ts'
import { lateUses, type Payment } from './rules/late.ts'
import { grantUsed } from './rules/finance.ts'
import type { Call, Figures, Line, LineSum, NewNotice, Notice } from './schema.ts'

/** The account of a project: the notice that holds and what was before, the plan, the calls. */
export type GrantAccount = { readonly project: string; readonly notice: Notice; readonly history: readonly Notice[]; readonly lines: readonly Line[]; readonly calls: readonly Call[] }

/** @throws NotFound when the project has no notice. */
export async function accountOf(db: UnitOfWork, project: string): Promise<GrantAccount> {
  const history = await listNotices(db, project)
  const [notice] = history
  if (!notice) throw new NotFound()
  return { project, notice, history, lines: await listLines(db, project, notice.number), calls: await listCalls(db, project) }
}

/** Writes a notice with its plan: the first one, or a change that holds from now on. What was before stays readable. */
export async function keepNotice(db: UnitOfWork, wish: Omit<NewNotice, 'number'>, lines: readonly Line[]): Promise<number> {
  const known = await listNotices(db, wish.project)
  if (known.length > 0) await lockAccount(db, wish.project)
  const number = (known[0]?.number ?? 0) + 1
  await insertNotice(db, { ...wish, number })
  for (const line of lines) {
    await upsertLine(db, wish.project, line)
    await insertPlan(db, wish.project, number, line)
  }
  await renewEnds(db, wish)
  await audit(db, { action: number === 1 ? 'grant.notice' : 'grant.notice-change', subject: `grant/${wish.project}`, detail: { number, most: wish.mostCents } })
  return number
}

const yearRef = (project: string, year: number): string => `${project}/${year}`

// A change of the notice moves its ends; statements that were submitted stay done.
async function renewEnds(db: UnitOfWork, { project, startsOn, endsOn, boundUntil }: Pick<Notice, 'project' | 'startsOn' | 'endsOn' | 'boundUntil'>): Promise<void> {
  const submitted = (await listStatements(db, project)).filter(({ state }) => state === 'submitted')
  if (!submitted.some(({ kind }) => kind === 'final')) {
    await cancelDeadlines(db, 'grant', project)
    await startDeadline(db, grantDeadlineRules, { kind: 'grant', ref: project, rule: 'final-statement' }, endsOn)
    if (boundUntil !== null) await startDeadline(db, grantDeadlineRules, { kind: 'grant', ref: project, rule: 'bound-purpose' }, boundUntil)
  }
  for (let year = partsOf(startsOn).year; year < partsOf(endsOn).year; year++) {
    const key = { kind: 'grant-year', ref: yearRef(project, year), rule: 'interim-statement' } as const
    await startDeadline(db, grantDeadlineRules, key, plainDateOf(year, 12, 31))
  }
}

/** Marks what a submitted statement was awaited for as done. */
export async function finishStatementDeadlines(db: UnitOfWork, project: string, kind: 'interim' | 'final', untilDay: PlainDate): Promise<void> {
  if (kind === 'final') await finishDeadline(db, { kind: 'grant', ref: project, rule: 'final-statement' })
  else await finishDeadline(db, { kind: 'grant-year', ref: yearRef(project, partsOf(untilDay).year), rule: 'interim-statement' })
}

/** All deadlines of an account, the next first; done ones too. */
export async function deadlinesOf(db: UnitOfWork, account: GrantAccount): Promise<Deadline[]> {
  const { notice, calls, project } = account
  const first = partsOf(account.history.at(-1)?.startsOn ?? notice.startsOn).year
  const years = Array.from({ length: Math.max(0, partsOf(notice.endsOn).year - first) }, (_, n) => yearRef(project, first + n))
  const found = [...(await listDeadlinesOf(db, 'grant', project)), ...(await listDeadlinesAmong(db, 'grant-year', years)), ...(await listDeadlinesAmong(db, 'grant-call', calls.map(({ id }) => id)))]
  return found.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
}

export const paymentsOf = (calls: readonly Call[], until?: PlainDate): Payment[] =>
  calls.flatMap(({ number, settledOn, paidCents, state }) => (state === 'paid' && settledOn !== null && paidCents !== null && (until === undefined || settledOn <= until) ? [{ number, paidOn: settledOn, paid: paidCents }] : []))

/** After money came in or was spent: calls whose money is used up no longer have a deadline. */
export async function renewUse(db: UnitOfWork, account: GrantAccount): Promise<void> {
  const { used } = await usedOf(db, account)
  let before = 0
  for (const { number, paid } of paymentsOf(account.calls).toSorted((a, b) => (a.paidOn < b.paidOn ? -1 : 1))) {
    before += paid
    const call = account.calls.find((one) => one.number === number)
    if (call && before <= used) await finishDeadline(db, { kind: 'grant-call', ref: call.id, rule: 'use-money' })
  }
}

const plannedOf = (lines: readonly Line[], side: Line['side']): Cents => sumCents(lines.filter((line) => line.side === side).map(({ plannedCents }) => plannedCents))
const eternity = plainDateOf(9999, 12, 31)

/** How much of the grant is used up, day by day and in the end. */
export async function usedOf(db: UnitOfWork, { project, notice, lines }: GrantAccount) {
  const days = await sumDays(db, project, eternity, 2_147_483_647)
  const sums = await sumLines(db, project, notice.startsOn, eternity, 2_147_483_647)
  const third = lines.filter(({ side }) => side === 'third').reduce((sum, { key }) => sum + eligibleIn(sums, key), 0)
  let spent = 0
  const uses = days.map(({ day, eligible }) => {
    spent += eligible
    return { day, used: grantUsed(notice, cents(spent), plannedOf(lines, 'spending'), cents(plannedOf(lines, 'own') + third)) }
  })
  return { uses, used: uses.at(-1)?.used ?? cents(0), sums, spent: cents(spent) }
}
const eligibleIn = (sums: readonly LineSum[], key: string): number => sums.filter((sum) => sum.key === key).reduce((total, sum) => total + sum.eligibleBefore + sum.eligibleWithin, 0)

/** Money of the state that lies unused beyond its time, as of a day. */
export async function lateOf(db: UnitOfWork, account: GrantAccount, today: PlainDate) {
  const { uses, used, sums, spent } = await usedOf(db, account)
  const payments = paymentsOf(account.calls)
  const paid = payments.reduce((sum, payment) => sum + payment.paid, 0)
  return { used, sums, spent, unused: cents(Math.max(0, paid - used)), late: lateUses(payments, uses, today).filter((one) => !one.used) }
}

/** What a statement over a span would say now, or said when the last booking in it was `throughSeq`. */
export async function figuresFor(db: UnitOfWork, account: GrantAccount, from: PlainDate, until: PlainDate, throughSeq?: number): Promise<Figures> {
  const through = throughSeq ?? (await lastSeq(db, account.project))
  const sums = await sumLines(db, account.project, from, until, through)
  const payments = paymentsOf(account.calls, until)
  const facts: Facts = {
    notice: account.notice, lines: account.lines, sums, payments, until, throughSeq: through,
    paidBefore: sumCents(payments.filter(({ paidOn }) => paidOn < from).map(({ paid }) => paid)),
    days: await sumDays(db, account.project, until, through),
    bookings: sums.reduce((total, sum) => total + sum.bookings, 0),
    corrections: 0,
  }
  return figuresOf(facts)
}
