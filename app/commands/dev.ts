import { processEnvironment, readConfig } from '@modellregion/kernel'
import { root } from '../root.ts'
import { start } from './start.ts'

/** Like start, with the component gallery at /_ui and a request log. */
export async function run(options: Record<string, string | undefined>): Promise<void> {
  await start(readConfig({ env: processEnvironment(), options, root, development: true }))
}
