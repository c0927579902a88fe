import { randomBytes } from 'node:crypto'
import { operatorTenant, type EventStream, type Platform, type UnitOfWork } from '@modellregion/kernel'
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

type Watch = { readonly stream: EventStream; readonly tenant: string; readonly case: string; readers: readonly string[]; online?: boolean }
type Desk = { readonly stream: EventStream; readonly confidant: string; readonly towns: readonly string[]; readonly since: number }

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

  const say = (work: (db: UnitOfWork) => Promise<void>) =>
    void place.database.unit({ tenant: operatorTenant, service: 'help-chat', access: 'write', now: place.now() }, work).catch(() => {}) // the next round says it again
  const sayHere = () => {
    if (desks.size > 0) say((db) => tellPresence(db, 'here', me, [...desks.keys()]))
  }

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
      watch.stream.send('seq', seq)
      watch.readers = readers
      tellOnline(watch)
    }
    for (const reader of readers) for (const { stream } of desks.get(reader) ?? []) stream.send('case', { town: tenant, case: id, seq }, `${tenant}/${id}`)
  }

  const onHint = (text: string) => {
    const heard = readHint(text)
    if (heard?.kind === 'envelope') return onEnvelope(heard)
    if (heard?.kind === 'who') return sayHere()
    if (heard?.kind === 'here') presence.here(heard.process, heard.confidants, performance.now())
    if (heard?.kind === 'gone') presence.gone(heard.process, heard.confidants)
    tellAllOnline()
  }

  // Hints were missed: what happened meanwhile stands in the tables.
  const onAgain = () => {
    presence.forget()
    sayHere()
    say(askWho)
    void readMissed(place, [...watches.values()].flatMap((those) => [...those]), [...desks.values()].flatMap((those) => [...those])).catch(() => {}) // asked again when the connection comes back again
  }

  const round = () => {
    const now = performance.now()
    sayHere()
    presence.sweep(now)
    tellAllOnline()
    for (const those of desks.values()) for (const { stream, since } of those) if (now - since > deskLifeMs) stream.end()
    if (watches.size + desks.size > 0) return
    clearInterval(clock)
    clock = undefined
  }
  const wake = () => {
    if (clock) return
    clock = setInterval(round, roundMs).unref()
    say(askWho)
  }

  place.live.hear('help-chat', { onHint, onAgain })
  return {
    watchCase: (stream, { tenant, case: id, seq, readers }) => {
      wake()
      const watch: Watch = { stream, tenant, case: id, readers }
      const leave = enter(watches, `${tenant}/${id}`, watch)
      stream.send('seq', seq)
      tellOnline(watch)
      return leave
    },
    watchDesk: (stream, { confidant, towns }) => {
      wake()
      const leave = enter(desks, confidant, { stream, confidant, towns, since: performance.now() })
      say((db) => tellPresence(db, 'here', me, [confidant]))
      return () => {
        leave()
        setTimeout(() => {
          if (!desks.has(confidant)) say((db) => tellPresence(db, 'gone', me, [confidant]))
        }, graceMs).unref()
      }
    },
  }
}

function enter<T>(rooms: Map<string, Set<T>>, name: string, who: T): () => void {
  const room = rooms.get(name) ?? new Set<T>()
  rooms.set(name, room.add(who))
  return () => {
    room.delete(who)
    if (room.size === 0) rooms.delete(name)
  }
}

async function readMissed({ database, now }: Place, watches: readonly Watch[], desks: readonly Desk[]): Promise<void> {
  const unit = <T>(tenant: string, work: (db: UnitOfWork) => Promise<T>) => database.unit({ tenant, service: 'help-chat', access: 'read', now: now() }, work)
  for (const [tenant, those] of Map.groupBy(watches, (watch) => watch.tenant)) {
    const heads = new Map((await unit(tenant, (db) => listHeads(db, those.map((watch) => watch.case)))).map(({ id, headSeq }) => [id, headSeq]))
    for (const watch of those) watch.stream.send('seq', heads.get(watch.case) ?? -1)
  }
  const yesterday = addDays(localDate(now()), -1)
  for (const { stream, confidant, towns } of desks)
    for (const town of towns) for (const { id, headSeq } of await unit(town, (db) => listChangedSince(db, confidant, yesterday, mostMissed))) stream.send('case', { town, case: id, seq: headSeq }, `${town}/${id}`)
}
