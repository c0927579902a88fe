import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const root = join(import.meta.dirname, '../..')

/** What `server-child.ts` says of itself. */
export type Server = {
  issuer: string
  origin: string
  clientId: string
  secret: string
  password: string
  people: number
  back: string
  refreshTokens: string[]
  hashesPerCore: number
  commitsPerSecond: number
}
export type Usage = { cpuSeconds: number; rss: number }
export type Load = { count: number; perSecond: number; failed: number; p50: number; p95: number; /** Operations a second of processor time of the server. */ perCpuSecond: number }

/** A town in a process of its own, and loads from others. Node's options go to the town, such as `--cpu-prof`. */
export async function startServer(options: readonly string[] = []) {
  const child = spawn(process.execPath, [...options, '--max-old-space-size=512', '--max-semi-space-size=4', '--import', './app/tsx-hook.ts', join(import.meta.dirname, 'server-child.ts')], { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const answer = async <T>(question?: string): Promise<T> => {
    if (question !== undefined) child.stdin.write(`${question}\n`)
    const { value, done } = await lines.next()
    if (done) throw new Error('The server has ended.')
    return String(value).startsWith('{') ? (JSON.parse(String(value)) as T) : await answer<T>() // lines of a build are not for us
  }
  const server = await answer<Server>()
  const folder = mkdtempSync(join(tmpdir(), 'modellregion-bench-'))
  const file = join(folder, 'server.json')
  writeFileSync(file, JSON.stringify(server))
  const usage = () => answer<Usage>('usage')
  return {
    server,
    usage,
    sessions: async (count: number) => writeFileSync(file, JSON.stringify({ ...server, ...(await answer<{ cookies: string[] }>(`sessions ${count}`)) })),
    load: async (what: string, seconds: number, atOnce: number): Promise<Load> => {
      const before = await usage()
      const load = JSON.parse(await output(join(import.meta.dirname, 'load-child.ts'), [what, String(seconds), String(atOnce), file])) as Omit<Load, 'perCpuSecond'> // what load-child.ts prints
      const after = await usage()
      return { ...load, perCpuSecond: load.count / (after.cpuSeconds - before.cpuSeconds) }
    },
    close: async () => {
      child.stdin.write('end\n')
      await new Promise((resolve) => child.once('exit', resolve))
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** What a program of ours prints. */
export async function output(program: string, args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, ['--import', './app/tsx-hook.ts', program, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
  let text = ''
  for await (const part of child.stdout) text += String(part)
  return text
}
