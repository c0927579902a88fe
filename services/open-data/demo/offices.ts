import type { OrganisationRow } from '../dataset/schema.ts'
import { keepMember } from '../edit/queries.ts'
import { keepOrganisation } from '../organisation/queries.ts'
import { demoAccountId, newId } from '@modellregion/kernel'
import type { DemoTown } from './town-unit.ts'

/** Offices of the town halls that publish themselves, and who of the demonstration writes for them. */
const offices = [
  { name: 'fachbereich-mobilitaet', title: 'Fachbereich Mobilität und Verkehr', email: 'mobilitaet@daten.example', people: ['dana', 'eva'] },
  { name: 'fachbereich-umwelt', title: 'Fachbereich Klima und Umwelt', email: 'umwelt@daten.example', people: ['dana', 'eva'] },
  { name: 'statistikstelle', title: 'Statistikstelle', email: 'statistik@daten.example', people: ['eva'] },
] as const
export type OfficeName = (typeof offices)[number]['name']
export type Offices = Readonly<Record<OfficeName, OrganisationRow>>

/** The offices with their people; those that are there already stay as they are. */
export const keepOffices = (town: DemoTown): Promise<Offices> =>
  town.at(400, 'tina', async (db) => {
    const kept: Partial<Record<OfficeName, OrganisationRow>> = {}
    for (const { people, ...office } of offices) {
      const organisation = await keepOrganisation(db, { ...office, id: newId(db.now), description: '', homepage: null, uri: null })
      for (const person of people) await keepMember(db, organisation.id, demoAccountId(town.tenant.id, person), 'editor')
      kept[office.name] = organisation
    }
    return kept as Offices // the loop above has visited every name
  })
