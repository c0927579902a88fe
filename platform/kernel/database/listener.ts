import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

export type Listener = { close(): Promise<void> }
export type Hearing = {
  channels: readonly string[]
  /** A hint that something may be new. Payloads are ids only. */
  onHint(channel: string, payload: string): void
  /** Called after each (re)connection: whoever listens reads from the table what was missed meanwhile. */
  onConnected(): void
}

const heartbeat = 2_000

/** LISTEN on an own connection that outlives the server: it notices a lost or demoted primary within two seconds and comes back. */
export function listen(url: string, hearing: Hearing): Listener {
  const control = new AbortController()
  const running = keepListening(url, hearing, control.signal)
  return {
    close: async () => {
      control.abort()
      await running
    },
  }
}

async function keepListening(url: string, hearing: Hearing, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await listenOnce(url, hearing, signal).catch(() => {})
    if (!signal.aborted) await sleep(200 + Math.random() * 300, undefined, { signal }).catch(() => {})
  }
}

async function listenOnce(url: string, hearing: Hearing, signal: AbortSignal): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'listener', keepAlive: true, connectionTimeoutMillis: 2_000 })
  const lost = new Promise<never>((_, reject) => client.on('error', reject))
  lost.catch(() => {})
  try {
    await client.connect()
    client.on('notification', ({ channel, payload }) => hearing.onHint(channel, payload ?? ''))
    for (const channel of hearing.channels) await client.query(`listen "${channel.replaceAll('"', '""')}"`)
    hearing.onConnected()
    while (!signal.aborted) {
      await Promise.race([sleep(heartbeat, undefined, { signal }).catch(() => {}), lost])
      if (signal.aborted) return
      const { rows } = await Promise.race([client.query<{ replica: boolean }>('select pg_is_in_recovery() as replica'), lost])
      if (rows[0]?.replica) return // the primary has moved: connect again
    }
  } finally {
    await client.end().catch(() => {})
  }
}
