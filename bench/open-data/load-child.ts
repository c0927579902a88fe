// Asks a server as fast as it answers, over kept connections, for some seconds: `node load-child.ts <origin> <seconds> <paths as JSON>`.
import { Pool } from 'undici'

const [origin = '', seconds = '1', paths = '[]'] = process.argv.slice(2)
const addresses = JSON.parse(paths) as string[]
const connections = 12
const pool = new Pool(origin, { connections, pipelining: 1 })
const until = performance.now() + Number(seconds) * 1_000
const times: number[] = []
let failed = 0
let bytes = 0
let next = 0

async function ask(): Promise<void> {
  while (performance.now() < until) {
    const began = performance.now()
    const { statusCode, body } = await pool.request({ path: addresses[next++ % addresses.length] ?? '/', method: 'GET', headers: { accept: '*/*', 'accept-language': 'de' } })
    bytes += (await body.arrayBuffer()).byteLength
    if (statusCode !== 200) failed++
    times.push(performance.now() - began)
  }
}

const began = performance.now()
await Promise.all(Array.from({ length: connections }, ask))
const took = (performance.now() - began) / 1_000
times.sort((a, b) => a - b)
const percentile = (share: number) => times[Math.floor(times.length * share)] ?? 0
process.stdout.write(JSON.stringify({ perSecond: times.length / took, failed, kilobytes: bytes / times.length / 1_000, p50: percentile(0.5), p95: percentile(0.95) }))
await pool.close()
