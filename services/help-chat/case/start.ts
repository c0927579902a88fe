import { randomBytes } from '../crypto/bytes.ts'
import { sealMessage } from '../crypto/envelope.ts'
import { newEpoch } from '../crypto/epoch.ts'
import { publicKeysOf, verifyStatements, type CaseKeys } from '../crypto/keys.ts'
import type { NewCase } from './client.ts'
import { deviceNow } from './dates.ts'
import { holdersOf, readersOf } from './rules/draft.ts'
import type { Confidant, Directory, Draft } from './schema.ts'

export type Start = { readonly draft: Draft; readonly directory: Directory; readonly mine: CaseKeys; readonly language: 'de' | 'en' | 'de-x-leicht' }

/** The first message, sealed to those who were chosen. Whoever is excluded gets neither a copy nor a share. Undefined: nobody has keys that hold. */
export async function prepareCase({ draft, directory, mine, language }: Start): Promise<Omit<NewCase, 'work'> | undefined> {
  const { tenant } = directory
  const { keys, lookup } = mine
  const own = publicKeysOf(keys)
  const readers = readersOf(directory, draft).flatMap((one) => partyOf(one, tenant))
  const { holders, threshold } = holdersOf(directory, draft.excluded)
  const sharing = holders.flatMap((one) => partyOf(one, tenant))
  if (readers.length === 0) return undefined
  const enough = sharing.length >= threshold ? threshold : 0
  const place = { tenant, case: newCaseId() }
  const { epoch, key } = await newEpoch({ ...place, from: 0, by: 'person', keys, readers: [{ party: 'person', box: own.box }, ...readers], holders: enough > 0 ? sharing : [], threshold: enough, excluded: draft.excluded })
  const message = { at: deviceNow(), content: { kind: 'start', topic: draft.topic, lane: 'counsel', language, excluded: draft.excluded, text: draft.text.trim() } } as const
  const envelope = sealMessage({ message, epoch, key, seq: 0, prev: null, from: 'person', keys })
  return { case: place.case, lookup, keys: own, epoch, envelope, topic: draft.topic }
}

/** A confidant with the key that their own chain of statements vouches for; nothing when it is broken. */
export function partyOf({ id, statements }: Pick<Confidant, 'id' | 'statements'>, tenant: string): { party: string; box: string }[] {
  const keys = verifyStatements(statements, tenant, id)
  return keys ? [{ party: id, box: keys.box }] : []
}

/** Whether two chains begin with the same keys. Another beginning under the same name is another person, or an attack. */
export const areOneChain = (one: Confidant['statements'] | undefined, other: Confidant['statements']): boolean => one === undefined || one[0] === undefined || (one[0].sign === other[0]?.sign && one[0].box === other[0].box)

/** A random UUID (RFC 9562, version 4). */
export function newCaseId(): string {
  const bytes = randomBytes(16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
