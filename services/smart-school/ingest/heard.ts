import type { Platform } from '@modellregion/kernel'
import { noteHeard } from './queries/source.ts'

/** Counts messages of sources and writes the numbers every ten seconds, so that the console can say when one was last heard. */
export type Heard = { note(tenant: string, source: string): void; flush(): Promise<void> }

const seconds = 10
const counters = new WeakMap<Platform['live'], Heard>()

export function heardOf(platform: Platform): Heard {
  const known = counters.get(platform.live) ?? openHeard(platform)
  counters.set(platform.live, known)
  return known
}

function openHeard(platform: Platform): Heard {
  const counts = new Map<string, { tenant: string; source: string; count: number; at: Date }>()
  let timer: NodeJS.Timeout | undefined
  const flush = async (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    const now = [...counts.values()]
    counts.clear()
    for (const { tenant, source, count, at } of now)
      await platform.database.unit({ tenant, service: 'smart-school', access: 'write', now: at }, (db) => noteHeard(db, source, at, count)).catch(() => 0) // a rough number is not worth a failure
  }
  return {
    note: (tenant, source) => {
      const name = `${tenant}/${source}`
      const entry = counts.get(name) ?? { tenant, source, count: 0, at: platform.now() }
      counts.set(name, { ...entry, count: entry.count + 1, at: entry.count % 100 === 0 ? platform.now() : entry.at })
      timer ??= setTimeout(() => void flush(), seconds * 1_000).unref()
    },
    flush,
  }
}
