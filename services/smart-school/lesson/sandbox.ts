import { openDecoder, type Decoder } from '../codec/decoder.ts'
import type { Called } from '../codec/schema.ts'
import { bytesOf, codecTests, dataOf, differences, slipOf, type CodecTest } from './rules/program.ts'
import type { TestResult } from './pages/program.tsx'

// A thread of its own for pupils: whatever they write, the sensors' uplinks are decoded elsewhere. It sleeps while nobody runs anything.
let decoder: Decoder | undefined
const sandbox = (): Decoder => (decoder ??= openDecoder({ time: 200, memory: 16 * 1024 * 1024, stack: 192 * 1024, result: 64 * 1024 }))

/** A pupil's codec against all tests, each in the sandbox with its limits. */
export async function runTests(program: string, now: Date): Promise<TestResult[]> {
  const results: TestResult[] = []
  for (const test of codecTests) results.push(await runTest(program, test, now))
  return results
}

async function runTest(program: string, test: CodecTest, now: Date): Promise<TestResult> {
  const called = await decode(program, bytesOf(test.hex), now)
  if (!called.ok) return { test, outcome: { ok: false, slip: slipOf(called) } }
  const wrong = differences(test.expected, dataOf(called.value))
  return { test, outcome: wrong.length === 0 ? { ok: true } : { ok: false, differences: wrong } }
}

/** Calls a pupil's `decodeUplink` with bytes as a sensor sends them. */
export const decode = (program: string, bytes: readonly number[], now: Date): Promise<Called> => sandbox().call(program, 'decodeUplink', [{ bytes: [...bytes], fPort: 5 }], now)
/** Calls a pupil's `chart` with values. */
export const draw = (program: string, points: readonly unknown[], now: Date): Promise<Called> => sandbox().call(program, 'chart', [points], now)
