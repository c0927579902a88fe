import type { Unread } from '../../quantity/normalise.ts'
import { quantityOf, type Measure } from '../../quantity/quantity.ts'

/** Nobody measured in schools before: an older clock was never set (1970, 1980, 2000 are what chips begin with). */
export const firstMoment = Date.UTC(2015, 0, 1)
/** Clocks of network servers differ by seconds; a few minutes ahead is still the present. */
export const aheadMinutes = 5

/** Why a moment cannot be right, as a code; undefined when it can. */
export function whyNotMoment(at: Date, now: Date): 'past' | 'future' | undefined {
  if (!(at.getTime() >= firstMoment)) return 'past'
  return at.getTime() > now.getTime() + aheadMinutes * 60_000 ? 'future' : undefined
}

/** Why a value cannot be right, as a code; undefined when it can. Ranges stand beside the quantities. */
export function whyNotValue({ quantity, value, ageSeconds = 0 }: Measure): 'not-a-number' | 'below' | 'above' | 'age' | undefined {
  if (!Number.isFinite(value)) return 'not-a-number'
  const [least, most] = quantityOf(quantity).range
  if (value < least) return 'below'
  if (value > most) return 'above'
  return Number.isFinite(ageSeconds) && ageSeconds >= 0 && ageSeconds <= 366 * 86_400 ? undefined : 'age'
}

/** How a detail ends that tells of no number: it is the same with every frame of a broken sensor. */
export const noNumber = 'why=not-a-number'

/** Values that can be right, and what is said about the others. */
export function sortMeasures(measures: readonly Measure[], unread: readonly Unread[] = []): { readonly good: readonly Measure[]; readonly bad: readonly string[] } {
  if (unread.length === 0 && measures.every((measure) => whyNotValue(measure) === undefined)) return { good: measures, bad: [] }
  const bad = measures.flatMap((measure) => {
    const why = whyNotValue(measure)
    return why ? [`channel=${measure.channel} value=${measure.value} why=${why}`] : []
  })
  bad.push(...unread.map(({ channel, value }) => `channel=${channel} value=${value} ${noNumber}`))
  return { good: measures.filter((measure) => whyNotValue(measure) === undefined), bad }
}

/** The moment a value was measured, whole milliseconds. */
export const momentOfMeasure = ({ ageSeconds = 0 }: Pick<Measure, 'ageSeconds'>, at: Date): Date => (ageSeconds === 0 ? at : new Date(Math.round(at.getTime() - ageSeconds * 1_000)))
