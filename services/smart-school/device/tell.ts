import type { Platform } from '@modellregion/kernel'

/** Tells open pages that something about these schools is new. Call it after the commit. */
export function tellSchools(platform: Pick<Platform, 'live'>, ids: readonly (number | null)[]): void {
  const schools = [...new Set(ids.filter((id) => id !== null))]
  if (schools.length > 0) platform.live.tell('smart-school', `schools ${schools.join(',')}`)
}
