import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const root = join(import.meta.dirname, '../..')
const hook = ['--import', './app/tsx-hook.ts']

export type Server = { readonly port: number; readonly appUrl: string }
export type Usage = { readonly cpuSeconds: number; readonly rss: number }

function talkTo(file: string, options: readonly string[], args: readonly string[] = []) {
  const child = spawn(process.execPath, [...options, ...hook, join(import.meta.dirname, file), ...args], { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const answer = async <T>(question?: string): Promise<T> => {
    if (question !== undefined) child.stdin.write(`${question}\n`)
    const { value, done } = await lines.next()
    if (done) throw new Error(`${file} has ended.`)
    return String(value).startsWith('{') ? (JSON.parse(String(value)) as T) : await answer<T>() // lines of others are not for us
  }
  const end = async () => {
    child.stdin.write('end\n')
    if (child.exitCode === null) await new Promise((resolve) => child.once('exit', resolve))
  }
  return { answer, end }
}

/** The help chat in a process of its own, with as much memory as the smallest machine has. */
export async function startServer() {
  const { answer, end } = talkTo('server-child.ts', ['--max-old-space-size=384', '--max-semi-space-size=4'])
  const server = await answer<Server>()
  return { server, usage: () => answer<Usage>('usage'), close: end }
}

/** Load from a process of its own. `ready` is its first line; `done` asks it to end and gives what it has measured. */
export async function startLoad<Ready extends object>(server: Server, what: string, ...args: readonly (string | number)[]) {
  const { answer, end } = talkTo('load-child.ts', [], [what, JSON.stringify(server), ...args.map(String)])
  const ready = await answer<Ready>()
  return { ready, next: <T extends object>() => answer<T>(), end }
}

export const part = (sorted: readonly number[], share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
export type Times = { readonly count: number; readonly failed: number; readonly p50: number; readonly p95: number; readonly most: number }
/** Milliseconds, summed up. */
export function timesOf(all: readonly number[], failed = 0): Times {
  const sorted = all.toSorted((a, b) => a - b)
  return { count: all.length, failed, p50: part(sorted, 0.5), p95: part(sorted, 0.95), most: sorted.at(-1) ?? Number.NaN }
}
export const told = ({ count, failed, p50, p95, most }: Times): string => `p95 ${p95.toFixed(0)} ms (p50 ${p50.toFixed(0)}, most ${most.toFixed(0)}; ${count} measured${failed > 0 ? `, ${failed} failed` : ''})`
