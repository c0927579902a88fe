import { setTimeout as sleep } from 'node:timers/promises'
import type { Row } from '../row.ts'
import { connectAsync, type MqttClient } from 'mqtt'
import { openPool, temporaryDatabase, type TemporaryDatabase } from '@modellregion/testing'
import { chirpstackUp, elsysBytes, ingestPlatform, plantDevices, plantSource, upTopic } from '../../services/smart-school/ingest/town-testing.ts'
import { startIngest } from './ingest-server.ts'

export const name = 'smart-school-ingest'
const devices = 2_000
const clients = 12
const window = 100
const warmUp = 5_000
const measured = 40_000
const values = 6
const start = Date.now() - 300 * 86_400_000

type Message = { readonly topic: string; readonly payload: string }

/** ERS-like uplinks with six values each, by MQTT with QoS 1, from several clients that wait for their acknowledgements: what is acknowledged is committed and visible. */
export async function run(): Promise<Row[]> {
  const temporary = await temporaryDatabase({ now: () => new Date() })
  const platform = ingestPlatform(temporary.database, () => new Date())
  const { secret } = await plantSource(platform, { name: 'Bench', kind: 'chirpstack' })
  const euis = Array.from({ length: devices }, (_, n) => `70b3d5000000${n.toString(16).padStart(4, '0')}`)
  await plantDevices(platform, euis, { codec: 'elsys-ers-co2' })
  const server = await startIngest(temporary.appUrl)
  const connected = await Promise.all(Array.from({ length: clients }, (_, n) => connectAsync(`mqtt://127.0.0.1:${server.port}`, { username: 'erlenau/Bench', password: secret, clientId: `bench-${n}` })))
  let sent = 0
  const next = (): Message => {
    const [n, round] = [sent % devices, Math.floor(sent / devices)]
    sent++
    const devEui = euis[n] ?? ''
    const data = elsysBytes({ temperature: 19 + (sent % 40) / 10, humidity: 40 + (sent % 17), light: 300 + (sent % 90), motion: sent % 9, co2: 500 + (sent % 700), millivolts: 3_600 }).toString('base64')
    return { topic: upTopic(devEui), payload: chirpstackUp({ devEui, fCnt: round, data, at: new Date(start + round * 600_000 + n) }) }
  }
  await load(connected, warmUp, next, [])
  const before = await server.usage()
  const from = performance.now()
  const times: number[] = []
  await load(connected, measured, next, times)
  const seconds = (performance.now() - from) / 1_000
  const after = await server.usage()
  const calm: number[] = []
  await steady(connected, 300, 10, next, calm)
  const stored = await countStored(temporary)
  const bare = await bareInsert(temporary)
  const whole = await temporary.database.pool.query('show synchronous_commit')
  await Promise.all(connected.map((client) => client.endAsync(true)))
  await server.end()
  await temporary.close()
  const rate = (measured * values) / seconds
  const complete = stored === sent * values
  const p99 = part(calm, 0.99)
  return [
    { what: `durable ingest by MQTT (QoS 1, ${clients} clients, codec, dedupe, store; synchronous_commit ${String(whole.rows[0]?.synchronous_commit)}), observations/s, ratio to a bare insert by unnest (${Math.round(bare).toLocaleString('en')}/s)`, target: '≥ 20,000', measured: `${Math.round(rate).toLocaleString('en')} (${seconds.toFixed(1)} s; process ${(after.cpuSeconds - before.cpuSeconds).toFixed(1)} CPU s, ${after.megabytes.toFixed(0)} MB)`, ratio: rate / bare, ok: rate >= 20_000 },
    { what: 'the same at 300 messages/s: sent until visible, p99', target: '≤ 1 s', measured: `${p99.toFixed(0)} ms (p50 ${part(calm, 0.5).toFixed(0)}; under full load p99 ${part(times, 0.99).toFixed(0)} ms)`, ok: p99 <= 1_000 },
    { what: 'observations stored of those acknowledged', target: 'all, once', measured: `${stored.toLocaleString('en')} of ${(sent * values).toLocaleString('en')}`, ok: complete },
  ]
}

/** Each client keeps a window of messages on their way. */
async function load(connected: readonly MqttClient[], count: number, next: () => Message, times: number[]): Promise<void> {
  let left = count
  const lane = async (client: MqttClient): Promise<void> => {
    while (left-- > 0) {
      const { topic, payload } = next()
      const begun = performance.now()
      await client.publishAsync(topic, payload, { qos: 1 })
      times.push(performance.now() - begun)
    }
  }
  await Promise.all(connected.flatMap((client) => Array.from({ length: window }, () => lane(client))))
}

/** So many messages a second, whatever becomes of those before. */
async function steady(connected: readonly MqttClient[], perSecond: number, seconds: number, next: () => Message, times: number[]): Promise<void> {
  const all: Promise<unknown>[] = []
  for (let n = 0; n < perSecond * seconds; n++) {
    const { topic, payload } = next()
    const begun = performance.now()
    all.push(connected[n % connected.length]!.publishAsync(topic, payload, { qos: 1 }).then(() => times.push(performance.now() - begun)))
    if (n % Math.ceil(perSecond / 100) === 0) await sleep(10)
  }
  await Promise.all(all)
}

async function countStored(temporary: TemporaryDatabase): Promise<number> {
  const pool = openPool(temporary.superuserUrl, { name: 'bench-count', size: 1 })
  const { rows } = await pool.query<{ n: number }>('select count(*)::int as n from smart_school.observation')
  await pool.end()
  return rows[0]?.n ?? 0
}

/** The yardstick: numbers by `unnest` into a table with the same columns and indexes, 1,000 rows a transaction. */
async function bareInsert(temporary: TemporaryDatabase): Promise<number> {
  const pool = openPool(temporary.superuserUrl, { name: 'bench-bare', size: 1 })
  await pool.query('create table public.like_observation (like smart_school.observation including all)')
  const [rows, lots] = [1_000, 240]
  const begun = performance.now()
  for (let lot = 0; lot < lots; lot++) {
    const ids = Array.from({ length: rows }, (_, n) => (n * 7 + lot) % 12_000)
    const ats = ids.map((_, n) => new Date(start + lot * 600_000 + n))
    await pool.query(`insert into public.like_observation (tenant_id, series_id, phenomenon_time, number, created_at) select 'erlenau', s, t, v, now() from unnest($1::int[], $2::timestamptz[], $3::float8[]) x(s, t, v)`, [ids, ats, ids.map((id) => id / 10)])
  }
  const rate = (rows * lots) / ((performance.now() - begun) / 1_000)
  await pool.query('drop table public.like_observation')
  await pool.end()
  return rate
}

function part(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
