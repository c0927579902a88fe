import { Agent } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { solveWork } from '../../services/help-chat/crypto/work.ts'
import type { Challenge } from '../../services/help-chat/crypto/schema.ts'
import { beginning, hire, newPerson } from '../../services/help-chat/thread/parties-for-tests.ts'
import type { StartBody } from '../../services/help-chat/thread/schema.ts'
import { ask, tenant } from '../../services/help-chat/thread/server-for-tests.ts'
import { hireAll, openBack } from './parties.ts'
import { timesOf, type Server } from './server.ts'

type Say = (value: object) => void
const path = '/help-chat/app/case'

const challengeOf = async ({ port }: Server, agent: Agent): Promise<Challenge> => ((await ask(port, '/help-chat/app/challenge', { method: 'POST', body: {}, agent })).json() as { challenge: Challenge }).challenge

/**
 * `perSecond` starts for `seconds`: of a thousand 600 with forged work, 398 that repeat a solved one with another case, 2 that paid. Whatever
 * is not answered in time is not waited for: an attacker would not either.
 */
export async function floodLoad(server: Server, say: Say, [perSecond = 1_000, seconds = 30]: readonly number[]): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 200 })
  const { vera } = await hireAll(openBack(server).unit)
  const body = async (work: StartBody['work']) => JSON.stringify((await beginning(tenant, await newPerson(), work, { readers: [vera] })).body)
  const forged = await body({ challenge: { ...(await challengeOf(server, agent)), signature: 'A'.repeat(43) }, solution: Array.from({ length: 16 }, () => 0) })
  const solved = await solveWork(await challengeOf(server, agent))
  const first = await body(solved)
  await ask(server.port, path, { method: 'POST', bytes: Buffer.from(first), headers: { 'content-type': 'application/json' }, agent })
  const replayed = await body(solved)
  const paid: string[] = []
  for (let n = 0; n < Math.ceil((perSecond * seconds) / 500); n++) paid.push(await body(await solveWork(await challengeOf(server, agent))))
  say({ ready: true, paid: paid.length })

  const counts: Record<string, number> = {}
  const count = (what: string) => void (counts[what] = (counts[what] ?? 0) + 1)
  const send = (text: string) =>
    ask(server.port, path, { method: 'POST', bytes: Buffer.from(text), headers: { 'content-type': 'application/json' }, agent }).then(({ status }) => count(String(status)), () => count('cut'))
  const began = performance.now()
  let sent = 0
  while (performance.now() - began < seconds * 1_000) {
    const due = Math.floor(((performance.now() - began) / 1_000) * perSecond)
    for (; sent < due; sent++) void send(sent % 500 === 0 ? (paid.pop() ?? forged) : sent % 5 < 3 ? forged : replayed)
    await sleep(5)
  }
  say({ sent, perSecond: sent / ((performance.now() - began) / 1_000), counts })
}

/** Honest people beside it, one every half second: challenge, work, start, as a browser does it; and how long the server's part of it takes. */
export async function honestLoad(server: Server, say: Say, [seconds = 25]: readonly number[]): Promise<void> {
  const agent = new Agent({ keepAlive: true })
  const confidant = await openBack(server).unit((db) => hire(db))
  say({ ready: true })
  const [whole, served]: [number[], number[]] = [[], []]
  let failed = 0
  const until = performance.now() + seconds * 1_000
  while (performance.now() < until) {
    const began = performance.now()
    const challenge = await challengeOf(server, agent)
    const asked = performance.now()
    const work = await solveWork(challenge)
    const { body } = await beginning(tenant, await newPerson(), work, { readers: [confidant] })
    const calculated = performance.now()
    const { status } = await ask(server.port, path, { method: 'POST', body, agent })
    const done = performance.now()
    whole.push(done - began)
    served.push(asked - began + (done - calculated))
    if (status !== 201) failed++
    await sleep(Math.max(0, 500 - (done - began)))
  }
  say({ whole: timesOf(whole, failed), served: timesOf(served) })
}
