import { fromUtf8, utf8 } from '../crypto/bytes.ts'
import { openSealed, publicKeysOf, sealTo, type PrivateKeys } from '../crypto/keys.ts'
import { padToBucket, unpad } from '../crypto/pad.ts'
import type { NoteContent } from './schema.ts'

/** Letters of a public box key in base64url: it stands before the sealed text, so that a note from before a change of keys still opens. */
const boxLetters = 43

export const emptyNote: NoteContent = { text: '', ticks: [], measure: '' }

/** A note for oneself, in one of the declared lengths. @throws RangeError when it is longer than a message may be */
export function sealNote(note: NoteContent, keys: PrivateKeys): string {
  const { box } = publicKeysOf(keys)
  return box + sealTo(padToBucket(utf8(JSON.stringify(note))), box)
}

/** The note, or nothing when it was sealed to other keys or changed. */
export function openNote(sealed: string, keys: PrivateKeys): NoteContent | undefined {
  const bytes = openSealed(sealed.slice(boxLetters), sealed.slice(0, boxLetters), keys)
  const plain = bytes && unpad(bytes)
  const text = plain && fromUtf8(plain)
  return text === undefined ? undefined : readNote(JSON.parse(text))
}

function readNote(value: unknown): NoteContent | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const text = 'text' in value && typeof value.text === 'string' ? value.text : ''
  const ticks = 'ticks' in value && Array.isArray(value.ticks) ? value.ticks.map(String) : []
  const measure = 'measure' in value && typeof value.measure === 'string' ? value.measure : ''
  return { text, ticks, measure }
}
