import { Readable } from 'node:stream'
import { demoAccountId, newId, type Platform, type Tenant, type UnitOfWork } from '@modellregion/kernel'
import type { Dataset } from '../dcat/schema.ts'
import type { OrganisationRow } from '../dataset/schema.ts'
import { insertDraft } from '../draft/queries.ts'
import { beginDataset } from '../edit/begin.ts'
import { linkedFile, putFile } from '../edit/files.ts'
import { keepMember } from '../edit/queries.ts'
import { takeUpload } from '../load/take.ts'
import { findOrganisation, keepOrganisation } from '../organisation/queries.ts'
import { publishDataset } from '../publish/publish.ts'
import { submitDraft } from '../review/submit.ts'
import { bicycleRacks, chargingPoints } from './own-files.ts'

/** Offices of the town halls that publish themselves, and who of the demonstration writes for them. */
const offices = [
  { name: 'fachbereich-mobilitaet', title: 'Fachbereich Mobilität und Verkehr', email: 'mobilitaet@daten.example', people: ['dana', 'eva'] },
  { name: 'fachbereich-umwelt', title: 'Fachbereich Klima und Umwelt', email: 'umwelt@daten.example', people: ['dana', 'eva'] },
  { name: 'statistikstelle', title: 'Statistikstelle', email: 'statistik@daten.example', people: ['eva'] },
] as const

const theme = (code: string) => `http://publications.europa.eu/resource/authority/data-theme/${code}`
const rhythm = (code: string) => `http://publications.europa.eu/resource/authority/frequency/${code}`
const zero = 'http://dcat-ap.de/def/licenses/dl-zero-de/2.0'

/** People, a published dataset, a change in the check, and drafts of the town's own offices. Once: what people have done since stays. */
export async function seedPublishing(platform: Platform, tenant: Tenant, now: Date): Promise<void> {
  const enter = { tenant: tenant.id, service: 'open-data', now, actor: demoAccountId(tenant.id, 'dana') } as const
  const write = <T>(work: (db: UnitOfWork) => Promise<T>): Promise<T> => platform.database.unit({ ...enter, access: 'write' }, work)
  if (await platform.database.unit({ ...enter, access: 'read' }, (db) => findOrganisation(db, offices[0].name))) return
  const [mobility, environment] = await write((db) => keepOffices(db, tenant))
  if (!mobility || !environment) return
  const upload = async (datasetId: string, name: string, text: string) => await takeUpload({ platform, tenant, now, write }, { datasetId, upload: { name, declaredType: 'text/csv', content: Readable.from([Buffer.from(text)]) } })
  const day = now.toISOString().slice(0, 10)

  const racks = newId(now)
  const rackFile = await upload(racks, 'fahrradabstellanlagen.csv', bicycleRacks)
  const charging = newId(now)
  const chargingFile = await upload(charging, 'Ladesäulen_Stand_Oktober.csv', chargingPoints)
  const roadworks = newId(now)
  await write(async (db) => {
    const begun = beginDataset(tenant, mobility, `Fahrradabstellanlagen in ${tenant.name}`, undefined)
    const described: Dataset = { ...begun, description: { de: 'Öffentliche Abstellanlagen für Fahrräder mit Anzahl der Plätze, Überdachung und Lage. Erhoben bei Begehungen, ergänzt durch Hinweise aus der Bevölkerung. Private Anlagen sind nicht enthalten.' }, theme: [theme('TRAN')], keyword: { de: ['Fahrrad', 'Abstellanlage', 'Radverkehr'] }, accrualPeriodicity: rhythm('ANNUAL'), temporal: [{ startDate: '2026-01-01' }] }
    const document = rackFile.ok ? licensed(putFile(described, { id: rackFile.version.distributionId, version: rackFile.version, day })) : described
    await publishDataset(db, { id: racks, organisationId: mobility.id, document, note: 'Erste Veröffentlichung' })

    const draft = beginDataset(tenant, mobility, 'Ladesäulen für Elektroautos')
    await insertDraft(db, { id: charging, name: null, organisationId: mobility.id, document: chargingFile.ok ? putFile(draft, { id: chargingFile.version.distributionId, version: chargingFile.version, day }) : draft, basedOn: null })

    const works = beginDataset(tenant, environment, `Baumfällungen in ${tenant.name}`)
    const ready: Dataset = { ...works, description: { de: 'Geplante und genehmigte Fällungen von Bäumen auf öffentlichen Flächen mit Anlass, Baumart und Ersatzpflanzung. Aus dem Baumkataster, jede Woche neu.' }, theme: [theme('ENVI')], keyword: { de: ['Baum', 'Fällung', 'Grünfläche'] }, accrualPeriodicity: rhythm('WEEKLY'), temporal: [{ startDate: '2025-01-01' }], distribution: [linkedFile(newId(now), 'https://daten.example/umwelt/baumfaellungen.csv')] }
    await insertDraft(db, { id: roadworks, name: null, organisationId: environment.id, document: licensed(ready), basedOn: null })
    await submitDraft(db, { id: roadworks, revision: 1, note: 'Die Datei pflegt der Bauhof, wir verweisen nur darauf.' })

    await insertDraft(db, { id: newId(now), name: null, organisationId: environment.id, document: beginDataset(tenant, environment, 'Trinkbrunnen und Zapfstellen'), basedOn: null })
  })
}

async function keepOffices(db: UnitOfWork, tenant: Tenant): Promise<OrganisationRow[]> {
  const kept: OrganisationRow[] = []
  for (const { people, ...office } of offices) {
    const organisation = await keepOrganisation(db, { ...office, id: newId(db.now), description: '', homepage: null, uri: null })
    for (const person of people) await keepMember(db, organisation.id, demoAccountId(tenant.id, person), 'editor')
    kept.push(organisation)
  }
  return kept
}

const licensed = (dataset: Dataset): Dataset => ({ ...dataset, distribution: dataset.distribution.map((file) => ({ ...file, license: zero })) })
