import { setTimeout as sleep } from 'node:timers/promises'
import { Agent } from 'node:http'
import { verifyThread } from '../../services/help-chat/crypto/thread.ts'
import { says, type Talk, type TestConfidant } from '../../services/help-chat/thread/parties-for-tests.ts'
import type { CaseView } from '../../services/help-chat/thread/schema.ts'
import { ask, listenTo, signIn, tenant, type Listening, type SignedIn } from '../../services/help-chat/thread/server-for-tests.ts'
import { beginBehind, hireAll, openBack } from './parties.ts'
import { timesOf, type Server } from './server.ts'

type Say = (value: object) => void
const desk = '/help-chat/desk/api/stream'
const agent = new Agent({ keepAlive: true, maxSockets: 50 })

type Live = { talk: Talk; readonly authorization: string; readonly confidant: TestConfidant; readonly session: SignedIn; readonly person: Listening; waiting: Map<number, () => void> }

/**
 * `threads` live conversations, each with an open stream of the person, the desks of three confidants open. In each, every `pauseMs` one side
 * writes; measured is from sealing until the other side has been told, has fetched the case, and has checked and opened all of it.
 */
export async function liveLoad(server: Server, say: Say, [threads = 200, seconds = 20, pauseMs = 5_000]: readonly number[]): Promise<void> {
  const back = openBack(server)
  const parties = await hireAll(back.unit)
  const seats = [] as { confidant: TestConfidant; session: SignedIn; stream: Listening }[]
  for (const [key, confidant] of Object.entries(parties)) {
    const session = await signIn(server.port, key)
    seats.push({ confidant, session, stream: await listenTo(server.port, desk, { headers: session.headers }) })
  }
  const lives: Live[] = []
  for (let n = 0; n < threads; n++) {
    const seat = seats[n % seats.length]
    if (!seat) break
    const { talk, authorization } = await beginBehind(back, [seat.confidant])
    const person = await listenTo(server.port, '/help-chat/app/case/stream', { headers: { authorization } })
    lives.push({ talk, authorization, confidant: seat.confidant, session: seat.session, person, waiting: new Map() })
  }
  const byCase = new Map(lives.map((live) => [live.talk.person.case, live]))
  for (const { stream } of seats) void follow(stream, 'case', ({ case: id, seq }: { case: string; seq: number }) => byCase.get(id)?.waiting.get(seq)?.())
  for (const live of lives) void follow(live.person, 'seq', (seq: number) => live.waiting.get(-seq)?.())
  say({ ready: threads })

  const times: number[] = []
  let failed = 0
  // Each conversation is under way, with its first answer, before anything is measured; caches and the compiler are warm by then.
  const warm = performance.now() + 2 * pauseMs + 1_000
  const until = warm + seconds * 1_000
  await Promise.all(lives.map(async (live, n) => {
    await sleep((n / threads) * pauseMs)
    for (let turn = 0; performance.now() < until; turn++) {
      const began = performance.now()
      const arrived = await oneMessage(server, live, turn % 2 === 0 ? undefined : live.confidant).catch(() => false)
      if (!arrived) failed++
      else if (began > warm) times.push(performance.now() - began)
      await sleep(Math.max(0, pauseMs - (performance.now() - began)))
    }
  }))
  say(timesOf(times, failed))
}

async function oneMessage({ port }: Server, live: Live, by: TestConfidant | undefined): Promise<boolean> {
  const next = says(live.talk, by)
  const { seq } = next.envelope
  // The person is woken by `-seq`, the confidant by `seq`: each listens for what the other writes.
  const heard = new Promise<void>((resolve) => live.waiting.set(by ? -seq : seq, resolve))
  const path = by ? `/help-chat/desk/api/cases/${tenant}/${live.talk.person.case}/messages` : '/help-chat/app/case/messages'
  const headers = by ? live.session.headers : { authorization: live.authorization }
  const sent = await ask(port, path, { method: 'POST', headers, body: { envelope: next.envelope }, agent })
  if (sent.status !== 201) return false
  live.talk = next.talk
  if (await Promise.race([heard.then(() => false), sleep(10_000).then(() => true)])) return false
  live.waiting.clear()
  const view = by
    ? ((await ask(port, '/help-chat/app/case', { headers: { authorization: live.authorization }, agent })).json() as CaseView)
    : ((await ask(port, `/help-chat/desk/api/cases/${tenant}/${live.talk.person.case}`, { headers: live.session.headers, agent })).json() as CaseView)
  const reader = by ? { me: 'person', keys: live.talk.person.keys } : { me: live.confidant.id, keys: live.confidant.keys }
  const verified = verifyThread(view.thread, { ...reader, statements: view.keys })
  return verified.ok && verified.head.seq === seq
}

async function follow(stream: Listening, event: string, hear: (data: never) => void): Promise<void> {
  for (;;) {
    const at = stream.events.splice(0)
    for (const one of at) if (one.event === event) hear(one.data as never) // the server's own events
    if (await Promise.race([stream.ended.then(() => true), stream.woken().then(() => false)])) return
  }
}

/** `streams` open streams, most by persons, on which something arrives now and then; stays until it is told to end. */
export async function idleLoad(server: Server, say: Say, [streams = 500]: readonly number[]): Promise<void> {
  const back = openBack(server)
  const { vera, viktor } = await hireAll(back.unit)
  const sessions: SignedIn[] = []
  for (const key of ['vera', 'viktor', 'yasemin']) sessions.push(await signIn(server.port, key))
  const cases = []
  for (let n = 0; n < 60; n++) cases.push(await beginBehind(back, [vera, viktor]))
  const open: Listening[] = []
  for (let n = 0; n < streams; n++) {
    const [one, session] = [cases[n % cases.length], sessions[Math.floor(n / 15) % sessions.length]]
    if (!one || !session) break
    open.push(n % 15 === 14 ? await listenTo(server.port, desk, { headers: session.headers }) : await listenTo(server.port, '/help-chat/app/case/stream', { headers: { authorization: one.authorization } }))
  }
  let [heard, ended] = [0, 0]
  for (const stream of open) {
    void follow(stream, 'seq', () => heard++)
    void stream.ended.then(() => ended++)
  }
  for (const one of cases) {
    const next = says(one.talk)
    await ask(server.port, '/help-chat/app/case/messages', { method: 'POST', headers: { authorization: one.authorization }, body: { envelope: next.envelope }, agent })
  }
  await sleep(2_000)
  say({ open: open.length - ended, heard })
}
