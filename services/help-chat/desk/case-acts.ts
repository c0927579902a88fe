import { cleanFile, neutralName, type Cleaned } from '../attachment/clean.ts'
import { decryptFile, encryptFile } from '../crypto/file.ts'
import type { Content, FileNote } from '../crypto/message.ts'
import type { EnvelopeAct } from './client.ts'
import { browserNow } from './clock.ts'
import { sealNote } from './note.ts'
import { isFaulty, isHandedToMe, type Room } from './room.ts'
import { caseKey } from './rules.ts'
import type { InboxEntry, NoteContent } from './schema.ts'
import { sealContent, sealNewReaders, type NewReaders, type Sealed } from './sealing.ts'
import { failureOf, type Sentence, type Store } from './store.ts'

type Place = Pick<InboxEntry, 'town' | 'case'>
/** How often a message is sealed again because somebody was quicker. */
const mostTries = 3

/**
 * Seals something for the present state of a case and sends it. Where somebody was quicker, the case is read again and it is sealed for what
 * stands there now, so that a signature never speaks of something its writer has not seen. False: it was refused, and the desk says why.
 */
async function post(store: Store, place: Place, seal: (room: Room) => Sealed | Promise<Sealed>, act?: EnvelopeAct, said?: Sentence): Promise<boolean> {
  store.set({ isBusy: true, failure: undefined })
  for (let tries = 0; tries < mostTries; tries++) {
    const known = store.now().rooms.get(caseKey(place))
    const room = tries === 0 && known ? known : await store.read(place, true)
    if (!room || isFaulty(room)) break
    const sealed = await seal(room)
    const answer = await store.client.send(place, { ...sealed, ...(act && { act }) })
    if (answer.ok) {
      await Promise.all([store.refresh(), store.read(place, true)])
      store.set({ isBusy: false, said })
      return true
    }
    if (answer.status !== 409) {
      store.set({ isBusy: false, failure: failureOf(answer) })
      return false
    }
  }
  store.set({ isBusy: false, failure: { key: 'desk.failed.again' } })
  return false
}

export function sendContent(store: Store, place: Place, content: Content, act?: EnvelopeAct, said: Sentence = { key: 'desk.said.sent' }): Promise<boolean> {
  return post(store, place, (room) => sealContent(room, self(store, place), content, browserNow()), act, said)
}

/** Who reads from now on: taking, handing over, stepping back, opening with shares. */
export async function changeReaders(store: Store, place: Place, wish: NewReaders, said: Sentence, opened?: Uint8Array): Promise<boolean> {
  const directory = store.directory(place.town)
  if (!directory) return false
  return await post(store, place, (room) => sealNewReaders(room, self(store, place), directory, wish, browserNow(), opened), undefined, said)
}

/** Taking a case that several can read: from now on only I do. */
export const takeCase = (store: Store, place: Place): Promise<boolean> =>
  changeReaders(store, place, { others: [], staying: true, history: true, reason: 'taken' }, { key: 'desk.said.taken' })

/** Finishes what a colleague began by handing over; see `isHandedToMe`. */
export async function finishHandOver(store: Store, room: Room): Promise<void> {
  const me = store.me(room.town)
  if (me && room.view.state === 'open' && isHandedToMe(room, me.confidant)) await takeCase(store, room)
}

export async function extend(store: Store, place: Place, reason: string): Promise<boolean> {
  store.set({ isBusy: true, failure: undefined })
  const answer = await store.client.extend(place, reason)
  if (answer.ok) await Promise.all([store.refresh(), store.read(place, true)])
  store.set({ isBusy: false, ...(answer.ok ? { said: { key: 'desk.said.extended' } } : { failure: failureOf(answer) }) })
  return answer.ok
}

/** What would go out and what was taken out of it, before somebody decides. */
export const lookAtFile = async (file: File): Promise<Cleaned> => await cleanFile(new Uint8Array(await file.arrayBuffer()), file.name, file.type)

export async function sendFile(store: Store, place: Place, cleaned: Cleaned, words: { picture: string; document: string }, text: string): Promise<boolean> {
  store.set({ isBusy: true, failure: undefined })
  const { sealed, note } = await encryptFile(cleaned.bytes)
  const answer = await store.client.upload(place, new Uint8Array(sealed))
  if (!answer.ok) {
    store.set({ isBusy: false, failure: failureOf(answer) })
    return false
  }
  const file: FileNote = { id: answer.value.id, name: neutralName(cleaned, 1, words), type: cleaned.type, ...note, removed: [...new Set(cleaned.removed.map(({ what }) => what))] }
  return await sendContent(store, place, { kind: 'file', file, ...(text !== '' && { text }) })
}

/** Fetches, opens and checks a file, and hands it to the browser as a download. False: it is not the one the message speaks of. */
export async function saveFile(store: Store, place: Place, note: FileNote): Promise<boolean> {
  store.set({ isBusy: true, failure: undefined })
  const answer = await store.client.download(place, note.id)
  const bytes = answer.ok ? await decryptFile(answer.value, note) : undefined
  if (bytes) offerDownload(bytes, note.name)
  store.set({ isBusy: false, ...(!bytes && { failure: answer.ok ? { key: 'desk.failed.file' } : failureOf(answer) }) })
  return bytes !== undefined
}

/** Always as a download and never as a page: what comes from a stranger is not shown by this site. */
export function offerDownload(content: Uint8Array | string, name: string): void {
  const address = URL.createObjectURL(new Blob([typeof content === 'string' ? content : new Uint8Array(content)], { type: 'application/octet-stream' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name.replaceAll(/[/\\:*?"<>|\p{Cc}]/gu, '_').slice(0, 120)
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

export async function keepNote(store: Store, place: Place, note: NoteContent): Promise<boolean> {
  const isEmpty = note.text.trim() === '' && note.ticks.length === 0 && note.measure === ''
  const sealed = isEmpty ? null : sealNote(note, self(store, place).keys)
  const answer = await store.client.putNote({ town: place.town, case: place.case, sealed })
  if (!answer.ok) {
    store.set({ failure: failureOf(answer) })
    return false
  }
  const notes = new Map(store.now().notes)
  if (sealed === null) notes.delete(caseKey(place))
  else notes.set(caseKey(place), sealed)
  store.set({ notes, said: { key: 'desk.said.note' } })
  return true
}

function self(store: Store, { town }: Place): NonNullable<ReturnType<Store['me']>> {
  const me = store.me(town)
  if (!me) throw new Error('The desk is locked.')
  return me
}
