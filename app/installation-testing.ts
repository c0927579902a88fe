/** For tests only: starts the program as an operator does, in a process of its own. */
import { spawn, type ChildProcess } from 'node:child_process'
import { root } from './root.ts'

export type Ended = { code: number | null; signal: string | null; out: string; err: string }
export type Installation = {
  readonly child: ChildProcess
  /** What it wrote until it was ready. @throws when it ends before */
  ready(): Promise<{ milliseconds: number; url: string }>
  ended(): Promise<Ended>
}

const running = new Set<ChildProcess>()

/** Stops what a failed test left running. */
export async function endAll(): Promise<void> {
  await Promise.all([...running].map(ending))
}

// A database that a killed process has left behind holds its pipes open, so the end of the process counts, not that of its output.
function ending(child: ChildProcess): Promise<void> {
  return new Promise((gone) => {
    if (child.exitCode !== null || child.signalCode !== null) gone()
    child.once('exit', () => gone())
    child.kill('SIGTERM')
    setTimeout(() => child.kill('SIGKILL'), 10_000).unref()
    child.stdout?.destroy()
    child.stderr?.destroy()
  })
}

/** `start({ args: ['--port', '0'], env: {} })`. Nothing of the test's own environment but the search path is handed on. */
export function start({ args, env = {}, command = 'start' }: { args: readonly string[]; env?: Record<string, string>; command?: string }): Installation {
  const began = performance.now()
  const child = spawn(process.execPath, ['--import', './app/tsx-hook.ts', 'app/main.ts', command, ...args], { cwd: root, env: { PATH: '/usr/bin:/bin', ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  running.add(child)
  child.once('close', () => running.delete(child))
  let [out, err] = ['', '']
  child.stdout.on('data', (text: Buffer) => (out += text))
  child.stderr.on('data', (text: Buffer) => (err += text))
  const end = new Promise<Ended>((resolve) => child.once('close', (code, signal) => resolve({ code, signal, out, err })))
  const ready = new Promise<{ milliseconds: number; url: string }>((resolve, reject) => {
    child.stdout.on('data', () => {
      const url = /^ {2}(http:\/\/localhost:\d+\/)$/m.exec(out)?.[1]
      if (url && out.includes('Stop with Ctrl-C')) resolve({ milliseconds: performance.now() - began, url })
    })
    void end.then(({ code }) => reject(new Error(`The program ended with ${code} before it was ready:\n${out}\n${err}`)))
  })
  ready.catch(() => {})
  return { child, ready: () => ready, ended: () => end }
}
