import type { Platform, Tenant } from '@modellregion/kernel'
import { signingKeys } from '../provider/keys.ts'

/** The first keys of the town, so that nobody waits for them at the first sign-in. */
export async function seed(platform: Platform, tenant: Tenant): Promise<void> {
  await signingKeys({ platform, tenantId: tenant.id })
}
