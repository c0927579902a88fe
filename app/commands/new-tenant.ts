import { createTenant, open, OperatorError, processEnvironment, readConfig } from '@modellregion/kernel'
import { root } from '../root.ts'

/** `modellregion new-tenant <id> --name "Musterstadt" --ags 05334002 --hosts musterstadt.example.org` */
export async function run(options: Record<string, string | undefined>, rest: readonly string[]): Promise<void> {
  const [id] = rest
  if (!id || !options['name'] || !options['ags']) throw new OperatorError('Usage: npm run modellregion -- new-tenant <id> --name "Musterstadt" --ags 05334002 [--kind Stadt] [--hosts a.example.org,b.example.org]')
  const opened = await open({ config: readConfig({ env: processEnvironment(), options, root }), root })
  try {
    const created = await createTenant(opened.platform, { id, name: options['name'], ags: options['ags'], kind: options['kind'] ?? 'Stadt', hosts: options['hosts']?.split(',') ?? [] })
    if (!created.ok) throw new OperatorError(created.reason)
    process.stdout.write(`The town ${options['name']} is there: http://${id}.localhost:${opened.platform.config.port}/\n`)
  } finally {
    await opened.close()
  }
}
