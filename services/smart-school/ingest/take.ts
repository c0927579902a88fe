import type { Platform } from '@modellregion/kernel'
import type { TakeOutcome, Uplink } from './schema.ts'
import { pipelineOf } from './pipeline.ts'

/**
 * Takes uplinks of a town: known device, copy or new, codec, plausibility, where it hung, store. Comes back when all is committed; outcomes in the
 * order of the uplinks. The same uplinks, in whichever order and however often, lead to the same state. Safe to repeat after a failure.
 */
export const takeUplinks = (platform: Platform, tenantId: string, uplinks: readonly Uplink[]): Promise<TakeOutcome[]> => Promise.all(uplinks.map((uplink) => pipelineOf(platform).take(tenantId, uplink)))
