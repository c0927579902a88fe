import { demoPeople, ensureDemoPerson, type Platform, type Tenant } from '@modellregion/kernel'

/** The fictional people of a demonstration town, those of its services included. They keep their ids, so a later start changes nothing. */
export async function seedPeople(platform: Platform, tenant: Tenant): Promise<void> {
  const ofServices = platform.registry.services.filter(({ id }) => tenant.services.includes(id)).flatMap((service) => service.demo?.people ?? [])
  await platform.database.unit({ tenant: tenant.id, service: 'platform', access: 'write', now: platform.now() }, async (db) => {
    for (const person of [...demoPeople, ...ofServices]) await ensureDemoPerson(db, person)
  })
}
