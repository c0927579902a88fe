import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const root = join(import.meta.dirname, '../..')
export type Usage = { readonly cpuSeconds: number; readonly megabytes: number }
export type IngestServer = { readonly port: number; readonly child: ChildProcess; usage(): Promise<Usage>; end(): Promise<void> }

/** Starts the way of a message in a process of its own, over a database that is there. */
export async function startIngest(url: string, port = 0, options: readonly string[] = []): Promise<IngestServer> {
  const child = spawn(process.execPath, ['--max-old-space-size=384', ...options, '--import', './app/tsx-hook.ts', join(import.meta.dirname, 'ingest-child.ts'), url, String(port)], { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const next = async <T>(): Promise<T> => {
    const { value, done } = await lines.next()
    if (done) throw new Error('The process of the ingest has ended.')
    return JSON.parse(String(value)) as T // our own child's line
  }
  const ready = await next<{ port: number }>()
  return {
    port: ready.port,
    child,
    usage: async () => {
      child.stdin.write('usage\n')
      return await next<Usage>()
    },
    end: async () => {
      child.stdin.write('end\n')
      if (child.exitCode === null) await new Promise((resolve) => child.once('exit', resolve))
    },
  }
}
