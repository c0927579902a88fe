import type { Aggregate, Cell } from '../store/schema.ts'
import type { Asking } from './asking.ts'
import type { ChartPlan } from './chart-plan.ts'
import { isTime } from './columns.ts'
import { aggregateOf } from './group-data.ts'
import { pickedText } from './read-value.ts'
import type { Selection, Step, TableFacts } from './schema.ts'
import { numberOf } from './table-data.ts'
import { rowsOf } from './to-query.ts'

/** One value at one place of the axis in one colour. */
export type Point = { readonly at: string; readonly colour: string; readonly value: number }
export type ChartSeries = { readonly name: string; readonly values: readonly (number | null)[] }
export type ChartData = {
  readonly plan: ChartPlan
  /** Places of the axis: values as the address writes them; the rest of many is `rest`. */
  readonly places: readonly string[]
  readonly series: readonly ChartSeries[]
  /** Sum of everything that is meant, shown or not; only of counts and sums. */
  readonly whole: number | undefined
  /** How many places and colours there are in all. */
  readonly allPlaces: number
  readonly allColours: number
  /** False when the table has more groups than are fetched: then no picture is honest. */
  readonly isComplete: boolean
}

export const restName = '\u0000rest'
const mostPlaces = 15
const mostColours = 6
const mostGroups = 32_000

/** Asks for a picture's values and puts them in order. */
export async function chartData(asking: Asking, selection: Selection, plan: ChartPlan, { fields }: TableFacts): Promise<ChartData> {
  const group = [plan.by.id, ...(plan.colour ? [plan.colour.id] : [])]
  const isFolded = plan.step !== undefined && plan.step !== 'day'
  const answer = await asking({ ...rowsOf(selection, fields), group, aggregates: measures(plan, isFolded), sort: group.map((field) => ({ field, descending: false })), limit: mostGroups, total: false })
  const place = (id: string): number => answer.fields.findIndex((field) => field.id === id)
  const [by, colour, value, weight] = [place(plan.by.id), plan.colour ? place(plan.colour.id) : -1, place('_value'), place('_weight')]
  const cells = answer.rows.map((row) => ({ at: stepOf(row[by] ?? null, plan.step), colour: colour < 0 ? '' : pickedText(row[colour] ?? null), value: numberOf(row[value]), weight: weight < 0 ? 1 : numberOf(row[weight]) }))
  return { ...arrange(plan, fold(plan, cells)), isComplete: answer.rows.length < mostGroups }
}

// A mean over months is made of sums and numbers of days, not of daily means.
function measures(plan: ChartPlan, isFolded: boolean): Aggregate[] {
  if (!isFolded || plan.how !== 'avg' || !plan.value) return [aggregateOf(plan)]
  return [{ as: '_value', function: 'sum', field: plan.value.id }, { as: '_weight', function: 'count', field: plan.value.id }]
}

/** The step of an axis of time that a day lies in: `2024`, `2024-03`, `2024-03-31`. */
export function stepOf(cell: Cell, step: Step | undefined): string {
  const text = pickedText(cell)
  return step === undefined || text === '' ? text : text.slice(0, step === 'year' ? 4 : step === 'month' ? 7 : 10)
}

type Weighted = Point & { weight: number }

/** Joins the points that fall on the same place and colour. */
export function fold({ how }: Pick<ChartPlan, 'how'>, cells: readonly Weighted[]): Point[] {
  const joined = new Map<string, Weighted>()
  for (const cell of cells) {
    if (!Number.isFinite(cell.value)) continue
    const key = JSON.stringify([cell.at, cell.colour])
    const before = joined.get(key)
    joined.set(key, before ? { ...cell, value: join(how, before.value, cell.value), weight: before.weight + cell.weight } : cell)
  }
  return [...joined.values()].map(({ at, colour, value, weight }) => ({ at, colour, value: how === 'avg' && weight !== 1 ? value / weight : value }))
}

const join = (how: ChartPlan['how'], a: number, b: number): number => (how === 'min' ? Math.min(a, b) : how === 'max' ? Math.max(a, b) : a + b)

/** Places in the order of time or by size, colours by size; what is too much becomes the rest where a sum makes sense. */
export function arrange(plan: ChartPlan, points: readonly Point[]): Omit<ChartData, 'isComplete'> {
  const adds = plan.how === 'count' || plan.how === 'sum'
  const sizes = (key: 'at' | 'colour'): Map<string, number> => {
    const found = new Map<string, number>()
    for (const point of points) found.set(point[key], adds ? (found.get(point[key]) ?? 0) + point.value : Math.max(found.get(point[key]) ?? -Infinity, point.value))
    return found
  }
  const bySize = (all: Map<string, number>, descending = true) => [...all].toSorted((a, b) => (descending ? b[1] - a[1] : a[1] - b[1])).map(([name]) => name)
  const places = sizes('at')
  const colours = sizes('colour')
  const inTime = isTime(plan.by)
  const orderedPlaces = inTime ? withGaps([...places.keys()].filter((name) => name !== '').toSorted(), plan) : bySize(places, plan.how !== 'min')
  const [shownPlaces, placesLeft] = inTime && plan.picture === 'line' ? [orderedPlaces, []] : inTime ? [orderedPlaces.slice(-40), []] : split(orderedPlaces, mostPlaces, adds)
  const [shownColours, coloursLeft] = plan.colour ? split(bySize(colours), mostColours, adds) : [[''], []]
  const values = new Map<string, number>()
  for (const point of points) {
    const at = placesLeft.includes(point.at) ? restName : point.at
    const colour = coloursLeft.includes(point.colour) ? restName : point.colour
    const key = JSON.stringify([at, colour])
    values.set(key, (values.get(key) ?? 0) + point.value)
  }
  const allShown = [...shownPlaces, ...(placesLeft.length > 0 && adds ? [restName] : [])]
  const names = [...shownColours, ...(coloursLeft.length > 0 && adds ? [restName] : [])]
  return {
    plan,
    places: allShown,
    series: names.map((name) => ({ name, values: allShown.map((at) => values.get(JSON.stringify([at, name])) ?? null) })),
    whole: adds ? points.reduce((sum, { value }) => sum + value, 0) : undefined,
    allPlaces: places.size,
    allColours: colours.size,
  }
}

// One more than fits is shown rather than a rest of one.
function split(names: readonly string[], most: number, withRest: boolean): [string[], string[]] {
  if (names.length <= most) return [[...names], []]
  return [names.slice(0, withRest ? most - 1 : most), names.slice(withRest ? most - 1 : most)]
}

/** A year or month without a row is a gap in the line, not a shorter line. */
export function withGaps(sorted: readonly string[], { step }: Pick<ChartPlan, 'step'>): string[] {
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (first === undefined || last === undefined) return []
  const next = (at: string): string => {
    if (/^\d{4}$/.test(at)) return String(Number(at) + 1).padStart(4, '0')
    const date = new Date(`${at.length === 7 ? `${at}-01` : at}T00:00:00Z`)
    if (at.length === 7) date.setUTCMonth(date.getUTCMonth() + 1)
    else date.setUTCDate(date.getUTCDate() + 1)
    return date.toISOString().slice(0, at.length)
  }
  const isRegular = step === 'day' || step === 'month' || sorted.every((at) => /^\d{4}$/.test(at))
  if (!isRegular || sorted.some((at) => Number.isNaN(Date.parse(at)))) return [...sorted]
  const all: string[] = []
  for (let at = first; at <= last && all.length < 2_000; at = next(at)) all.push(at)
  return all
}
