import { boot, processEnvironment, readConfig, type Config, type Running } from '@modellregion/kernel'
import { buildClientIfNeeded } from '../build-client.ts'
import { fillRegion, seedRegion } from '../demo/region.ts'
import { root } from '../root.ts'

type Options = Record<string, string | undefined>

export async function run(options: Options): Promise<void> {
  await start(readConfig({ env: processEnvironment(), options, root }))
}

/** Serves until a signal comes. */
export async function start(config: Config): Promise<Running> {
  const began = performance.now()
  buildClientIfNeeded(root)
  const running = await boot({ config, root, prepare: (opened) => seedRegion(opened.platform, report) })
  const filling = new AbortController()
  stopOnSignal({
    ...running,
    close: async () => {
      filling.abort()
      await running.close()
    },
  })
  if (running.app) report(welcome(running, performance.now() - began))
  if (config.role !== 'web') void fillRegion(running.platform, report, filling.signal)
  return running
}

function stopOnSignal(running: Running): void {
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (stopping) return
      stopping = true
      running.close().then(
        () => process.exit(0),
        (error: Error) => {
          report(`Stopping failed: ${error.message}`)
          process.exit(1)
        },
      )
    })
}

function welcome({ platform, port }: Running, milliseconds: number): string {
  const towns = platform.directory.all()
  const width = Math.max(...towns.map((town) => town.id.length))
  const lines = towns.map((town) => `  http://${`${town.id}.localhost:${port}/`.padEnd(width + 17)} ${town.kind} ${town.name}`)
  return [
    `Modellregion is ready after ${(milliseconds / 1000).toFixed(1)} s.`,
    `  http://localhost:${port}/`,
    ...lines,
    ...(platform.config.demo ? [`Demonstration: sign in with one click as one of the fictional people at http://localhost:${port}/sign-in`] : []),
    'Stop with Ctrl-C.',
  ].join('\n')
}

const report = (line: string): void => void process.stdout.write(`${line}\n`)
