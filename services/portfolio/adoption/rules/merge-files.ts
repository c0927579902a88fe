import type { ReuseFile } from '@modellregion/contracts'
import { conflictsOf, lineEndOf, mergeTexts, settle, type Choice, type LineEnd, type Region } from './merge.ts'

/** What happens to one file of an item. `null` as content: the file is not there. */
export type FileMerge =
  /** Clear without a question: unchanged, changed by one side, or by both in the same way. */
  | { readonly kind: 'clear'; readonly path: string; readonly from: 'same' | 'ours' | 'theirs' | 'both'; readonly file: ReuseFile | null; readonly regions: readonly Region[] | null }
  /** Texts that both sides have changed; with or without conflicts. */
  | { readonly kind: 'text'; readonly path: string; readonly regions: readonly Region[]; readonly end: LineEnd; readonly mediaType: string }
  /** Both sides changed what has no lines, or one side removed what the other one changed. */
  | { readonly kind: 'whole'; readonly path: string; readonly ours: ReuseFile | null; readonly theirs: ReuseFile | null }

/** Decisions by path and key of the conflict; the key of a whole file is `whole`. */
export type Choices = (path: string, key: string) => Choice | undefined
export const wholeKey = 'whole'

/** Compares three states of an item, file by file in the order of their paths. */
export function mergeFiles(base: readonly ReuseFile[], ours: readonly ReuseFile[], theirs: readonly ReuseFile[]): FileMerge[] {
  const [old, mine, their] = [byPath(base), byPath(ours), byPath(theirs)]
  const paths = [...new Set([...old.keys(), ...mine.keys(), ...their.keys()])].toSorted()
  return paths.map((path) => mergeFile(path, old.get(path) ?? null, mine.get(path) ?? null, their.get(path) ?? null))
}

function mergeFile(path: string, base: ReuseFile | null, ours: ReuseFile | null, theirs: ReuseFile | null): FileMerge {
  const clear = (from: 'same' | 'ours' | 'theirs' | 'both', file: ReuseFile | null): FileMerge => ({ kind: 'clear', path, from, file, regions: regionsOf(base, ours, theirs) })
  if (isSame(ours, theirs)) return clear(isSame(base, ours) ? 'same' : 'both', ours)
  if (isSame(base, ours)) return clear('theirs', theirs)
  if (isSame(base, theirs)) return clear('ours', ours)
  if (ours?.text === undefined || theirs?.text === undefined || (base !== null && base.text === undefined)) return { kind: 'whole', path, ours, theirs }
  const mediaType = base?.mediaType === ours.mediaType ? theirs.mediaType : ours.mediaType
  // A file that both sides have added has nothing in common but an empty beginning.
  return { kind: 'text', path, regions: mergeTexts(base?.text ?? '', ours.text, theirs.text), end: lineEndOf(ours.text), mediaType }
}

function regionsOf(base: ReuseFile | null, ours: ReuseFile | null, theirs: ReuseFile | null): readonly Region[] | null {
  if ([base, ours, theirs].some((file) => file !== null && file.text === undefined)) return null
  return mergeTexts(base?.text ?? '', ours?.text ?? '', theirs?.text ?? '')
}

/** How many decisions a person has to make. */
export const openQuestions = (merges: readonly FileMerge[]): { path: string; key: string }[] =>
  merges.flatMap((merge) => (merge.kind === 'whole' ? [{ path: merge.path, key: wholeKey }] : merge.kind === 'text' ? conflictsOf(merge.regions).map(({ key }) => ({ path: merge.path, key })) : []))

/** The files after all decisions. Undefined while one is missing. */
export function settleFiles(merges: readonly FileMerge[], choices: Choices): ReuseFile[] | undefined {
  const files: ReuseFile[] = []
  for (const merge of merges) {
    const file = settleFile(merge, choices)
    if (file === undefined) return undefined
    if (file !== null) files.push(file)
  }
  return files
}

function settleFile(merge: FileMerge, choices: Choices): ReuseFile | null | undefined {
  if (merge.kind === 'clear') return merge.file
  if (merge.kind === 'whole') {
    const choice = choices(merge.path, wholeKey)
    return choice?.take === 'ours' ? merge.ours : choice?.take === 'theirs' ? merge.theirs : undefined
  }
  const text = settle(merge.regions, merge.end, (key) => choices(merge.path, key))
  return text === undefined ? undefined : { path: merge.path, mediaType: merge.mediaType, text }
}

const byPath = (files: readonly ReuseFile[]): Map<string, ReuseFile> => new Map(files.map((file) => [file.path, file]))
const isSame = (a: ReuseFile | null, b: ReuseFile | null): boolean => a === b || (a !== null && b !== null && a.mediaType === b.mediaType && a.text === b.text && a.base64 === b.base64)

/** In the order of their paths, as a hash and a reader expect them. */
export const inOrder = (files: readonly ReuseFile[]): ReuseFile[] => files.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
