import type { Platform, Tenant } from '@modellregion/kernel'
import { placeShipped } from '../catalogue/shipped.ts'

/** What the platform ships, and invented entries and suppliers of a demonstration town. Repeatable. */
export async function seedCatalogue(platform: Platform, _tenant: Tenant, now: Date): Promise<void> {
  await placeShipped(platform, now)
}
