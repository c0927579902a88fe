import { audit } from '@modellregion/kernel'
import { localDate } from '@modellregion/standards'
import type { OrganisationRow } from '../dataset/schema.ts'
import { findEntry, idsOfNames, insertEntry, replaceMembers } from '../series/queries.ts'
import { seriesOf, serviceOf } from '../series/rules.ts'
import type { Kind, SeriesForm, ServiceForm } from '../series/schema.ts'
import type { Offices } from './offices.ts'
import type { DemoTown } from './town-unit.ts'

const bicycles: Omit<SeriesForm, 'organisation'> = {
  title: 'Radverkehrszählung',
  description: 'Fahrräder je Monat an fünf Dauerzählstellen, ein Datensatz für jedes Jahr. Die Spalten sind in allen Jahren gleich. Die Zahlen sind für die Vorführung erfunden.',
  hvdCategory: [],
  accrualPeriodicity: 'http://publications.europa.eu/resource/authority/frequency/ANNUAL',
}
const maps: Omit<ServiceForm, 'organisation'> = {
  title: 'Kartendienst Umwelt',
  description: 'Standorte der Wertstoffcontainer nach OGC API Features. Für die Vorführung erfunden: Unter der Adresse antwortet niemand.',
  hvdCategory: [],
  endpointURL: 'https://geo.daten.example/ogc',
  endpointDescription: 'https://geo.daten.example/ogc/api',
  license: 'http://dcat-ap.de/def/licenses/dl-zero-de/2.0',
}

/** The counted years as one series, and a service for maps. */
export async function seedSeries(town: DemoTown, { 'fachbereich-mobilitaet': mobility, 'fachbereich-umwelt': environment }: Offices): Promise<void> {
  await seedEntry(town, 'series', 'radverkehrszaehlung', mobility, bicycles, ['radverkehrszaehlung-2023', 'radverkehrszaehlung-2024', 'radverkehrszaehlung-2025'])
  await seedEntry(town, 'service', 'kartendienst-umwelt', environment, maps, ['wertstoffcontainer'])
}

async function seedEntry(town: DemoTown, kind: Kind, name: string, office: OrganisationRow, said: typeof bicycles | typeof maps, members: readonly string[]): Promise<void> {
  await town.at(50, 'dana', async (db) => {
    const found = new Map((await idsOfNames(db, members)).map((dataset) => [dataset.name, dataset.id]))
    if (found.size < members.length || (await findEntry(db, kind, name))) return
    const day = localDate(db.now)
    const document = 'endpointURL' in said ? serviceOf({ ...said, organisation: office.id }, office, day) : seriesOf({ ...said, organisation: office.id }, office, day)
    const id = town.id(kind, name)
    await insertEntry(db, kind, { id, name, title: said.title, organisationId: office.id, document })
    await replaceMembers(db, kind, id, members.flatMap((member) => found.get(member) ?? []))
    await audit(db, { action: `${kind}.publish`, subject: id, detail: { name, datasets: members.length } })
  })
}
