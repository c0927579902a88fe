import { open, processEnvironment, readConfig } from '@modellregion/kernel'
import { seedRegion } from '../demo/region.ts'
import { root } from '../root.ts'

/** Fills the demonstration region where it is missing. */
export async function run(options: Record<string, string | undefined>): Promise<void> {
  const opened = await open({ config: readConfig({ env: processEnvironment(), options, root }), root })
  await seedRegion(opened.platform, (line) => process.stdout.write(`${line}\n`))
  await opened.close()
}
