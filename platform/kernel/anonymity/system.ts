import type { Place, PublishedEntry, PublishedTable, Range } from './schema.ts'

/** Terms with signs that add up to nothing: two cells minus their margin. */
export type Relation = readonly { at: number; sign: 1 | -1 }[]

/** What an attacker knows: a range for each unknown, and relations that hold. */
export type System = { ranges: Range[]; relations: Relation[] }

/** A published table as the attacker reads it; unknowns in the order of its entries. @throws RangeError when entries are missing */
export function systemOf(table: PublishedTable): System {
  const at = new Map(table.entries.map(({ place }, index) => [JSON.stringify(place), index]))
  const find = (place: Place): number => {
    const index = at.get(JSON.stringify(place))
    if (index === undefined) throw new RangeError(`Nothing is said about ${JSON.stringify(place)}.`)
    return index
  }
  return {
    ranges: table.entries.map((entry) => rangeOf(entry, table)),
    relations: table.entries.flatMap(({ place }) => sumsAt(place, table).map((addends) => [{ at: find(place), sign: -1 }, ...addends.map((addend) => plus(find(addend)))])),
  }
}

const plus = (at: number) => ({ at, sign: 1 as const })

function rangeOf({ place, said }: PublishedEntry, { k, zeros, scope }: PublishedTable): Range {
  if ('shown' in said) return { low: said.shown, high: said.shown }
  if (said.suppressed === 'small') return { low: zeros === 'sensitive' ? 0 : 1, high: k - 1 }
  // The word itself speaks: no small cell is ever called complementary, and no zero. Of a margin it says nothing.
  const isCell = !place.includes(null)
  return { low: scope === 'cells' && isCell ? k : 0, high: Infinity }
}

// A margin is a sum along each dimension of which it is the total.
const sumsAt = (place: Place, { dimensions }: PublishedTable): Place[][] =>
  dimensions.flatMap(({ categories }, index) => (place[index] === null ? [categories.map((category) => place.with(index, category))] : []))
