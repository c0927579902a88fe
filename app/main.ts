import { OperatorError } from '@modellregion/kernel'
import { readCommandLine } from './command-line.ts'

const { command, options, rest } = readCommandLine(process.argv.slice(2))

const commands: Record<string, () => Promise<{ run: (options: Record<string, string | undefined>, rest: readonly string[]) => Promise<void> }>> = {
  start: () => import('./commands/start.ts'),
  dev: () => import('./commands/dev.ts'),
  build: () => import('./commands/build.ts'),
  migrate: () => import('./commands/migrate.ts'),
  seed: () => import('./commands/seed.ts'),
  backup: () => import('./commands/backup.ts'),
  restore: () => import('./commands/restore.ts'),
  'verify-audit': () => import('./commands/verify-audit.ts'),
  'new-tenant': () => import('./commands/new-tenant.ts'),
  'import-people': () => import('./commands/import-people.ts'),
  'grant-role': () => import('./commands/grant-role.ts'),
  'rotate-keys': () => import('./commands/rotate-keys.ts'),
  'simulate-school': () => import('./commands/simulate-school.ts'),
}

try {
  const load = commands[command]
  if (!load) throw new OperatorError(`There is no command "${command}". Commands: ${Object.keys(commands).join(', ')}.`)
  await (await load()).run(options, rest)
} catch (error) {
  if (!(error instanceof OperatorError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
