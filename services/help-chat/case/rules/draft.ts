import type { Confidant, Directory, Draft } from '../schema.ts'
import type { Step } from './view.ts'

export const emptyDraft: Draft = { topic: '', choice: 'any', excluded: [], lane: 'counsel', declared: false, text: '' }

/** Bytes of UTF-8 that one text may have: the largest bucket of 64 KiB less what stands around the text. */
export const mostTextBytes = 60_000

/** A mistake at a field; the words are `case.error.<code>`. */
export type Mistake = { readonly field: string; readonly code: 'topic' | 'who' | 'nobody' | 'statement' | 'empty' | 'long' | 'files' }

/** Length of a text as it will stand in the message: JSON writes quotation marks and line ends with two signs. */
export const bytesOf = (text: string): number => new TextEncoder().encode(JSON.stringify(text)).length - 2

/** What stands against the next step; empty: nothing. */
export function mistakesOf(step: Step, draft: Draft, directory: Directory): readonly Mistake[] {
  switch (step) {
    case 'topic':
      return draft.topic === '' ? [{ field: 'topic', code: 'topic' }] : []
    case 'who':
      return readersOf(directory, draft).length > 0 ? [] : [{ field: 'who', code: draft.choice === 'any' ? 'nobody' : 'who' }]
    case 'lane':
      return draft.lane === 'report' && !draft.declared ? [{ field: 'declared', code: 'statement' }] : []
    case 'write':
      return mistakesInText(draft.text)
  }
}

export function mistakesInText(text: string, mayBeEmpty = false): readonly Mistake[] {
  if (text.trim() === '') return mayBeEmpty ? [] : [{ field: 'text', code: 'empty' }]
  return bytesOf(text) > mostTextBytes ? [{ field: 'text', code: 'long' }] : []
}

/** Only whoever has made keys can read. */
export const hasKeys = ({ statements }: Confidant): boolean => statements.length > 0

/** Whoever gets a copy of the key of a new case: the chosen confidant, or all on duty; never somebody excluded. */
export function readersOf(directory: Directory, { choice, excluded }: Pick<Draft, 'choice' | 'excluded'>): readonly Confidant[] {
  return directory.confidants.filter((one) => hasKeys(one) && !excluded.includes(one.id) && (choice === 'any' ? one.onDuty : one.id === choice))
}

/**
 * Who keeps a share, and how many of them must act together. Whoever is excluded keeps none; with fewer than the town's number left there is no
 * escrow (`threshold` 0).
 */
export function holdersOf(directory: Directory, excluded: readonly string[]): { readonly holders: readonly Confidant[]; readonly threshold: number } {
  const holders = directory.confidants.filter((one) => one.holder && hasKeys(one) && !excluded.includes(one.id))
  const isEnough = directory.threshold >= 2 && holders.length >= directory.threshold
  return isEnough ? { holders, threshold: directory.threshold } : { holders: [], threshold: 0 }
}

/**
 * Who keeps shares after the readers have changed. Nobody gets one (back) who had none before, except as a reader: whoever was taken out once must
 * not come in again by this door.
 */
export function holdersAfter(directory: Directory, { held, readers, removed }: { readonly held: readonly string[]; readonly readers: readonly string[]; readonly removed: readonly string[] }): ReturnType<typeof holdersOf> {
  const may = (id: string): boolean => (held.includes(id) || readers.includes(id)) && !removed.includes(id)
  return holdersOf(directory, directory.confidants.map(({ id }) => id).filter((id) => !may(id)))
}
