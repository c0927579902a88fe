import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { OperatorError } from '@modellregion/kernel'
import { root } from '../root.ts'

type Simulator = { simulateSchool(options: Readonly<Record<string, string | undefined>>, now: () => Date, told: (line: string) => void, signal: AbortSignal): Promise<unknown> }

/** `npm run simulate:school -- --every 10s`: the demonstration's sensors send, as a network server of their own. */
export async function run(options: Record<string, string | undefined>): Promise<void> {
  const file = join(root, 'services/smart-school/demo/simulate.ts')
  if (!existsSync(file)) throw new OperatorError('Smart School is not installed here.')
  const { simulateSchool } = (await import(pathToFileURL(file).href)) as Simulator // loaded by its address, because the folder may be missing
  const end = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => end.abort())
  await simulateSchool(options, () => new Date(), (line) => process.stdout.write(`${line}\n`), end.signal)
}
