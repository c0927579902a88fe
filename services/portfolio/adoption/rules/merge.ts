import { diffIndices } from 'node-diff3'

/**
 * Three-way merge of texts, line by line (S. Khanna, K. Kunal, B. C. Pierce: A Formal Investigation of Diff3, 2007). A text is split at each
 * `\n`, so that a final newline is an empty last line. Line ends are no content: they are taken off before the comparison, and the result
 * gets those of ours.
 */
export type Region =
  /** Nobody changed it. */
  | { readonly kind: 'same'; readonly at: number; readonly lines: readonly string[] }
  /** One side changed it, or both in the same way. `base` is what stood there. */
  | { readonly kind: 'ours' | 'theirs' | 'both'; readonly at: number; readonly base: readonly string[]; readonly lines: readonly string[] }
  | Conflict

/** Both sides changed the same place, each in its own way. `key` stays the same while the rest of the text changes. */
export type Conflict = { readonly kind: 'conflict'; readonly key: string; readonly at: number; readonly base: readonly string[]; readonly ours: readonly string[]; readonly theirs: readonly string[] }

/** What a person decided about a conflict. */
export type Choice = { readonly take: 'ours' | 'theirs' | 'both' } | { readonly take: 'own'; readonly text: string }

/** More lines than this are compared as a whole: the comparison takes time with the square of repeated lines. */
export const lineLimit = 20_000

export const linesOf = (text: string): string[] => text.split('\n')

export type LineEnd = '\n' | '\r\n'
/** How the lines of a text end. A text that mixes both is left as it is. */
export const lineEndOf = (text: string): LineEnd => (/\r\n/.test(text) && !/(^|[^\r])\n/.test(text) ? '\r\n' : '\n')
const plain = (text: string): string => (lineEndOf(text) === '\r\n' ? text.replaceAll('\r\n', '\n') : text)

/** The regions of a merge in the order of the text. `at` counts the lines of the base from 0. */
export function mergeTexts(baseText: string, oursText: string, theirsText: string): Region[] {
  const [base, ours, theirs] = [linesOf(plain(baseText)), linesOf(plain(oursText)), linesOf(plain(theirsText))]
  if (same(ours, theirs)) return same(base, ours) ? [{ kind: 'same', at: 0, lines: base }] : [{ kind: 'both', at: 0, base, lines: ours }]
  if (base.length + ours.length + theirs.length > 3 * lineLimit) return [changed(0, base, ours, theirs)]
  return regionsOf(base, ours, theirs)
}

/** A run of base lines that one side replaces by a run of its own. */
type Hunk = { readonly side: 'ours' | 'theirs'; readonly from: number; readonly to: number; readonly sideFrom: number; readonly sideTo: number }

const hunksOf = (side: Hunk['side'], base: string[], changedTo: string[]): Hunk[] =>
  diffIndices(base, changedTo).map(({ buffer1: [from, length], buffer2: [sideFrom, sideLength] }) => ({ side, from, to: from + length, sideFrom, sideTo: sideFrom + sideLength }))

// Hunks of both sides that overlap or touch make one region; everything between regions is the same in all three texts.
function regionsOf(base: string[], ours: string[], theirs: string[]): Region[] {
  const hunks = [...hunksOf('ours', base, ours), ...hunksOf('theirs', base, theirs)].toSorted((a, b) => a.from - b.from || a.to - b.to)
  const regions: Region[] = []
  let at = 0
  for (let next = 0; next < hunks.length; ) {
    const group: Hunk[] = []
    const from = hunks[next]?.from ?? at
    let to = from
    for (let hunk = hunks[next]; hunk && (group.length === 0 || hunk.from <= to); hunk = hunks[++next]) {
      group.push(hunk)
      to = Math.max(to, hunk.to)
    }
    if (from > at) regions.push({ kind: 'same', at, lines: base.slice(at, from) })
    const part = (side: Hunk['side'], lines: readonly string[]) => sliceOf(group.filter((hunk) => hunk.side === side), from, to, base, lines)
    regions.push(changed(from, base.slice(from, to), part('ours', ours), part('theirs', theirs)))
    at = to
  }
  if (at < base.length) regions.push({ kind: 'same', at, lines: base.slice(at) })
  return regions
}

// What stands on one side in place of the base lines from `from` to `to`.
function sliceOf(hunks: readonly Hunk[], from: number, to: number, base: readonly string[], lines: readonly string[]): readonly string[] {
  const [first, last] = [hunks[0], hunks.at(-1)]
  return first && last ? lines.slice(first.sideFrom - (first.from - from), last.sideTo + (to - last.to)) : base.slice(from, to)
}

function changed(at: number, base: readonly string[], ours: readonly string[], theirs: readonly string[]): Region {
  if (same(ours, theirs)) return { kind: 'both', at, base, lines: ours }
  if (same(base, ours)) return { kind: 'theirs', at, base, lines: theirs }
  if (same(base, theirs)) return { kind: 'ours', at, base, lines: ours }
  return { kind: 'conflict', key: `${at}-${base.length}`, at, base, ours, theirs }
}

/** The lines that a decision puts in place of a conflict. */
export function linesOfChoice({ ours, theirs }: Pick<Conflict, 'ours' | 'theirs'>, choice: Choice): readonly string[] {
  if (choice.take === 'own') return ownLines(choice.text)
  return choice.take === 'ours' ? ours : choice.take === 'theirs' ? theirs : [...ours, ...theirs]
}

// A browser sends CR LF from a text field. An empty field means that nothing stands there.
const ownLines = (text: string): string[] => (text === '' ? [] : linesOf(text.replaceAll('\r\n', '\n')))

export const conflictsOf = (regions: readonly Region[]): Conflict[] => regions.flatMap((region) => (region.kind === 'conflict' ? [region] : []))

/** The merged text with the line ends of ours. Undefined while a conflict has no decision. */
export function settle(regions: readonly Region[], end: LineEnd, choiceOf: (key: string) => Choice | undefined): string | undefined {
  const pieces: (readonly string[])[] = []
  for (const region of regions) {
    const lines = region.kind === 'conflict' ? decided(region, choiceOf(region.key)) : region.lines
    if (!lines) return undefined
    pieces.push(lines)
  }
  return pieces.flat().join(end)
}

const decided = (conflict: Conflict, choice: Choice | undefined): readonly string[] | undefined => choice && linesOfChoice(conflict, choice)

const same = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((line, at) => line === b[at])
