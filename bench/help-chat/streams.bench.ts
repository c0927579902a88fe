import type { Row } from '../row.ts'
import { startLoad, startServer } from './server.ts'

export const name = 'help-chat-streams'

const streams = 500

/** Memory of the server process while many people have the case or the desk open, with something arriving in each case. */
export async function run(): Promise<Row[]> {
  const { server, usage, close } = await startServer()
  try {
    const before = await usage()
    const load = await startLoad<{ open: number; heard: number }>(server, 'idle', streams)
    const { rss } = await usage()
    await load.end()
    return [{ what: `memory of the server with ${load.ready.open} open streams`, target: '≤ 512 MB', measured: `${rss.toFixed(0)} MB (${before.rss.toFixed(0)} before; ${load.ready.heard} events heard)`, ok: rss <= 512 && load.ready.open === streams && load.ready.heard > streams }]
  } finally {
    await close()
  }
}
