import { open, OperatorError, processEnvironment, readConfig, restoreInstallation } from '@modellregion/kernel'
import { root } from '../root.ts'

/** `modellregion restore <file> [--data ./restored]`: fills an empty installation from a backup. */
export async function run(options: Record<string, string | undefined>, [file]: readonly string[]): Promise<void> {
  if (!file) throw new OperatorError('Usage: npm run modellregion -- restore <file> [--data ./restored]')
  const began = performance.now()
  const opened = await open({ config: readConfig({ env: processEnvironment(), options, root }), root })
  try {
    const result = await restoreInstallation(opened, file, print)
    print(`Restored the state of ${result.createdAt}: ${result.tables} tables, ${result.files} files in ${((performance.now() - began) / 1000).toFixed(1)} s; ${result.requeued} jobs wait again.`)
    if (result.missing > 0) print(`${result.missing} files were already missing when the backup was made.`)
  } finally {
    await opened.close()
  }
}

const print = (line: string): void => void process.stdout.write(`${line}\n`)
