import { open, OperatorError, processEnvironment, readConfig, verifyAudit } from '@modellregion/kernel'
import { root } from '../root.ts'

/** Checks the hash chain of the audit in every town, or in the one named: `modellregion verify-audit [town]`. */
export async function run(options: Record<string, string | undefined>, [only]: readonly string[]): Promise<void> {
  const { platform, close } = await open({ config: readConfig({ env: processEnvironment(), options, root }), root })
  try {
    const towns = platform.directory.all().filter((town) => only === undefined || town.id === only)
    if (towns.length === 0) throw new OperatorError(only ? `There is no town "${only}" here.` : 'There are no towns here yet.')
    let broken = 0
    for (const { id } of towns) {
      const found = await platform.database.unit({ tenant: id, service: 'platform', access: 'read', now: platform.now() }, verifyAudit)
      if (!found.ok) broken++
      print(found.ok ? `${id}: ${found.entries} entries, unbroken, head ${found.head.slice(0, 16)}` : `${id}: broken at entry ${found.seq} (${found.reason})`)
    }
    if (broken > 0) throw new OperatorError(`The audit of ${broken} ${broken === 1 ? 'town is' : 'towns are'} broken. Keep this database as it is, and compare it with the last backup.`)
  } finally {
    await close()
  }
}

const print = (line: string): void => void process.stdout.write(`${line}\n`)
