import type { Platform, Tenant } from '@modellregion/kernel'
import type { StaChange, StaMessage } from '../mqtt.ts'

/** Messages that a change means for these topics. */
export async function messagesOf(_platform: Platform, _tenant: Tenant, _change: StaChange, _topics: readonly string[]): Promise<StaMessage[]> {
  return []
}
