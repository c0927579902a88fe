import type { Platform } from '@modellregion/kernel'
import type { StaChange } from '../sensorthings/mqtt.ts'

type Hear = (tenant: string, change: StaChange) => void
// One for each running platform of a process; there are several in tests.
const ears = new WeakMap<Platform['live'], Set<Hear>>()

/** Tells the broker of this process what a unit has changed. Call it after the commit, also for what came over HTTP. Costs nothing when nobody listens. */
export function tellChange({ live }: Pick<Platform, 'live'>, tenant: string, change: StaChange): void {
  for (const hear of ears.get(live) ?? []) hear(tenant, change)
}

export function onChange({ live }: Pick<Platform, 'live'>, hear: Hear): () => void {
  const those = ears.get(live) ?? new Set<Hear>()
  ears.set(live, those.add(hear))
  return () => void those.delete(hear)
}
