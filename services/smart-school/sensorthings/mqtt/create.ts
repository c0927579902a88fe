import type { Platform, Tenant } from '@modellregion/kernel'
import type { Caller } from '../caller.ts'

/** Creates an entity by a publication. */
export function createByTopic(_platform: Platform, _tenant: Tenant, _caller: Caller, _topic: string, _payload: Buffer): Promise<{ ok: true } | { ok: false; reason: string }> | undefined {
  return undefined
}
