import { setTimeout as sleep } from 'node:timers/promises'
import { connect, type MqttClient } from 'mqtt'
import { openPool, temporaryDatabase } from '@modellregion/testing'
import { chirpstackUp, elsysBytes, ingestPlatform, plantDevices, plantSource, upTopic } from '../../services/smart-school/ingest/town-testing.ts'
import { startIngest } from './ingest-server.ts'

export type Survived = { readonly acknowledged: number; readonly frames: number; readonly observations: number; readonly lost: number; readonly kills: number }

/**
 * Network servers that send without a pause while the process of the ingest is killed (SIGKILL) so many times at random moments, and the database's
 * connections once in between. Each message waits for its acknowledgement and is sent again without one, as MQTT wants it.
 */
export async function surviveKills(kills: number, random: () => number): Promise<Survived> {
  const temporary = await temporaryDatabase({ now: () => new Date() })
  const platform = ingestPlatform(temporary.database, () => new Date())
  const { secret } = await plantSource(platform, { name: 'Bench', kind: 'chirpstack' })
  const euis = Array.from({ length: 60 }, (_, n) => `70b3d5000001${n.toString(16).padStart(4, '0')}`)
  await plantDevices(platform, euis, { codec: 'elsys-ers-co2' })
  let server = await startIngest(temporary.appUrl)
  const { port } = server
  const start = Date.now() - 200 * 86_400_000
  const acknowledged = new Set<string>()
  const clients: MqttClient[] = Array.from({ length: 4 }, (_, n) => connect(`mqtt://127.0.0.1:${port}`, { username: 'erlenau/Bench', password: secret, clientId: `kill-${n}`, clean: false, reconnectPeriod: 100, connectTimeout: 2_000 }))
  for (const client of clients) client.on('error', () => {}) // refused while the process is away
  let sent = 0
  let isOver = false
  const lane = async (client: MqttClient): Promise<void> => {
    while (!isOver) {
      const [n, round] = [sent % euis.length, Math.floor(sent / euis.length)]
      sent++
      const devEui = euis[n] ?? ''
      const data = elsysBytes({ temperature: 20, humidity: 45, light: 300, motion: 0, co2: 400 + (round % 900), millivolts: 3_600 }).toString('base64')
      const message = chirpstackUp({ devEui, fCnt: round, data, at: new Date(start + round * 900_000) })
      // What was not acknowledged is sent again until it is.
      while (!(await client.publishAsync(upTopic(devEui), message, { qos: 1 }).then(() => true, () => false))) await sleep(100)
      acknowledged.add(`${devEui} ${round}`)
    }
  }
  const lanes = clients.flatMap((client) => Array.from({ length: 25 }, () => lane(client)))
  const pool = openPool(temporary.superuserUrl, { name: 'bench-kill', size: 1 })
  for (let kill = 0; kill < kills; kill++) {
    // Each process gets to work before it is killed in the middle of it.
    const before = acknowledged.size
    for (let tries = 0; tries < 600 && acknowledged.size < before + 50; tries++) await sleep(50)
    await sleep(random() * 600)
    if (kill === Math.floor(kills / 2)) {
      await pool.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`)
      await sleep(300)
    }
    const gone = new Promise((resolve) => server.child.once('exit', resolve))
    server.child.kill('SIGKILL')
    await gone
    server = await startIngest(temporary.appUrl, port)
  }
  await sleep(500)
  isOver = true
  await Promise.all(lanes)
  const { rows } = await pool.query<{ key: string }>(`select dev_eui || ' ' || f_cnt as key from smart_school.frame`)
  const { rows: counted } = await pool.query<{ n: number }>('select count(*)::int as n from smart_school.observation')
  const stored = new Map<string, number>()
  for (const { key } of rows) stored.set(key, (stored.get(key) ?? 0) + 1)
  await Promise.all(clients.map((client) => client.endAsync(true)))
  await server.end()
  await pool.end()
  await temporary.close()
  return { acknowledged: acknowledged.size, frames: rows.length, observations: counted[0]?.n ?? 0, lost: [...acknowledged].filter((key) => stored.get(key) !== 1).length, kills }
}
