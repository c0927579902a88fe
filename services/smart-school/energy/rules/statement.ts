import { daysBetween, plainDateOf, type PlainDate } from '@modellregion/standards'
import { energyQuantities, followsWeather, type Account, type Activity, type BaselineYear, type Correction, type EnergyQuantity, type Line, type LineInput, type LineUnit, type Tariff } from '../schema.ts'
import { evaluate, roundTo } from './formula.ts'

/** What was measured in the year. `covered`: share of its hours, 0 to 1. */
export type Measured = { readonly quantity: EnergyQuantity; readonly amount: number; readonly estimated: number; readonly covered: number }

export type StatementOrder = {
  readonly account: Account
  readonly year: number
  readonly baseline: readonly BaselineYear[]
  readonly corrections: readonly Correction[]
  readonly measured: readonly Measured[]
  readonly degreeDays: { readonly value: number; readonly source: string } | undefined
  readonly tariffs: readonly Tariff[]
  readonly activities: readonly Activity[]
}

export type Statement = { readonly lines: readonly Line[]; readonly payoutCents: number; /** Why the year cannot be closed yet. */ readonly missing: readonly { readonly what: 'measured' | 'weather' | 'tariff' | 'baseline'; readonly quantity?: EnergyQuantity }[] }

/**
 * The statement of one year, line by line. Baseline: mean of the years before, each brought to the weather of a mean year, then corrected for what
 * changed in the building; brought to the weather of this year it is what would have been used without saving. What is saved is valued by the
 * tariffs of the year, the school gets its share of it, and for activities a bonus that does not depend on any baseline. A year without saving costs
 * the school nothing. Every line is rounded as shown and the next ones use it so rounded: whoever copies the numbers gets the same.
 * Model: fifty/fifty as described by bne.uni-osnabrueck.de; bonus by points after klimanet.baden-wuerttemberg.de.
 */
export function statementOf(order: StatementOrder): Statement {
  const { account, year } = order
  const book = openBook()
  const missing: Statement['missing'][number][] = []
  const needsWeather = order.baseline.some(({ quantity }) => followsWeather(quantity))
  if (needsWeather) book.given('normal', 'normal', {}, account.normalDegreeDays, 'Kd', 0, account.normalSource)
  if (needsWeather && order.degreeDays) book.given('weather', 'weather', { year }, order.degreeDays.value, 'Kd', 0, order.degreeDays.source)
  if (needsWeather && !order.degreeDays) missing.push({ what: 'weather' })
  const values: string[] = []
  for (const quantity of energyQuantities) {
    const years = order.baseline.filter((one) => one.quantity === quantity)
    if (years.length === 0) continue
    const value = quantityLines(book, order, quantity, years, missing)
    if (value) values.push(value)
  }
  if (order.baseline.length === 0) missing.push({ what: 'baseline' })
  const list = (ids: readonly string[]): LineInput[] => ids.map((line) => ({ line }))
  book.add({ id: 'saved', word: 'total', about: { year }, formula: sumFormula(values.length), inputs: list(values), unit: 'cent', digits: 0 })
  book.add({ id: 'share', word: 'share', about: {}, formula: 'max(0; {0}) × {1}', inputs: [{ line: 'saved' }, { value: account.sharePercent / 100, unit: 'percent', source: '' }], unit: 'cent', digits: 0 })
  const points = order.activities.map((activity): LineInput => ({ value: activity.points, unit: 'points', source: `${activity.onDay}: ${activity.activity}` }))
  book.add({ id: 'points', word: 'points', about: { year }, formula: sumFormula(points.length), inputs: points, unit: 'points', digits: 0 })
  book.add({ id: 'bonus', word: 'bonus', about: {}, formula: 'min({0} × {1}; {2})', inputs: [{ line: 'points' }, { value: account.pointCents, unit: 'cent', source: '' }, { value: account.mostBonusCents, unit: 'cent', source: '' }], unit: 'cent', digits: 0 })
  const payoutCents = book.add({ id: 'payout', word: 'payout', about: { year }, formula: '{0} + {1}', inputs: list(['share', 'bonus']), unit: 'cent', digits: 0 })
  return { lines: book.lines, payoutCents, missing }
}

