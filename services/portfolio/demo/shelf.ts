import type { Platform, Tenant } from '@modellregion/kernel'

/** Invented data of this part, for a demonstration town. Repeatable. */
export async function seedShelf(_platform: Platform, _tenant: Tenant, _now: Date): Promise<void> {}
