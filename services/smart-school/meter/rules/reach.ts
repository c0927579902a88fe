import { mayRead, type Reach } from '../../protection/rules.ts'
import { quantityOf } from '../../quantity/quantity.ts'
import type { Series } from '../../store/schema.ts'

/** Whether somebody may see what a meter counts, by all series of its point. What its device tells of itself, such as its battery, has readers of its own and does not matter. */
export const mayReadMeter = (reach: Reach, series: readonly Pick<Series, 'audience' | 'schoolId' | 'quantity'>[]): boolean =>
  series.filter(({ quantity }) => quantity === null || quantityOf(quantity).kind === 'counter').every((one) => mayRead(reach, one))
