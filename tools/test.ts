// npm test [room]: everything that must hold, in the order in which a mistake is cheapest to find.
import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { processEnvironment, serverVariable, startTestServer, wantedVersion } from '@modellregion/testing'
import { provideChromium } from './test/chromium.ts'
import { add, nothing } from './test/counts.ts'
import { runStep, type Outcome } from './test/run.ts'
import { clearScratch, scratchFolder } from './test/scratch.ts'
import { folderOf, planSteps, type Step } from './test/steps.ts'

const root = dirname(import.meta.dirname)
const [wanted] = process.argv.slice(2).filter((word) => !word.startsWith('-'))
const room = wanted === undefined ? undefined : folderOf(root, wanted)
if (wanted !== undefined && room === undefined) {
  process.stderr.write(`There is no room "${wanted}". Examples: npm test open-data, npm test kernel, npm test search, npm test ui.\n`)
  process.exit(1)
}

const scratch = processEnvironment()['TMPDIR'] === undefined ? scratchFolder() : undefined
// Every file of tests is a process of its own that loads the same modules: what one has compiled, the next one reads.
const environment: Record<string, string> = { NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/compiled'), ...definedOnly(processEnvironment()), ...(scratch && { TMPDIR: scratch }) }
const outcomes: Outcome[] = []
for (const step of planSteps(root, room)) {
  process.stdout.write(`\n== ${step.name}\n`)
  const obstacle = await prepare(step)
  const outcome = obstacle ? { ...nothing, failed: 1, ok: false, seconds: 0, name: step.name } : await runStep(root, step, environment)
  if (obstacle) process.stdout.write(`${obstacle}\n`)
  process.stdout.write(`${outcome.ok ? 'ok' : 'FAILED'}: ${outcome.passed} passed, ${outcome.failed} failed${outcome.skipped ? `, ${outcome.skipped} skipped` : ''}, ${outcome.seconds.toFixed(1)} s\n`)
  outcomes.push(outcome)
}

const total = outcomes.reduce(add, nothing)
const failed = outcomes.filter((outcome) => !outcome.ok).map((outcome) => outcome.name)
process.stdout.write(`\n== ${failed.length === 0 ? 'all steps are green' : `failed: ${failed.join(', ')}`}\n`)
if (total.skipped > 0) process.stdout.write(`${total.skipped} skipped\n`)
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`)
if (scratch) clearScratch(scratch)
process.exit(failed.length === 0 ? 0 : 1)

/** What a step needs before it runs; a sentence when it cannot be had. */
async function prepare(step: Step): Promise<string | undefined> {
  if (step.needs === 'nothing') return undefined
  const version = 'files' in step && step.env?.['MODELLREGION_TEST_POSTGRES'] === '16' ? 16 : wantedVersion()
  const variable = serverVariable(version)
  // One server for all processes of this run; it ends with this process.
  if (!environment[variable] && (!environment['DATABASE_URL'] || version === 16)) environment[variable] = JSON.stringify(await startTestServer(version, { under: scratch }))
  if (step.needs !== 'browser') return undefined
  const missing = provideChromium()
  if (missing) return missing
  const built = spawnSync(process.execPath, ['--import', './app/tsx-hook.ts', 'app/main.ts', 'build'], { cwd: root, stdio: 'inherit' })
  return built.status === 0 ? undefined : 'The browser files could not be built; the lines above say why.'
}

function definedOnly(values: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined))
}
