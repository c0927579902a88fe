import { newId, type Platform, type Tenant } from '@modellregion/kernel'
import { localDate } from '@modellregion/standards'
import { insertDraft } from '../draft/queries.ts'
import { beginDataset } from '../edit/begin.ts'
import { linkedFile, putFile } from '../edit/files.ts'
import { findReview } from '../review/queries.ts'
import { submitDraft } from '../review/submit.ts'
import { keepOffices, type Offices } from './offices.ts'
import { chargingPoints } from './own-files.ts'
import { describe, keepVersion, seedDatasets, zero } from './own-datasets.ts'
import { seedReviews } from './reviews.ts'
import { seedSeries } from './series.ts'
import { demoTown, type DemoTown } from './town-unit.ts'

/** People, published datasets, ways through the review and drafts of the town's own offices. Each once: what people have done since stays. */
export async function seedPublishing(platform: Platform, tenant: Tenant, now: Date): Promise<void> {
  const town = demoTown(platform, tenant, now)
  const offices = await keepOffices(town)
  await seedDatasets(town, offices)
  await seedSeries(town, offices)
  await seedDrafts(town, offices)
  if (tenant.id === 'aachen') await seedReviews(town, offices)
}

/** A draft with a file as spreadsheets leave an office, one that has just been begun, and one in the department's check. */
async function seedDrafts(town: DemoTown, { 'fachbereich-mobilitaet': mobility, 'fachbereich-umwelt': environment }: Offices): Promise<void> {
  const id = town.id('draft', 'baumfaellungen')
  if (await town.at(0, 'dana', (db) => findReview(db, id))) return
  const [charging, file] = [town.id('draft', 'ladesaeulen'), town.id('draft-file', 'ladesaeulen')]
  const version = await keepVersion(town, 0, { datasetId: charging, distributionId: file, versionId: town.id('draft-version', 'ladesaeulen'), choices: {} }, { name: 'Ladesäulen_Stand_Oktober.csv', text: chargingPoints })
  await town.at(0, 'dana', async (db) => {
    await insertDraft(db, { id: charging, name: null, organisationId: mobility.id, document: putFile(beginDataset(town.tenant, mobility, 'Ladesäulen für Elektroautos'), { id: file, version, day: localDate(db.now) }), basedOn: null })
    await insertDraft(db, { id: newId(db.now), name: null, organisationId: environment.id, document: beginDataset(town.tenant, environment, 'Trinkbrunnen und Zapfstellen'), basedOn: null })

    const title = `Baumfällungen in ${town.tenant.name}`
    const works = describe(town, environment, { title, office: 'fachbereich-umwelt', description: 'Geplante und genehmigte Fällungen von Bäumen auf öffentlichen Flächen mit Anlass, Baumart und Ersatzpflanzung. Aus dem Baumkataster, jede Woche neu.', theme: 'ENVI', rhythm: 'WEEKLY', keywords: ['Baum', 'Fällung', 'Grünfläche'], from: '2025-01-01' })
    const link = { ...linkedFile(newId(db.now), 'https://daten.example/umwelt/baumfaellungen.csv'), license: zero }
    await insertDraft(db, { id, name: null, organisationId: environment.id, document: { ...works, distribution: [link] }, basedOn: null })
    await submitDraft(db, { id, revision: 1, note: 'Die Datei pflegt der Bauhof, wir verweisen nur darauf.' })
  })
}
