import type { PlainDate } from '@modellregion/standards'
import type { Consumption, GasValue, MeterQuantity, Period } from '../schema.ts'
import type { Piece } from './chain.ts'
import { edgesOf, spansOf, startOf } from './periods.ts'
import { nth } from './nth.ts'
import { spread, type Share, type Weigh } from './spread.ts'
import { unitOf } from './units.ts'

export type ConsumptionOrder = { readonly from: PlainDate; readonly until: PlainDate; readonly by: Period; readonly quantity: MeterQuantity; readonly gasValues?: readonly GasValue[]; readonly weigh?: Weigh }

const hour = 3_600_000

/** Pieces of all chains of a meter point become amounts by the local calendar. Gas is valued by what holds on each day; before the first value the first one holds. */
export function consumptionBy(pieces: readonly Piece[], { from, until, by, quantity, gasValues = [], weigh }: ConsumptionOrder): Consumption[] {
  const spans = spansOf(from, until, by)
  const bounds = edgesOf(spans).map((edge) => edge.getTime())
  const values = quantity === 'gas' ? gasValues : []
  const changes = values.slice(1).map((value) => startOf(value.from).getTime())
  const edges = [...new Set([...bounds, ...changes.filter((change) => change > (bounds[0] ?? 0) && change < (bounds.at(-1) ?? 0))])].sort((a, b) => a - b)
  const shares = spread(pieces, edges, weigh).map((share, at) => valued(share, values[changes.filter((change) => change <= nth(edges, at)).length]))
  let at = 0
  return spans.map((span, index) => {
    let sum: Share = { amount: 0, estimated: 0, covered: 0 }
    for (; at < shares.length && nth(edges, at) < nth(bounds, index + 1); at++) sum = plus(sum, nth(shares, at))
    return { ...span, ...sum, hours: (nth(bounds, index + 1) - nth(bounds, index)) / hour, unit: unitOf(quantity, values.length > 0), quantity }
  })
}

const plus = (a: Share, b: Share): Share => ({ amount: a.amount + b.amount, estimated: a.estimated + b.estimated, covered: a.covered + b.covered })

function valued(share: Share, value: GasValue | undefined): Share {
  if (!value) return share
  const worth = value.calorificValue * value.stateNumber
  return { amount: share.amount * worth, estimated: share.estimated * worth, covered: share.covered }
}