function quantityLines(book: Book, order: StatementOrder, quantity: EnergyQuantity, years: readonly BaselineYear[], missing: { what: Statement['missing'][number]['what']; quantity?: EnergyQuantity }[]): string | undefined {
  const { year } = order
  const unit: LineUnit = quantity === 'water' ? 'm³' : 'kWh'
  const weather = followsWeather(quantity)
  const id = (name: string): string => `${quantity}.${name}`
  for (const one of years) {
    const given: LineInput = { value: one.amount, unit, source: one.source }
    const cold = weather && one.degreeDays !== null
    book.add({
      id: id(`base.${one.year}`), word: cold ? 'base-weather' : 'base', about: { quantity, year: one.year }, unit, digits: 1,
      ...(cold ? { formula: '{0} × {1} ÷ {2}', inputs: [given, { line: 'normal' }, { value: one.degreeDays ?? 0, unit: 'Kd', source: one.source }] } : { formula: '{0}', inputs: [given] }),
    })
  }
  book.add({ id: id('mean'), word: 'mean', about: { quantity }, formula: `(${sumFormula(years.length)}) ÷ ${years.length}`, inputs: years.map((one) => ({ line: id(`base.${one.year}`) })), unit, digits: 1 })
  const factors: string[] = []
  for (const [at, correction] of order.corrections.filter((one) => one.quantity === quantity && Number(one.from.slice(0, 4)) <= year).entries()) {
    const { days, of } = daysInForce(correction.from, year)
    const name = id(`correction.${at + 1}`)
    factors.push(name)
    book.add({ id: name, word: `correction-${correction.kind}`, about: { quantity, text: correction.reason }, formula: '1 + ({0} − 1) × {1} ÷ {2}', inputs: [{ value: correction.factor, unit: 'factor', source: correction.reason }, { value: days, unit: 'days', source: correction.from }, { value: of, unit: 'days', source: '' }], unit: 'factor', digits: 4 })
  }
  book.add({ id: id('baseline'), word: 'baseline', about: { quantity }, formula: ['{0}', ...factors.map((_, at) => `{${at + 1}}`)].join(' × '), inputs: [{ line: id('mean') }, ...factors.map((line) => ({ line }))], unit, digits: 1 })
  if (weather && order.degreeDays) book.add({ id: id('expected'), word: 'expected-weather', about: { quantity, year }, formula: '{0} × {1} ÷ {2}', inputs: [{ line: id('baseline') }, { line: 'weather' }, { line: 'normal' }], unit, digits: 1 })
  else book.add({ id: id('expected'), word: 'expected', about: { quantity, year }, formula: '{0}', inputs: [{ line: id('baseline') }], unit, digits: 1 })
  const measured = order.measured.find((one) => one.quantity === quantity)
  if (!measured || measured.covered < 0.98) {
    missing.push({ what: 'measured', quantity })
    return undefined
  }
  const price = meanPrice(order.tariffs, quantity, year)
  if (price.inputs.length === 0) missing.push({ what: 'tariff', quantity })
  if (price.inputs.length === 0 || (weather && !order.degreeDays)) return undefined
  book.given(id('measured'), 'measured', { quantity, year }, measured.amount, unit, 1, '')
  book.add({ id: id('saving'), word: 'saving', about: { quantity, year }, formula: '{0} − {1}', inputs: [{ line: id('expected') }, { line: id('measured') }], unit, digits: 1 })
  book.add({ id: id('price'), word: 'price', about: { quantity, year }, formula: price.formula, inputs: price.inputs, unit: 'price', digits: 4 })
  book.add({ id: id('value'), word: 'value', about: { quantity, year }, formula: '{0} × {1}', inputs: [{ line: id('saving') }, { line: id('price') }], unit: 'cent', digits: 0 })
  return id('value')
}

const sumFormula = (count: number): string => (count === 0 ? '0' : Array.from({ length: count }, (_, at) => `{${at}}`).join(' + '))

function daysInForce(from: PlainDate, year: number): { days: number; of: number } {
  const [start, end] = [plainDateOf(year, 1, 1), plainDateOf(year + 1, 1, 1)]
  return { days: daysBetween(from > start ? from : start, end), of: daysBetween(start, end) }
}

/** Prices of a year in cents, weighted by the days on which they held; before the first known one the first. */
function meanPrice(tariffs: readonly Tariff[], quantity: EnergyQuantity, year: number): { formula: string; inputs: LineInput[] } {
  const [start, end] = [plainDateOf(year, 1, 1), plainDateOf(year + 1, 1, 1)]
  const own = tariffs.filter((tariff) => tariff.quantity === quantity).sort((a, b) => (a.from < b.from ? -1 : 1))
  const parts = own.flatMap((tariff, at) => {
    const next = own[at + 1]?.from ?? end
    const [from, until] = [at === 0 || tariff.from < start ? start : tariff.from, next < end ? next : end]
    return from < until ? [{ tariff, days: daysBetween(from, until) }] : []
  })
  const inputs = parts.flatMap(({ tariff, days }): LineInput[] => [{ value: tariff.price / 10_000, unit: 'price', source: tariff.source }, { value: days, unit: 'days', source: '' }])
  const terms = parts.map((_, at) => `{${at * 2}} × {${at * 2 + 1}}`)
  return { formula: terms.length === 0 ? '0' : `(${terms.join(' + ')}) ÷ ${daysBetween(start, end)}`, inputs }
}

type Book = { readonly lines: Line[]; add(line: Omit<Line, 'value'>): number; given(id: string, word: string, about: Line['about'], value: number, unit: LineUnit, digits: number, source: string): void }

function openBook(): Book {
  const lines: Line[] = []
  const values = new Map<string, number>()
  const add: Book['add'] = (line) => {
    const value = lineValue(line, (id) => values.get(id))
    values.set(line.id, value)
    lines.push({ ...line, value })
    return value
  }
  return { lines, add, given: (id, word, about, value, unit, digits, source) => void add({ id, word, about, formula: '{0}', inputs: [{ value, unit, source }], unit, digits }) }
}

/** The value of a line from its inputs. Throws when a line is named that does not stand before it. */
export function lineValue(line: Pick<Line, 'formula' | 'inputs' | 'digits' | 'id'>, valueOf: (id: string) => number | undefined): number {
  const inputs = line.inputs.map((input) => {
    const value = 'line' in input ? valueOf(input.line) : input.value
    if (value === undefined) throw new RangeError(`${line.id} needs a line that is not there`)
    return value
  })
  return roundTo(evaluate(line.formula, inputs), line.digits)
}

export type Difference = { readonly id: string; readonly stored: number | undefined; readonly today: number | undefined }
/** Lines of a closed year that would be different today, because a reading, a meter or a correction was entered afterwards. */
export function differences(stored: readonly Line[], today: readonly Line[]): Difference[] {
  const ids = [...new Set([...stored, ...today].map(({ id }) => id))]
  const find = (lines: readonly Line[], id: string): number | undefined => lines.find((line) => line.id === id)?.value
  return ids.map((id) => ({ id, stored: find(stored, id), today: find(today, id) })).filter((one) => one.stored !== one.today)
}
