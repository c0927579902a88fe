import vm from 'node:vm'
import { openDecoder } from '../../services/smart-school/codec/decoder.ts'
import type { DecodeInput } from '../../services/smart-school/codec/schema.ts'
import { findShipped } from '../../services/smart-school/codec/shipped.ts'
import type { Row } from '../row.ts'

export const name = 'smart-school-decode'

const inputs = 40_000
const batch = 500

/** Decodes a second through the real decoder, as the ingest asks it: batches of messages of an ELSYS ERS CO2, each normalised to measures. Median of five. */
export async function run(): Promise<Row[]> {
  const codec = findShipped('elsys-ers-co2')
  if (!codec) throw new Error('The codec of the ELSYS ERS CO2 is gone.')
  const decoder = openDecoder()
  try {
    const all = Array.from({ length: inputs }, (_, n): DecodeInput => ({ bytes: messageOf(n), fPort: 5, recvTime: new Date(Date.UTC(2026, 0, 1) + n * 1_000) }))
    const inSandbox = await five(async () => {
      // Two batches under way, as from several network servers.
      let next = 0
      const work = async (): Promise<void> => {
        for (let at = next; at < inputs; at = next) {
          next = at + batch
          for (const outcome of await decoder.decode(codec, all.slice(at, at + batch), 'measures')) if (!outcome.ok || outcome.measures.length !== 6) throw new Error(JSON.stringify(outcome))
        }
      }
      await Promise.all([work(), work()])
    })
    const bare = runBare(codec.program)
    const inNode = await five(async () => all.forEach(({ bytes, fPort, recvTime }) => bare([...bytes], fPort, recvTime)))
    const loop = { ...codec, program: 'function decodeUplink() { while (true) {} }' }
    const stops = await five(async () => void (await decoder.decode({ ...loop, program: `${loop.program} // ${performance.now()}` }, all.slice(0, 1))))
    const [rate, plain, stop] = [inputs / median(inSandbox), inputs / median(inNode), median(stops) * 1_000]
    return [
      { what: 'sandboxed decodes with measures, ratio to Node running the same program unguarded', target: '≥ 40,000/s', measured: `${Math.round(rate).toLocaleString('en')}/s (Node ${Math.round(plain).toLocaleString('en')}/s)`, ratio: plain / rate, ok: rate >= 40_000 },
      { what: 'endless loop stopped (50 ms of computing)', target: '≤ 250 ms', measured: `${stop.toFixed(0)} ms`, ok: stop <= 250 },
    ]
  } finally {
    await decoder.close()
  }
}

// Temperature, humidity, light, movements, CO2 and battery: what the device sends.
const messageOf = (n: number): Uint8Array => Uint8Array.of(1, 0, 180 + (n % 60), 2, 30 + (n % 40), 4, n & 1, n & 255, 5, n & 7, 6, 1 + (n % 6), n & 255, 7, 14, n & 255)

function runBare(program: string): (bytes: number[], fPort: number, recvTime: Date) => unknown {
  const made: unknown = vm.runInThisContext(`(function () {${program}\n;return function (bytes, fPort, recvTime) { return normalizeUplink({ data: decodeUplink({ bytes: bytes, fPort: fPort, recvTime: recvTime, variables: {} }).data }) } })()`)
  return made as (bytes: number[], fPort: number, recvTime: Date) => unknown // what the line above returns
}

async function five(work: () => Promise<void>): Promise<number[]> {
  await work() // warms the compiler
  const seconds: number[] = []
  for (let round = 0; round < 5; round++) {
    const began = performance.now()
    await work()
    seconds.push((performance.now() - began) / 1_000)
  }
  return seconds
}
const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
