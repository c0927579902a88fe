import type { Platform, Tenant } from '@modellregion/kernel'

export async function seedAir(_platform: Platform, _tenant: Tenant, _now: Date): Promise<void> {}
