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

/**
 * Handed over to me by somebody who still has a copy, because whoever makes a key cannot leave themselves out of its first message: I finish it
 * by making the next key without them.
 */
export function isHandedToMe({ lines, readers }: Pick<Room, 'lines' | 'readers'>, me: string): boolean {
  const change = lines.findLast(({ message }) => message?.content.kind === 'readers-changed')
  if (change?.message?.content.kind !== 'readers-changed') return false
  const { reason, readers: named } = change.message.content
  if (!['handed-over', 'substitute', 'left'].includes(reason) || change.from === me) return false
  return named.includes(me) && !named.includes(change.from) && readers.includes(change.from)
}
