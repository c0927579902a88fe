import type { Platform, Tenant } from '@modellregion/kernel'
import type { Caller } from '../caller.ts'

/** Whether a client may subscribe to a topic. */
export async function mayListen(_platform: Platform, _tenant: Tenant, _caller: Caller | undefined, _topic: string): Promise<boolean> {
  return false
}
