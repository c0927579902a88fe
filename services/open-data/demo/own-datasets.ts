import { Readable } from 'node:stream'
import { newId, type Tenant } from '@modellregion/kernel'
import type { OrganisationRow } from '../dataset/schema.ts'
import type { Dataset } from '../dcat/schema.ts'
import { beginDataset } from '../edit/begin.ts'
import { putFile } from '../edit/files.ts'
import { withLegislation } from '../edit/high-value.ts'
import { insertView } from '../explore/queries.ts'
import type { Choices } from '../inspect/schema.ts'
import { takeUpload } from '../load/take.ts'
import { deleteDataset, publishDataset } from '../publish/publish.ts'
import { listChanges } from '../publish/queries.ts'
import { findVersion } from '../version/queries.ts'
import type { FileVersion } from '../version/schema.ts'
import { demoDatasets, type DemoDataset } from './datasets.ts'
import type { Offices } from './offices.ts'
import type { DemoTown } from './town-unit.ts'

const theme = (code: string) => `http://publications.europa.eu/resource/authority/data-theme/${code}`
const rhythm = (code: string) => `http://publications.europa.eu/resource/authority/frequency/${code}`
export const zero = 'http://dcat-ap.de/def/licenses/dl-zero-de/2.0'

/** Publishes what the offices have published in the past months, version by version, each once. */
export async function seedDatasets(town: DemoTown, offices: Offices): Promise<void> {
  for (const one of demoDatasets[town.tenant.id] ?? []) await seedDataset(town, offices[one.office], one)
}

async function seedDataset(town: DemoTown, office: OrganisationRow, one: DemoDataset): Promise<void> {
  const [id, file, { deleted }] = [town.id('dataset', one.name), town.id('file', one.name), one]
  const known = await town.at(0, 'dana', (db) => listChanges(db, id, 100))
  // What people have changed or taken away since stays so.
  if (known.length >= one.versions.length + (deleted ? 1 : 0)) return
  let document = describe(town, office, one)
  for (const [at, { text, daysAgo, note }] of one.versions.entries()) {
    const version = await keepVersion(town, daysAgo, { datasetId: id, distributionId: file, versionId: town.id('version', one.name, at), note, choices: { columns: one.file.columns ?? {} } }, { name: one.file.name, text })
    document = published(document, one, file, version, town.past(daysAgo).toISOString().slice(0, 10))
    if (at < known.length) continue
    const views = at === one.versions.length - 1 ? (one.views ?? []) : []
    await town.at(daysAgo, 'dana', async (db) => {
      await publishDataset(db, { id, name: one.name, organisationId: office.id, document, note })
      for (const view of views) await insertView(db, { ...view, id: newId(db.now), datasetId: id, distributionId: file, viewType: viewTypeOf(view.selection), config: {} })
    })
  }
  if (deleted) await town.at(deleted.daysAgo, 'dana', (db) => deleteDataset(db, id, deleted.note))
}

type Keeping = { datasetId: string; distributionId: string; versionId: string; note?: string; choices: Choices }
/** The version of a file that Dana has uploaded so many days ago; the one that is there when it is. */
export async function keepVersion(town: DemoTown, daysAgo: number, taking: Keeping, { name, text }: { name: string; text: string }): Promise<FileVersion> {
  const known = await town.at(daysAgo, 'dana', (db) => findVersion(db, taking.versionId))
  if (known) return known
  const upload = { name, declaredType: 'text/csv', content: Readable.from([Buffer.from(text)]) }
  const taken = await takeUpload({ platform: town.platform, tenant: town.tenant, now: town.past(daysAgo), write: (work) => town.at(daysAgo, 'dana', work) }, { ...taking, upload })
  if (!taken.ok) throw new Error(`The demonstration's file "${name}" was not taken: ${taken.refusal.code}.`)
  return taken.version
}

/** What is said of the dataset beside its file. */
export function describe({ tenant }: { tenant: Pick<Tenant, 'name' | 'ags'> }, office: OrganisationRow, one: Omit<DemoDataset, 'name' | 'file' | 'versions'>): Dataset {
  return {
    ...beginDataset(tenant, office, one.title),
    description: { de: one.description },
    theme: [theme(one.theme)],
    keyword: { de: one.keywords },
    accrualPeriodicity: rhythm(one.rhythm),
    temporal: [{ startDate: one.from, ...(one.to !== undefined && { endDate: one.to }) }],
    hvdCategory: one.highValue === undefined ? [] : [`http://data.europa.eu/bna/${one.highValue}`],
  }
}

/** The description with the file as it is now, free of any condition. */
export function published(before: Dataset, { file: { title } }: Pick<DemoDataset, 'file'>, id: string, version: FileVersion, day: string): Dataset {
  const document = putFile(before, { id, version, day })
  return withLegislation({ ...document, distribution: document.distribution.map((file) => ({ ...file, title: { de: title }, license: zero })) })
}

const viewTypeOf = (selection: string): string => (selection.startsWith('view=chart') ? 'recline_graph_view' : selection.startsWith('view=map') ? 'recline_map_view' : 'datatables_view')
