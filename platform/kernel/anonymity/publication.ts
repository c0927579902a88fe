import type { PlainDate } from '@modellregion/standards'
import { boundsOf } from './bounds.ts'
import { protectionWidth } from './say.ts'
import type { Place, PublishedEntry, PublishedTable, Range, Said } from './schema.ts'
import { systemOf, type Relation, type System } from './system.ts'

/**
 * A table and the day whose counts it shows: "as of". `earlier` are numbers that older publications showed at places which this one withholds; who kept
 * them still has them. Keep what `nextPublication` returns as a whole, and give it back next time.
 */
export type Publication = { asOf: PlainDate; table: PublishedTable; earlier?: readonly EarlierNumber[] }
export type EarlierNumber = { place: Place; shown: number }

/**
 * What may be published after the previous publication of the same growing counters: the current one, or once more the previous one as it was. Somebody
 * who kept last week's table subtracts it from this week's. So the current one is published only when every number it shows grew by nothing or by k and
 * more since it was last shown, and when both tables together narrow nothing: no small count then or now, and no small growth of what is withheld.
 * @throws when the tables have other dimensions, or a number fell: counters only grow
 */
export function nextPublication(previous: Publication | undefined, current: Publication, k: number = current.table.k): Publication {
  if (!previous) return current
  refuseOthers(previous.table, current.table)
  const last = lastShown(previous)
  if (!current.table.entries.every((entry) => mayGrow(entry, last.get(nameOf(entry)), k))) return previous
  if (!isSafeTogether(previous, current.table, k)) return previous
  return { ...current, earlier: current.table.entries.flatMap(({ place, said }) => earlierAt(place, said, last)) }
}

const nameOf = ({ place }: { place: Place }): string => JSON.stringify(place)

const lastShown = ({ table, earlier = [] }: Publication): Map<string, number> =>
  new Map([...earlier, ...table.entries.flatMap(({ place, said }) => ('shown' in said ? [{ place, shown: said.shown }] : []))].map((entry) => [nameOf(entry), entry.shown]))

function earlierAt(place: Place, said: Said, last: ReadonlyMap<string, number>): EarlierNumber[] {
  const shown = last.get(nameOf({ place }))
  return 'shown' in said || shown === undefined ? [] : [{ place, shown }]
}

function mayGrow({ said, place }: PublishedEntry, before: number | undefined, k: number): boolean {
  if (!('shown' in said) || before === undefined) return true
  if (said.shown < before) throw new RangeError(`${JSON.stringify(place)} fell from ${before} to ${said.shown}. Counters only grow.`)
  return said.shown === before || said.shown - before >= k
}

// Both tables and the growth between them as one system: then + growth = now.
function isSafeTogether(previous: Publication, current: PublishedTable, k: number): boolean {
  const size = current.entries.length
  const before = inOrderOf(current, previous.table)
  const [then, now] = [systemOf(before), systemOf(current)]
  const both: System = {
    ranges: [...raisedBy(lastShown(previous), before, then.ranges), ...now.ranges, ...now.ranges.map(() => ({ low: 0, high: Infinity }))],
    relations: [
      ...then.relations,
      ...now.relations.map((relation) => relation.map(({ at, sign }) => ({ at: at + size, sign }))),
      ...now.ranges.map((_, at): Relation => [{ at, sign: 1 }, { at: at + 2 * size, sign: 1 }, { at: at + size, sign: -1 }]),
    ],
  }
  const said = [...before.entries, ...current.entries].map((entry) => entry.said)
  const width = protectionWidth(current)
  return [...boundsOf(both, [...both.ranges.keys()])].every(([at, range]) => {
    const word = said[at]
    if (!word) return isSilentGrowth(range, k)
    return 'shown' in word || range.low >= current.k || isWide(range, width)
  })
}

// What was shown once is the least that it can be.
const raisedBy = (last: ReadonlyMap<string, number>, { entries }: PublishedTable, ranges: readonly Range[]): Range[] =>
  ranges.map(({ low, high }, at) => ({ low: Math.max(low, last.get(nameOf(entries[at] ?? { place: [] })) ?? 0), high }))

const isWide = ({ low, high }: Range, width: number): boolean => high - low + 1 >= width

// Nothing, at least k, or so wide that it could be many things.
const isSilentGrowth = (range: Range, k: number): boolean => (range.low === 0 && range.high === 0) || range.low >= k || isWide(range, k - 1)

function inOrderOf({ entries }: PublishedTable, table: PublishedTable): PublishedTable {
  const known = new Map(table.entries.map((entry) => [nameOf(entry), entry]))
  return { ...table, entries: entries.flatMap((entry) => known.get(nameOf(entry)) ?? []) }
}

function refuseOthers(previous: PublishedTable, current: PublishedTable): void {
  const headOf = ({ dimensions, k, zeros }: PublishedTable) => JSON.stringify([dimensions, k, zeros])
  if (headOf(previous) !== headOf(current)) throw new RangeError('The tables have other dimensions, categories or rules.')
}
