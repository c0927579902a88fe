import { cents, portion, type Cents, type PlainDate } from '@modellregion/standards'
import type { Notice } from '../schema.ts'
import type { Use } from './late.ts'

/** All that the grant of a project follows from; in cents. */
export type Costs = {
  /** Spending that counts, after the limits of its lines. */
  readonly recognised: Cents
  readonly ownPlanned: Cents
  readonly third: Cents
  readonly thirdPlanned: Cents
}
type Terms = Pick<Notice, 'financing' | 'rateBp' | 'mostCents'>

/**
 * What the recipient may keep of the grant, from 0 to the most that was granted (VV no. 2 to § 44 LHO NRW; ANBest-P no. 2 for what changes later):
 * - share: the rate of the recognised spending; money of third parties beyond the plan lowers the spending first;
 * - fixed: the whole amount, as long as so much was spent;
 * - gap: what own share as planned and third parties as received leave open;
 * - full: all that third parties leave open.
 * Rounded half away from zero to whole cents.
 */
export function entitlement({ financing, rateBp, mostCents }: Terms, costs: Costs): Cents {
  const { recognised, ownPlanned, third, thirdPlanned } = costs
  switch (financing) {
    case 'share':
      return within(portion(atLeastNothing(recognised - Math.max(0, third - thirdPlanned)), rateBp ?? 0, 10_000), mostCents)
    case 'fixed':
      return within(recognised, mostCents)
    case 'gap':
      return within(cents(recognised - ownPlanned - third), mostCents)
    case 'full':
      return within(cents(recognised - third), mostCents)
  }
}

/**
 * How much of the grant is used up when so much has been spent: together with the other means where a share or a fixed amount is financed, after
 * them where a gap is (ANBest-P no. 1.4). `planned` is all planned spending.
 */
export function grantUsed({ financing, rateBp, mostCents }: Terms, spent: Cents, planned: Cents, otherMeans: Cents): Cents {
  switch (financing) {
    case 'share':
      return within(portion(atLeastNothing(spent), rateBp ?? 0, 10_000), mostCents)
    case 'fixed':
      return planned > 0 ? within(portion(atLeastNothing(spent), mostCents, Math.max(planned, mostCents)), mostCents) : within(spent, mostCents)
    case 'gap':
      return within(cents(spent - otherMeans), mostCents)
    case 'full':
      return within(spent, mostCents)
  }
}

/** How much of the grant had been used up by the end of each day on which something was spent. */
export function usesByDay(notice: Terms, days: readonly { readonly day: PlainDate; readonly eligible: Cents }[], planned: Cents, otherMeans: Cents): Use[] {
  let spent = 0
  return days.map(({ day, eligible }) => {
    spent += eligible
    return { day, used: grantUsed(notice, cents(spent), planned, otherMeans) }
  })
}

/** What a line may cost at most without leave: its plan and the limit of deviation. */
export const lineMost = (planned: Cents, limitBp: number): Cents => portion(planned, 10_000 + limitBp, 10_000)

/** Whether a claim is too small to be pursued by the threshold of the notice; without one every cent is pursued. */
export const isTrifle = (amount: number, threshold: number): boolean => amount > 0 && amount <= threshold

const atLeastNothing = (amount: number): Cents => cents(Math.max(0, amount))
const within = (amount: Cents, most: Cents): Cents => cents(Math.min(Math.max(0, amount), most))
