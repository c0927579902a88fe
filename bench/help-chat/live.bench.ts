import type { Row } from '../row.ts'
import { startLoad, startServer, told, type Times } from './server.ts'

export const name = 'help-chat-live'

const threads = 200
const seconds = 20
const pauseMs = 5_000

/** From sealing a message in one browser until the other one has been told, has fetched the case, has checked and opened it. One machine does it all. */
export async function run(): Promise<Row[]> {
  const { server, close } = await startServer()
  try {
    const load = await startLoad(server, 'live', threads, seconds, pauseMs)
    const times = await load.next<Times>()
    await load.end()
    return [{ what: `message sent to screen of the other side, ${threads} live threads, ${threads / (pauseMs / 1_000)} messages/s`, target: 'p95 ≤ 300 ms', measured: told(times), ok: times.p95 <= 300 && times.failed === 0 }]
  } finally {
    await close()
  }
}
