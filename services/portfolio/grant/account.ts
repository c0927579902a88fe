import { audit, NotFound, type UnitOfWork } from '@modellregion/kernel'
import { cents, plainDateOf, sumCents, type Cents, type PlainDate } from '@modellregion/standards'
import { insertNotice, insertPlan, listLines, listNotices, lockAccount, upsertLine } from './queries/account.ts'
import { lastSeq, sumDays, sumLines } from './queries/booking.ts'
import { listCalls } from './queries/call.ts'
import { listRates } from './queries/rate.ts'
import { figuresOf, type Facts } from './rules/figures.ts'
import { usesByDay } from './rules/finance.ts'
import { lateUses, type Payment } from './rules/late.ts'
import { ratesWith, type InterestRates } from './rules/law.ts'
import type { CallFacts } from './rules/call.ts'
import type { Call, Figures, Line, LineSum, NewNotice, Notice } from './schema.ts'
import { renewEnds, renewUse } from './terms.ts'

/** The account of a project: the notice that holds and what was before, the plan, the calls, and the rates of interest that the town reckons with. */
export type GrantAccount = { readonly project: string; readonly notice: Notice; readonly history: readonly Notice[]; readonly lines: readonly Line[]; readonly calls: readonly Call[]; readonly rates: InterestRates }

/** @throws NotFound when the project has no notice. */
export async function accountOf(db: UnitOfWork, project: string): Promise<GrantAccount> {
  const history = await listNotices(db, project)
  const [notice] = history
  if (!notice) throw new NotFound()
  return { project, notice, history, lines: await listLines(db, project, notice.number), calls: await listCalls(db, project), rates: ratesWith(await listRates(db)) }
}

/**
 * Writes a notice with its plan: the first one, or a change that holds from now on. What was before stays readable. `basis` is the number of the
 * notice that the writer had before them, 0 for none: when another one holds meanwhile, nothing is written and undefined comes back.
 */
export async function keepNotice(db: UnitOfWork, wish: Omit<NewNotice, 'number'>, lines: readonly Line[], basis: number): Promise<number | undefined> {
  if (basis > 0) await lockAccount(db, wish.project)
  const number = basis + 1
  const [holds] = await listNotices(db, wish.project)
  // The same form sent twice.
  if (holds?.number === number && says(holds, wish) && isPlan(await listLines(db, wish.project, number), lines)) return number
  if ((holds?.number ?? 0) !== basis || (await insertNotice(db, { ...wish, number })) === 0) return undefined
  for (const line of lines) {
    await upsertLine(db, wish.project, line)
    await insertPlan(db, wish.project, number, line)
  }
  const account = await accountOf(db, wish.project)
  await renewEnds(db, account)
  if (number > 1) await renewUse(db, account, (await usedOf(db, account)).used)
  await audit(db, { action: number === 1 ? 'grant.notice' : 'grant.notice-change', subject: `grant/${wish.project}`, detail: { number, most: wish.mostCents } })
  return number
}

/** Whether a notice plans just these lines; what it does not plan any more stands at 0. */
const isPlan = (kept: readonly Line[], lines: readonly Line[]): boolean =>
  kept.every(({ key, plannedCents }) => plannedCents === (lines.find((line) => line.key === key)?.plannedCents ?? 0)) && lines.every(({ key }) => kept.some((line) => line.key === key))
const says = (notice: Notice, wish: Omit<NewNotice, 'number'>): boolean => Object.entries(wish).every(([key, value]) => notice[key as keyof NewNotice] === value) // keys of a notice

export const paymentsOf = (calls: readonly Call[], until?: PlainDate): Payment[] =>
  calls.flatMap(({ number, settledOn, paidCents, state }) => (state === 'paid' && settledOn !== null && paidCents !== null && (until === undefined || settledOn <= until) ? [{ number, paidOn: settledOn, paid: paidCents }] : []))

const plannedOf = (lines: readonly Line[], side: Line['side']): Cents => sumCents(lines.filter((line) => line.side === side).map(({ plannedCents }) => plannedCents))
const eternity = plainDateOf(9999, 12, 31)

/** How much of the grant is used up, day by day and in the end, and the means that stand beside it. */
export async function usedOf(db: UnitOfWork, { project, notice, lines }: Pick<GrantAccount, 'project' | 'notice' | 'lines'>) {
  const days = await sumDays(db, project, eternity, 2_147_483_647)
  const sums = await sumLines(db, project, notice.startsOn, eternity, 2_147_483_647)
  const third = lines.filter(({ side }) => side === 'third').reduce((sum, { key }) => sum + eligibleIn(sums, key), 0)
  const otherMeans = cents(plannedOf(lines, 'own') + third)
  const uses = usesByDay(notice, days, plannedOf(lines, 'spending'), otherMeans)
  return { uses, used: uses.at(-1)?.used ?? cents(0), otherMeans }
}
const eligibleIn = (sums: readonly LineSum[], key: string): number => sums.filter((sum) => sum.key === key).reduce((total, sum) => total + sum.eligibleBefore + sum.eligibleWithin, 0)

/** Money of the state that lies unused beyond its time, as of a day. */
export async function lateOf(db: UnitOfWork, account: GrantAccount, today: PlainDate) {
  const { uses, used } = await usedOf(db, account)
  const payments = paymentsOf(account.calls)
  const terms = { useMonths: account.notice.useMonths, rates: account.rates }
  return { used, unused: cents(Math.max(0, sumCents(payments.map(({ paid }) => paid)) - used)), late: lateUses(payments, uses, today, terms).filter((one) => !one.used) }
}

/** What a call is compared with; `except` is the call itself. */
export async function callFactsOf(db: UnitOfWork, account: GrantAccount, except?: string): Promise<CallFacts> {
  const { used, otherMeans } = await usedOf(db, account)
  const others = account.calls.filter(({ id, state }) => id !== except && (state === 'paid' || state === 'sent'))
  return {
    notice: account.notice, planned: plannedOf(account.lines, 'spending'), otherMeans, used,
    paid: sumCents(paymentsOf(account.calls).map(({ paid }) => paid)), received: sumCents(others.map(({ paidCents, amountCents }) => paidCents ?? amountCents)),
  }
}

/** What a statement over a span would say now, or said when the last booking in it was `throughSeq`. */
export async function figuresFor(db: UnitOfWork, account: GrantAccount, from: PlainDate, until: PlainDate, throughSeq?: number): Promise<Figures> {
  const through = throughSeq ?? (await lastSeq(db, account.project))
  const sums = await sumLines(db, account.project, from, until, through)
  const payments = paymentsOf(account.calls, until)
  const facts: Facts = {
    notice: account.notice, lines: account.lines, rates: account.rates, sums, payments, until, throughSeq: through,
    paidBefore: sumCents(payments.filter(({ paidOn }) => paidOn < from).map(({ paid }) => paid)),
    days: await sumDays(db, account.project, until, through),
    bookings: sums.reduce((total, sum) => total + sum.bookings, 0),
    corrections: 0,
  }
  return figuresOf(facts)
}
