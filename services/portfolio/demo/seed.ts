import type { Platform, Tenant } from '@modellregion/kernel'
import { seedProgramme } from './programme.ts'
import { seedGrant } from './grant.ts'
import { seedCatalogue } from './catalogue.ts'
import { seedPubliccode } from './publiccode.ts'
import { seedAdoption } from './adoption.ts'
import { seedDocument } from './document.ts'
import { seedNetwork } from './network.ts'
import { seedYearbook } from './yearbook.ts'

/** Each step is repeatable and relies on those before it. */
export async function seed(platform: Platform, tenant: Tenant, now: Date): Promise<void> {
  for (const step of [seedProgramme, seedGrant, seedCatalogue, seedPubliccode, seedAdoption, seedDocument, seedNetwork, seedYearbook]) await step(platform, tenant, now)
}
