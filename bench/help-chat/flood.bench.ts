import type { Row } from '../row.ts'
import { startLoad, startServer, told, type Times } from './server.ts'

export const name = 'help-chat-flood'

const perSecond = 1_000
const seconds = 30

/** Starts of cases as an attacker sends them, beside honest people. Flood, honest people, server and database share one machine. */
export async function run(): Promise<Row[]> {
  const { server, usage, close } = await startServer()
  try {
    const honest = await startLoad(server, 'honest', seconds - 3)
    const flood = await startLoad(server, 'flood', perSecond, seconds)
    const [{ whole, served }, sent] = await Promise.all([honest.next<{ whole: Times; served: Times }>(), flood.next<{ sent: number; perSecond: number; counts: Record<string, number> }>()])
    const { rss } = await usage()
    await Promise.all([honest.end(), flood.end()])
    const counts = Object.entries(sent.counts).map(([status, n]) => `${n} × ${status}`).join(', ')
    return [
      { what: `honest starts beside ${sent.perSecond.toFixed(0)} starts/s for ${seconds} s, with the work in the browser`, target: 'p95 ≤ 2,000 ms', measured: told(whole), ok: whole.p95 <= 2_000 && whole.failed === 0 && sent.perSecond > perSecond * 0.95 },
      { what: 'the server’s part of it', target: '–', measured: told(served), ok: true },
      { what: 'what the flood was answered; memory of the server', target: '≤ 512 MB', measured: `${counts}; ${rss.toFixed(0)} MB`, ok: rss <= 512 },
    ]
  } finally {
    await close()
  }
}
