import type { Region } from './merge.ts'

/** A line as the comparison shows it. `old`: its number in the common state; `fresh`: in the merged text. */
export type ShownLine = { readonly mark: 'same' | 'removed' | 'added'; readonly by: 'ours' | 'theirs' | 'both' | null; readonly old: number | null; readonly fresh: number | null; readonly text: string }
/** A piece of a comparison: lines to read, lines that are left out because nobody changed them, or a conflict by its key. */
export type Piece = { readonly kind: 'lines'; readonly lines: readonly ShownLine[] } | { readonly kind: 'skipped'; readonly count: number } | { readonly kind: 'conflict'; readonly key: string }

/** Unchanged lines that stay in sight before and after a change. */
const context = 3

/** A merge as pieces to read from top to bottom. Numbers of the merged text end at the first conflict: nobody knows yet how long it gets. */
export function piecesOf(regions: readonly Region[]): Piece[] {
  const pieces: Piece[] = []
  let lines: ShownLine[] = []
  let fresh: number | null = 1
  const push = (line: Omit<ShownLine, 'fresh'>) => {
    lines.push({ ...line, fresh: line.mark === 'removed' ? null : fresh })
    if (line.mark !== 'removed' && fresh !== null) fresh++
  }
  const flush = () => {
    if (lines.length > 0) pieces.push({ kind: 'lines', lines })
    lines = []
  }
  regions.forEach((region, index) => {
    if (region.kind === 'conflict') {
      flush()
      pieces.push({ kind: 'conflict', key: region.key })
      fresh = null
    } else if (region.kind === 'same') {
      const before = index === 0 ? 0 : context
      const after = index === regions.length - 1 ? 0 : context
      const text = withoutLastEmpty(region.lines, index === regions.length - 1)
      const hidden = text.length > before + after + 1 ? { from: before, to: text.length - after } : undefined
      text.forEach((line, at) => {
        if (hidden && at >= hidden.from && at < hidden.to) {
          if (at === hidden.from) {
            flush()
            pieces.push({ kind: 'skipped', count: hidden.to - hidden.from })
          }
          if (fresh !== null) fresh++
        } else push({ mark: 'same', by: null, old: region.at + at + 1, text: line })
      })
    } else {
      const by = region.kind
      region.base.forEach((line, at) => push({ mark: 'removed', by, old: region.at + at + 1, text: line }))
      region.lines.forEach((line) => push({ mark: 'added', by, old: null, text: line }))
    }
  })
  flush()
  return pieces
}

// The empty line behind a final newline is no line for a reader.
const withoutLastEmpty = (lines: readonly string[], isLast: boolean): readonly string[] => (isLast && lines.at(-1) === '' ? lines.slice(0, -1) : lines)

/** How much a merge changes, in lines, for one side. */
export function countsOf(regions: readonly Region[], side: 'ours' | 'theirs'): { added: number; removed: number } {
  let added = 0
  let removed = 0
  for (const region of regions) {
    if (region.kind === 'same') continue
    const lines = region.kind === 'conflict' ? region[side] : region.kind === side || region.kind === 'both' ? region.lines : undefined
    if (!lines) continue
    added += lines.length
    removed += region.base.length
  }
  return { added, removed }
}
