import type { Config } from './config.ts'
import type { Platform } from './platform.ts'

/**
 * Something that runs as long as the process and answers no HTTP request: a listener of another protocol, a subscription at a foreign broker.
 * It is started after the database is ready, and stopped before anything else is, so that it acknowledges nothing it can no longer keep.
 */
export type Companion = {
  /** Short and unique within the service, for the log. */
  readonly name: string
  /** In which processes it runs; a process with the role `all` runs both kinds. */
  readonly role: 'web' | 'worker'
  /** Throws OperatorError when something stands in the way that the operator can mend. */
  start(platform: Platform): Promise<RunningCompanion>
}

export type RunningCompanion = { stop(): Promise<void> }

/** Starts what accompanies a process, one after the other. When one fails, those that run already are stopped. */
export async function startCompanions(platform: Platform): Promise<RunningCompanion> {
  const running: RunningCompanion[] = []
  const stop = async () => {
    for (const companion of running.splice(0).reverse()) await companion.stop()
  }
  try {
    for (const companion of platform.registry.services.flatMap((service) => service.companions ?? [])) if (runsHere(companion, platform.config)) running.push(await companion.start(platform))
  } catch (error) {
    await stop()
    throw error
  }
  return { stop }
}

const runsHere = ({ role: wanted }: Companion, { role }: Pick<Config, 'role'>): boolean => role === 'all' || role === wanted
