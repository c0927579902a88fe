import { readFile } from 'node:fs/promises'
import { peopleImportPort, type ImportedLine, type PeopleImport } from '@modellregion/contracts'
import { open, OperatorError, processEnvironment, readConfig, type Platform, type Tenant } from '@modellregion/kernel'
import { root } from '../root.ts'

const usage = 'Usage: npm run modellregion -- import-people --town <town> --file <people.csv> [--dry-run] [--trust-level] [--invite].'

/** `modellregion import-people`: takes people over from an earlier account system. The report names lines, never people. */
export async function run(options: Record<string, string | undefined>): Promise<void> {
  const { town, file } = options
  if (!town || !file) throw new OperatorError(usage)
  const wish = { dryRun: options['dry-run'] === 'true', trustLevel: options['trust-level'] === 'true', invite: options['invite'] === 'true' }
  const text = await readFile(file, 'utf8').catch(() => {
    throw new OperatorError(`The file ${file} cannot be read.`)
  })
  const opened = await open({ config: readConfig({ env: processEnvironment(), options, root }), root })
  try {
    const { platform } = opened
    const tenant = platform.directory.byId(town)
    if (!tenant) throw new OperatorError(`There is no town "${town}". Towns: ${platform.directory.all().map(({ id }) => id).join(', ')}.`)
    const importPeople = platform.port<PeopleImport<Platform, Tenant>>(peopleImportPort)
    if (!importPeople) throw new OperatorError('No installed service keeps people. Install citizen-id.')
    const lines = await importPeople(platform, tenant, text, wish).catch((error: unknown) => {
      throw error instanceof RangeError ? new OperatorError(error.message) : error
    })
    process.stdout.write(reportOf(lines, wish.dryRun))
  } finally {
    await opened.close()
  }
}

function reportOf(lines: readonly ImportedLine[], dryRun: boolean): string {
  const each = lines.map(({ line, outcome, reason, claimed, taken }) => `line ${line}: ${outcome}${reason === undefined ? '' : ` (${reason})`}${taken === undefined ? '' : `, level ${taken}${claimed === taken ? '' : ` instead of ${claimed}`}`}`)
  const count = (wanted: ImportedLine['outcome']) => lines.filter(({ outcome }) => outcome === wanted).length
  return `${each.join('\n')}\n${dryRun ? 'Nothing was changed. ' : ''}New: ${count('new')}, known before: ${count('known')}, refused: ${count('refused')}.\n`
}
