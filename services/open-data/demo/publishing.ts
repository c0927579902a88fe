import { demoAccountId, newId, type Platform, type Tenant } from '@modellregion/kernel'
import { keepMember } from '../edit/queries.ts'
import { keepOrganisation } from '../organisation/queries.ts'

/** Offices of the invented town halls that publish themselves, and who of the demonstration writes for them. */
const offices = [
  { name: 'fachbereich-mobilitaet', title: 'Fachbereich Mobilität und Verkehr', email: 'mobilitaet@daten.example', people: ['dana', 'eva'] },
  { name: 'fachbereich-umwelt', title: 'Fachbereich Klima und Umwelt', email: 'umwelt@daten.example', people: ['dana', 'eva'] },
  { name: 'statistikstelle', title: 'Statistikstelle', email: 'statistik@daten.example', people: ['eva'] },
] as const

/** People, drafts and datasets of the town's own offices. */
export async function seedPublishing(platform: Platform, tenant: Tenant, now: Date): Promise<void> {
  await platform.database.unit({ tenant: tenant.id, service: 'open-data', now, access: 'write' }, async (db) => {
    for (const { people, ...office } of offices) {
      const { id } = await keepOrganisation(db, { ...office, id: newId(now), description: '', homepage: null, uri: null })
      for (const person of people) await keepMember(db, id, demoAccountId(tenant.id, person), 'editor')
    }
  })
}
