import type { Row } from '../row.ts'
import { startLoad, startServer, told, type Times } from './server.ts'

export const name = 'help-chat-inbox'

const perDay = 1_000
const days = 30

/** The desk of a confidant to whom all cases of a month were written. Rows are made directly, so 30 days pass at once. */
export async function run(): Promise<Row[]> {
  const { server, close } = await startServer()
  try {
    const load = await startLoad<{ cases: number; entries: number; times: Times }>(server, 'inbox', perDay, days)
    const { cases, entries, times } = load.ready
    await load.end()
    return [{ what: `desk with inbox, ${cases} cases of ${days} days with one confidant, ${entries} shown`, target: 'p95 ≤ 200 ms', measured: told(times), ok: times.p95 <= 200 && entries > 0 }]
  } finally {
    await close()
  }
}
