import { join } from 'node:path'
import { tokenLimits } from '../../services/citizen-id/provider/overload.ts'
import type { Row } from '../row.ts'
import { output, startServer, type Load } from './server.ts'

export const name = 'citizen-id'

const sessionCount = 10_000
const storm = join(import.meta.dirname, '../../services/citizen-id/provider/load-for-tests.ts')

/**
 * Signing in and tokens over loopback HTTP without TLS: one process answers, another makes the load, PostgreSQL is a third and durable.
 * The published sizing of Keycloak stands beside: 15 password logins, 120 refresh and 120 client-credential grants a second for each vCPU, 1,250 MB
 * with 10,000 sessions (keycloak.org, "Concepts for sizing CPU and memory resources"). docs/performance.md says what differs.
 */
export async function run(): Promise<Row[]> {
  const { server, usage, load, sessions, close } = await startServer()
  const measured = async (what: string, atOnce: number): Promise<Load> => {
    await load(what, 2, atOnce) // warms caches and the compiler
    return await load(what, 6, atOnce)
  }
  try {
    const password = await measured('password', 6)
    const passkey = await measured('passkey', 6)
    const refresh = await measured('refresh', 16)
    const client = await measured('client', 16)
    const hashing = password.perCpuSecond / server.hashesPerCore
    const before = await usage()
    await sessions(sessionCount)
    const used = await load('session', 300, 8)
    const after = await usage()
    const recovery = await recovers(server)
    return [
      { what: 'bare Argon2id, 19 MiB, 2 passes: the limit of passwords', target: '–', measured: `${server.hashesPerCore.toFixed(0)} a CPU second`, ok: true },
      { what: 'bare commit of one row, one connection: the limit of one writer', target: '–', measured: `${server.commitsPerSecond.toFixed(0)}/s`, ok: true },
      perCore(`password logins, four requests each, ${Math.round(hashing * 100)} % of the time is hashing, ratio to bare Argon2id (Keycloak 15 a vCPU)`, 15, password, server.hashesPerCore),
      perCore('passkey logins, four requests each', 150, passkey),
      perSecond('refresh grants, ratio to bare commits (Keycloak 120 a vCPU)', 400, refresh, server.commitsPerSecond),
      perSecond('client-credential grants, ratio to bare commits (Keycloak 120 a vCPU)', 400, client, server.commitsPerSecond),
      { what: `memory with ${sessionCount} sessions, each used once (Keycloak 1,250 MB)`, target: '≤ 300 MB', measured: `${after.rss.toFixed(0)} MB (${before.rss.toFixed(0)} before; ${used.count} used, ${used.failed} failed)`, ok: after.rss <= 300 && used.failed === 0 },
      { what: 'token endpoint after ten times the load: seconds until all is answered again', target: '≤ 5 s', measured: recovery.text, ok: recovery.seconds <= 5 && recovery.clean },
    ]
  } finally {
    await close()
  }
}

const told = ({ perSecond: rate, perCpuSecond, p50, p95, failed }: Load): string => `${rate.toFixed(0)}/s (${perCpuSecond.toFixed(0)} a CPU second; p50 ${p50.toFixed(0)}, p95 ${p95.toFixed(0)} ms${failed > 0 ? `; ${failed} failed` : ''})`

const perCore = (what: string, target: number, load: Load, limit?: number): Row => ({ what, target: `≥ ${target} a CPU second`, measured: told(load), ...(limit !== undefined && { ratio: load.perCpuSecond / limit }), ok: load.perCpuSecond >= target && load.failed === 0 })
const perSecond = (what: string, target: number, load: Load, limit: number): Row => ({ what, target: `≥ ${target}/s`, measured: told(load), ratio: load.perSecond / limit, ok: load.perSecond >= target && load.failed === 0 })

type Answers = { counts: Record<string, number>; withoutAdvice: number }

async function recovers({ issuer, clientId, secret }: { issuer: string; clientId: string; secret: string }): Promise<{ seconds: number; clean: boolean; text: string }> {
  const basic = `Basic ${Buffer.from(`${encodeURIComponent(clientId)}:${encodeURIComponent(secret)}`).toString('base64')}`
  const ask = async (atOnce: number, milliseconds: number) => JSON.parse(await output(storm, [`${issuer}/token`, String(atOnce), String(milliseconds), 'grant_type=client_credentials', basic])) as Answers // what load-for-tests.ts prints
  const { counts, withoutAdvice } = await ask(10 * tokenLimits.most, 5_000)
  const over = performance.now()
  while (Object.keys((await ask(4, 100)).counts).join() !== '200' && performance.now() - over < 30_000);
  const seconds = (performance.now() - over) / 1_000
  const strange = Object.keys(counts).filter((what) => what !== '200' && what !== '503')
  return { seconds, clean: strange.length === 0 && withoutAdvice === 0, text: `${seconds.toFixed(1)} s at most (${counts['200'] ?? 0} answered, ${counts['503'] ?? 0} told to come again, ${strange.join() || 'nothing'} else)` }
}
