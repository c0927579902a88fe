import type { Content } from '../crypto/message.ts'
import type { PrivateKeys } from '../crypto/keys.ts'
import type { Epoch } from '../crypto/schema.ts'
import { verifyThread, type Head, type Opened, type ThreadFault } from '../crypto/thread.ts'
import type { CaseView, InboxEntry, Seen } from './schema.ts'

/** The confidant who sits at the desk, in the town of a case. */
export type Me = { readonly confidant: string; readonly keys: PrivateKeys }

/** A case as this browser has read and checked it. */
export type Room = {
  readonly town: string
  readonly case: string
  readonly view: CaseView
  readonly lines: readonly Opened[]
  readonly contents: readonly Content[]
  readonly head: Head
  readonly epoch: Epoch
  readonly epochKeys: ReadonlyMap<number, Uint8Array>
  /** Parties with a copy of the current key. */
  readonly readers: readonly string[]
  /** Whoever stood in the first epoch was not excluded by the person. */
  readonly firstParties: readonly string[]
  /** Somebody gave a copy to whom the person had excluded: everybody sees it. */
  readonly excludedAdmitted: readonly string[]
}
/** What the server handed out is not what was written. Nothing of it is shown. */
export type FaultyRoom = { readonly town: string; readonly case: string; readonly fault: ThreadFault; readonly seq: number | undefined }

export const isFaulty = (room: Room | FaultyRoom): room is FaultyRoom => 'fault' in room

/** Checks everything of a case again, whatever the server says of it. `sodium()` must have been awaited. */
export function openRoom({ town, case: id }: Pick<InboxEntry, 'town' | 'case'>, view: CaseView, me: Me, seen: Seen | undefined): Room | FaultyRoom {
  const { thread, keys } = view
  const result = verifyThread(thread, { me: me.confidant, keys: me.keys, statements: keys, expected: { tenant: town, case: id }, ...(seen && { seen }) })
  if (!result.ok) return { town, case: id, fault: result.code, seq: result.seq }
  const { messages, head, epoch, epochKeys, excludedAdmitted } = result
  const [first] = thread.epochs
  return {
    town,
    case: id,
    view,
    lines: messages,
    contents: messages.flatMap(({ message }) => (message ? [message.content] : [])),
    head,
    epoch,
    epochKeys,
    readers: epoch.copies.map(({ to }) => to),
    firstParties: first ? [...first.copies, ...first.shares].map(({ to }) => to) : [],
    excludedAdmitted,
  }
}

/** What the person wrote it about; nothing where the first message cannot be read. */
export const topicOf = ({ contents }: Pick<Room, 'contents'>): string | undefined => contents.find((content) => content.kind === 'start')?.topic

/** The last message that says who reads, where it can be read. */
function lastChange({ lines }: Pick<Room, 'lines'>) {
  const line = lines.findLast(({ message }) => message?.content.kind === 'readers-changed')
  return line?.message?.content.kind === 'readers-changed' ? { seq: line.seq, from: line.from, reason: line.message.content.reason, named: line.message.content.readers } : undefined
}

/**
 * Handed over to me alone by somebody who still has a copy, because whoever makes a key cannot leave themselves out of its first message: I
 * finish it by making the next key without them. What went to several waits until one of them takes it.
 */
export function isHandedToMe(room: Pick<Room, 'lines' | 'readers'>, me: string): boolean {
  const change = lastChange(room)
  if (!change || change.from === me || !['handed-over', 'substitute', 'left'].includes(change.reason)) return false
  const confidants = change.named.filter((party) => party !== 'person')
  return confidants.length === 1 && confidants[0] === me && room.readers.includes(change.from)
}

/** I have handed it over or stepped back: the number of the message that says so. What comes after it is not shown here, though the key is not gone yet. */
export function leftAt(room: Pick<Room, 'lines'>, me: string): number | undefined {
  const change = lastChange(room)
  return change && change.from === me && !change.named.includes(me) ? change.seq : undefined
}
