import { open, processEnvironment, readConfig } from '@modellregion/kernel'
import { root } from '../root.ts'

/** Brings the database to the state of the code and stops. */
export async function run(options: Record<string, string | undefined>): Promise<void> {
  const opened = await open({ config: readConfig({ env: processEnvironment(), options, root }), root })
  const lines = opened.applied.map(({ room, file }) => `  ${room}/${file}`)
  process.stdout.write(lines.length ? `Applied:\n${lines.join('\n')}\n` : 'The database is up to date.\n')
  await opened.close()
}
