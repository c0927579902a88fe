import { newEpoch, type Reader } from '../crypto/epoch.ts'
import { sealMessage } from '../crypto/envelope.ts'
import { verifyStatements } from '../crypto/keys.ts'
import type { Content } from '../crypto/message.ts'
import type { Envelope, Epoch, KeyStatement } from '../crypto/schema.ts'
import { candidatesFor } from './rules.ts'
import type { Me, Room } from './room.ts'
import type { Directory } from './schema.ts'

export type Sealed = { readonly envelope: Envelope; readonly epoch?: Epoch }

/** A message for those who can read now. Throws when this desk has no key of the current epoch: the buttons are not there then. */
export function sealContent(room: Room, me: Me, content: Content, now: Date): Sealed {
  const key = room.epochKeys.get(room.epoch.epoch)
  if (!key) throw new Error('This reader has no key of the current epoch.')
  return { envelope: sealMessage({ message: { at: now.toISOString(), content }, epoch: room.epoch, key, seq: room.head.seq + 1, prev: room.head.hash, from: me.confidant, keys: me.keys }) }
}

type Changed = Extract<Content, { kind: 'readers-changed' }>
export type NewReaders = {
  /** Confidants who read from now on, without whoever makes the change. */
  readonly others: readonly string[]
  /** Whether I read on in my own name; else I am in the key only until those named make the next one. */
  readonly staying: boolean
  readonly history: boolean
  readonly reason: Changed['reason']
}

/**
 * A new key, and the message that says why. The person always gets a copy with history; holders of shares are those of the office now, except
 * whoever the person has excluded. The maker's own copy is needed for this very message (docs/protocol.md, "Epochs").
 * `opened` is the key of the epoch before where it was opened with shares instead of an own copy.
 */
export async function sealNewReaders(room: Room, me: Me, directory: Directory, wish: NewReaders, now: Date, opened?: Uint8Array): Promise<Sealed> {
  const { confidants, threshold: wanted } = directory
  const previousKey = opened ?? room.epochKeys.get(room.epoch.epoch)
  if (!previousKey) throw new Error('Without the key before there is no next one.')
  const mayRead = new Set([me.confidant, ...candidatesFor(confidants, { me: me.confidant, contents: room.contents, firstParties: room.firstParties }).map(({ id }) => id)])
  const boxOf = (id: string): string | undefined => boxIn(id === me.confidant ? (room.view.keys[id] ?? confidants.find((one) => one.id === id)?.statements) : confidants.find((one) => one.id === id)?.statements, room.town, id)
  const reader = (party: string, withHistory: boolean): Reader[] => {
    const box = party === 'person' ? room.view.thread.person.box : boxOf(party)
    return box === undefined ? [] : [{ party, box, withHistory }]
  }
  const readers = [...reader('person', true), ...reader(me.confidant, true), ...wish.others.filter((id) => mayRead.has(id)).flatMap((id) => reader(id, wish.history))]
  const holders = confidants.filter(({ id, holder }) => holder && mayRead.has(id)).flatMap(({ id }) => reader(id, false))
  const threshold = wanted > 1 && holders.length >= wanted ? wanted : 0
  const history = new Map(room.epochKeys)
  if (opened) history.set(room.epoch.epoch, opened)
  const { epoch, key } = await newEpoch({
    tenant: room.town,
    case: room.case,
    from: room.head.seq + 1,
    by: me.confidant,
    keys: me.keys,
    readers,
    holders: threshold > 0 ? holders : [],
    threshold,
    previous: { epoch: room.epoch, key: previousKey },
    history,
  })
  const content: Content = { kind: 'readers-changed', reason: wish.reason, readers: ['person', ...(wish.staying ? [me.confidant] : []), ...wish.others] }
  return { epoch, envelope: sealMessage({ message: { at: now.toISOString(), content }, epoch, key, seq: room.head.seq + 1, prev: room.head.hash, from: me.confidant, keys: me.keys }) }
}

const boxIn = (statements: readonly KeyStatement[] | undefined, town: string, id: string): string | undefined => (statements ? verifyStatements(statements, town, id)?.box : undefined)
