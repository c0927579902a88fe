import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { add, nothing, readCounts, type Counts } from './counts.ts'
import { testCommand, type Step } from './steps.ts'

export type Outcome = Counts & { name: string; seconds: number; ok: boolean }

/** Runs one step, showing what fails and what is skipped; passing tests are only counted. */
export async function runStep(root: string, step: Step, environment: Record<string, string>, write: (text: string) => void = toTerminal): Promise<Outcome> {
  const began = performance.now()
  const isTests = 'files' in step
  const args = isTests ? testCommand(step.files) : step.command
  const { code, output } = await execute(args, root, { ...environment, ...(isTests && step.env) }, isTests ? (line) => isNoise(line) || write(line) : write)
  const counts = isTests ? readCounts(output) : { ...nothing, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 }
  // A runner that ends badly without naming a failed test (a crash, nothing found) has failed all the same.
  const silent = isTests && (code !== 0 || counts.passed + counts.failed + counts.skipped === 0) && counts.failed === 0
  const total = silent ? add(counts, { ...nothing, failed: 1 }) : counts
  return { ...total, name: step.name, seconds: (performance.now() - began) / 1000, ok: total.failed === 0 }
}

const toTerminal = (text: string): void => void process.stdout.write(text)

function execute(args: readonly string[], cwd: string, env: Record<string, string>, write: (line: string) => void): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on('line', (line) => {
      output += `${line}\n`
      write(`${line}\n`)
    })
    child.once('error', reject)
    child.once('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

const isNoise = (line: string): boolean => /^\s*(✔|ℹ|▶)/u.test(line) || line.trim() === ''
