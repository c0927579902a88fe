import { backupInstallation, processEnvironment, readConfig } from '@modellregion/kernel'
import { root } from '../root.ts'

/** `modellregion backup [file]`: database and files in one archive; the installation may go on running. */
export async function run(options: Record<string, string | undefined>, [file]: readonly string[]): Promise<void> {
  const began = performance.now()
  const config = readConfig({ env: processEnvironment(), options, root })
  const result = await backupInstallation({ config, root, now: new Date(), report: print, ...(file && { file }) })
  print(`${result.path}: ${result.tables} tables, ${result.rows} rows, ${result.files - result.missing} files in ${((performance.now() - began) / 1000).toFixed(1)} s.`)
  if (result.missing > 0) print(`${result.missing} files that rows name are missing in the store; the archive's manifest lists them.`)
  print('The archive holds personal data of all towns: keep it encrypted and apart from this machine.')
}

const print = (line: string): void => void process.stdout.write(`${line}\n`)
