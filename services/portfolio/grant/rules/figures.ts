import { cents, sumCents, type Cents, type PlainDate } from '@modellregion/standards'
import type { FigureLine, Figures, Line, LineSum, Notice } from '../schema.ts'
import { entitlement, lineMost, usesByDay } from './finance.ts'
import { lateUses, type Payment } from './late.ts'
import { missingHalfYear, ratePieces, type InterestRates } from './law.ts'

/** What the database says of an account up to the last day of a statement. */
export type Facts = {
  readonly notice: Pick<Notice, 'number' | 'financing' | 'rateBp' | 'mostCents' | 'lineLimitBp' | 'useMonths'>
  readonly rates: InterestRates
  readonly lines: readonly Line[]
  readonly sums: readonly LineSum[]
  readonly payments: readonly Payment[]
  readonly paidBefore: Cents
  /** Eligible spending of each day on which there was some. */
  readonly days: readonly { readonly day: PlainDate; readonly eligible: Cents }[]
  readonly until: PlainDate
  readonly throughSeq: number
  readonly bookings: number
  readonly corrections: number
}

/** All numbers of a statement. The same facts always give the same numbers. */
export function figuresOf(facts: Facts): Figures {
  const { notice } = facts
  const lines = facts.lines.map((line) => figureLine(line, facts))
  const sum = (side: Line['side'], of: 'planned' | 'total' | 'eligible' | 'recognised'): Cents => sumCents(lines.filter((line) => line.side === side).map((line) => line[of]))
  const planned = sum('spending', 'planned')
  // The plan binds as a whole: what lines spend more, others must have saved (ANBest-P no. 1.2).
  const recognised = cents(Math.min(sum('spending', 'recognised'), planned))
  const costs = { recognised, ownPlanned: sum('own', 'planned'), third: sum('third', 'eligible'), thirdPlanned: sum('third', 'planned') }
  const [entitled, paid] = [entitlement(notice, costs), sumCents(facts.payments.map((payment) => payment.paid))]
  const late = lateUses(facts.payments, usesByDay(notice, facts.days, planned, cents(costs.ownPlanned + costs.third)), facts.until, { useMonths: notice.useMonths, rates: facts.rates })
  return {
    lines, spent: sum('spending', 'total'), eligible: sum('spending', 'eligible'), ...costs, own: sum('own', 'eligible'), paid, entitled,
    repayment: cents(Math.max(0, paid - entitled)), open: cents(Math.max(0, entitled - paid)), late, interest: sumCents(late.map(({ interest }) => interest)),
    bookings: facts.bookings, corrections: facts.corrections, throughSeq: facts.throughSeq, noticeNumber: notice.number, ...ratesUsed(late, facts.rates),
  }
}

/** By which rates interest was reckoned, and the half-year whose rate was not known then. */
function ratesUsed(late: Figures['late'], rates: InterestRates): Pick<Figures, 'rates' | 'rateMissing'> {
  const [first, last] = [late.map(({ paidOn }) => paidOn).sort()[0], late.map(({ until }) => until).sort().at(-1)]
  if (first === undefined || last === undefined) return { rates: [], rateMissing: null }
  return { rates: ratePieces(first, last, rates).map(({ from, bp }) => ({ from, bp })), rateMissing: missingHalfYear(rates, last) ?? null }
}

function figureLine(line: Line, { sums, notice, payments, paidBefore }: Facts): FigureLine {
  const found = sums.find(({ key }) => key === line.key)
  const { key, side, title, plannedCents: planned } = line
  if (side === 'grant') {
    const total = sumCents(payments.map((payment) => payment.paid))
    return { key, side, title, planned, before: paidBefore, within: cents(total - paidBefore), total, eligible: total, recognised: total, overLimit: false }
  }
  const [before, within] = [found?.before ?? cents(0), found?.within ?? cents(0)]
  const eligible = cents((found?.eligibleBefore ?? 0) + (found?.eligibleWithin ?? 0))
  const most = lineMost(planned, notice.lineLimitBp)
  const overLimit = side === 'spending' && eligible > most
  return { key, side, title, planned, before, within, total: cents(before + within), eligible, recognised: overLimit ? most : eligible, overLimit }
}
