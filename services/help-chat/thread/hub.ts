import { randomBytes } from 'node:crypto'
import type { EventStream, Platform, UnitOfWork } from '@modellregion/kernel'
import { addDays, localDate } from '@modellregion/standards'
import { askWho, readHint, tellPresence, type Heard } from './hints.ts'
import { openPresence } from './presence.ts'
import { listHeads } from './queries/case.ts'
import { listChangedSince } from './queries/inbox.ts'

type Place = Pick<Platform, 'database' | 'live' | 'now'>

const roundMs = 15_000
/** A reload is no absence. */
const graceMs = 3_000
/** Streams of the desk end after this and are asked for again, so that somebody who may no more does not go on listening. */
const deskLifeMs = 900_000
const mostMissed = 200
/** Open streams of one case, and of one confidant. Another one ends the oldest. */
const mostOfOne = 12

type Watch = { readonly stream: EventStream; readonly tenant: string; readonly case: string; seq: number; readers: readonly string[]; online?: boolean }
/** `seen`: last numbers by case, of today and yesterday; undefined until they were read for the first time. */
type Desk = { readonly stream: EventStream; readonly confidant: string; readonly towns: readonly string[]; readonly since: number; seen?: Map<string, number> }

/** Open streams of this process, by what they wait for. One for each platform. */
export type Hub = {
  /** The person's side of a case: numbers of new envelopes, and whether somebody who can read is there. */
  watchCase(stream: EventStream, from: { tenant: string; case: string; seq: number; readers: readonly string[] }): () => void
  /** A confidant at the desk: all their cases in all towns. Being connected is presence. */
  watchDesk(stream: EventStream, from: { confidant: string; towns: readonly string[] }): () => void
}

const hubs = new WeakMap<Platform['live'], Hub>()

export function hubOf(place: Place): Hub {
  const hub = hubs.get(place.live) ?? openHub(place)
  hubs.set(place.live, hub)
  return hub
}

function openHub(place: Place): Hub {
  const me = randomBytes(6).toString('base64url')
  const watches = new Map<string, Set<Watch>>()
  const desks = new Map<string, Set<Desk>>()
  const presence = openPresence()
  let clock: NodeJS.Timeout | undefined

  const sayHere = () => tellPresence(place.live, 'here', me, [...desks.keys()])

  const tellOnline = (watch: Watch) => {
    const online = watch.readers.some(presence.isHere)
    if (online === watch.online) return
    watch.online = online
    watch.stream.send('presence', { online })
  }
  const tellAllOnline = () => {
    for (const those of watches.values()) for (const watch of those) tellOnline(watch)
  }

  const onEnvelope = ({ tenant, case: id, seq, readers }: Extract<Heard, { kind: 'envelope' }>) => {
    for (const watch of watches.get(`${tenant}/${id}`) ?? []) {
      tellSeq(watch, seq)
      watch.readers = readers
      tellOnline(watch)
    }
    for (const reader of readers) for (const desk of desks.get(reader) ?? []) tellCase(desk, tenant, id, seq)
  }

  const onHint = (text: string) => {
    const heard = readHint(text)
    if (heard?.kind === 'envelope') return onEnvelope(heard)
    if (heard?.kind === 'who') return sayHere()
    if (heard?.kind === 'here') presence.here(heard.process, heard.confidants, performance.now())
    if (heard?.kind === 'gone') presence.gone(heard.process, heard.confidants)
    tellAllOnline()
  }

  const lookAgain = (some = all(watches), others = all(desks)) => void readMissed(place, some, others).catch(() => {}) // the next round looks again

  // Hints were missed: what happened meanwhile stands in the tables.
  const onAgain = () => {
    presence.forget()
    sayHere()
    askWho(place.live)
    lookAgain()
  }

  const round = () => {
    const now = performance.now()
    sayHere()
    presence.sweep(now)
    tellAllOnline()
    lookAgain() // a process may die between its commit and its hint
    for (const those of desks.values()) for (const { stream, since } of those) if (now - since > deskLifeMs) stream.end()
    if (watches.size + desks.size > 0) return
    clearInterval(clock)
    clock = undefined
  }
  const wake = () => {
    if (clock) return
    clock = setInterval(round, roundMs).unref()
    askWho(place.live)
  }

  place.live.hear('help-chat', { onHint, onAgain })
  return {
    watchCase: (stream, { tenant, case: id, seq, readers }) => {
      wake()
      const watch: Watch = { stream, tenant, case: id, seq, readers }
      const leave = enter(watches, `${tenant}/${id}`, watch)
      stream.send('seq', seq)
      tellOnline(watch)
      return leave
    },
    watchDesk: (stream, { confidant, towns }) => {
      wake()
      const desk: Desk = { stream, confidant, towns, since: performance.now() }
      const leave = enter(desks, confidant, desk)
      lookAgain([], [desk])
      tellPresence(place.live, 'here', me, [confidant])
      return () => {
        leave()
        setTimeout(() => {
          if (!desks.has(confidant)) tellPresence(place.live, 'gone', me, [confidant])
        }, graceMs).unref()
      }
    },
  }
}

function enter<T extends { readonly stream: EventStream }>(rooms: Map<string, Set<T>>, name: string, who: T): () => void {
  const room = rooms.get(name) ?? new Set<T>()
  const [oldest] = room
  if (oldest && room.size >= mostOfOne) {
    room.delete(oldest)
    oldest.stream.end()
  }
  rooms.set(name, room.add(who))
  return () => {
    room.delete(who)
    if (room.size === 0 && rooms.get(name) === room) rooms.delete(name)
  }
}

const all = <T>(rooms: ReadonlyMap<string, ReadonlySet<T>>): T[] => [...rooms.values()].flatMap((room) => [...room])

function tellSeq(watch: Watch, seq: number): void {
  if (seq <= watch.seq) return
  watch.seq = seq
  watch.stream.send('seq', seq)
}

function tellCase({ stream, seen }: Desk, town: string, id: string, seq: number): void {
  const name = `${town}/${id}`
  if (seq <= (seen?.get(name) ?? -1)) return
  seen?.set(name, seq)
  stream.send('case', { town, case: id, seq }, name)
}

/** Compares what the streams were told with the tables. A desk that begins is told nothing: it has just asked for everything. */
async function readMissed({ database, now }: Place, watches: readonly Watch[], desks: readonly Desk[]): Promise<void> {
  const unit = <T>(tenant: string, work: (db: UnitOfWork) => Promise<T>) => database.unit({ tenant, service: 'help-chat', access: 'read', now: now() }, work)
  for (const [tenant, those] of Map.groupBy(watches, (watch) => watch.tenant)) {
    const heads = new Map((await unit(tenant, (db) => listHeads(db, those.map((watch) => watch.case)))).map(({ id, headSeq }) => [id, headSeq]))
    for (const watch of those) tellSeq(watch, heads.get(watch.case) ?? -1)
  }
  const yesterday = addDays(localDate(now()), -1)
  for (const desk of desks) {
    const recent: { town: string; id: string; headSeq: number }[] = []
    for (const town of desk.towns) recent.push(...(await unit(town, (db) => listChangedSince(db, desk.confidant, yesterday, mostMissed))).map((one) => ({ town, ...one })))
    if (desk.seen) for (const { town, id, headSeq } of recent) tellCase(desk, town, id, headSeq)
    else desk.seen = new Map(recent.map(({ town, id, headSeq }) => [`${town}/${id}`, headSeq]))
  }
}
