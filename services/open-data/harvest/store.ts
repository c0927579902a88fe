import { indexRecords, newId, removeRecords, type SearchRecord, type UnitOfWork } from '@modellregion/kernel'
import { digestDataset, distributionId, formatCode, inLanguage, searchRecordOf, slugOf, type Digested } from '../dataset/record.ts'
import * as datasets from '../dataset/queries.ts'
import type { DatasetValues, DistributionValues } from '../dataset/queries.ts'
import type { OrganisationRow } from '../dataset/schema.ts'
import type { Dataset } from '../dcat/schema.ts'
import { keepOrganisation } from '../organisation/queries.ts'
import * as queries from './queries.ts'
import type { Delivered, HarvestItem, Outcome, Source } from './schema.ts'

type Accepted = Extract<Delivered, { dataset: Dataset }>
type Placed = { delivered: Accepted; digested: Digested; known: datasets.Known | undefined; outcome: Outcome; id: string; name: string; organisation: OrganisationRow }

/**
 * Stores one lot of a source's records: everything of it or, when anything fails, nothing. Repeating a lot changes nothing,
 * because each record is known by its key in the source and its outcome in this run is written once.
 */
export async function storeLot(db: UnitOfWork, source: Source, runId: string, lot: readonly Delivered[]): Promise<void> {
  const accepted = lastOfEachKey(lot.filter((record): record is Accepted => 'dataset' in record))
  const refused = lastOfEachKey(lot.filter((record) => !('dataset' in record)))
  const known = new Map((await datasets.knownOfSource(db, source.id, accepted.map(({ key }) => key))).map((row) => [row.sourceKey, row]))
  const placed = await place(db, source, accepted, known)
  const unchanged = placed.filter(({ outcome }) => outcome === 'unchanged')
  const written = placed.filter(({ outcome }) => outcome !== 'unchanged')

  await datasets.markSeen(db, unchanged.map(({ id }) => id), runId)
  await write(db, source, runId, written)
  await indexRecords(db, written.map(asSearchRecord))
  for (const record of refused) if (!('dataset' in record)) await queries.keepInQuarantine(db, source.id, record.key, record.title, record.reasons)
  if (accepted.length > 0) await queries.leaveQuarantine(db, source.id, accepted.map(({ key }) => key))
  await queries.insertItems(db, runId, [...placed.map(asItem), ...refused.map(asRefusedItem)])
}

/** Takes away what a complete run did not see, as the source's rule says. Returns when nothing is left to take away. */
export async function removeUnseen(db: UnitOfWork, source: Source, runId: string, size = 500): Promise<boolean> {
  const gone = await datasets.listUnseen(db, source.id, runId, size)
  if (gone.length === 0 || source.removal === 'keep') return true
  const ids = gone.map(({ id }) => id)
  if (source.removal === 'delete') await datasets.deleteDatasets(db, ids)
  else await datasets.withdrawDatasets(db, ids)
  await removeRecords(db, 'open-data', 'dataset', ids)
  await queries.insertItems(db, runId, gone.map(({ id, sourceKey, title }) => ({ sourceKey, outcome: 'removed', title, notes: [], datasetId: id })))
  return gone.length < size
}

async function place(db: UnitOfWork, source: Source, accepted: readonly Accepted[], known: ReadonlyMap<string, datasets.Known>): Promise<Placed[]> {
  const organisations = await keepPublishers(db, source, accepted)
  const digested = accepted.map((delivered) => digestDataset(delivered.dataset))
  const names = await freeNames(db, accepted.filter(({ key }) => !known.has(key)))
  return accepted.map((delivered, index) => {
    const before = known.get(delivered.key)
    const digest = digested[index] as Digested // one for each accepted
    return {
      delivered,
      digested: digest,
      known: before,
      outcome: outcomeOf(before, digest.digest),
      id: before?.id ?? newId(db.now),
      name: before?.name ?? (names.get(delivered.key) as string),
      organisation: organisations.get(publisherName(delivered.dataset, source)) as OrganisationRow, // each publisher was kept above
    }
  })
}

function outcomeOf(before: datasets.Known | undefined, digest: string): Outcome {
  if (!before) return 'added'
  if (before.withdrawn) return 'returned'
  return before.digest === digest ? 'unchanged' : 'changed'
}

const publisherName = (dataset: Dataset, source: Source): string => (dataset.publisher && inLanguage(dataset.publisher.name)) ?? source.options.publisher ?? source.title

async function keepPublishers(db: UnitOfWork, source: Source, accepted: readonly Accepted[]): Promise<Map<string, OrganisationRow>> {
  const kept = new Map<string, OrganisationRow>()
  for (const { dataset } of accepted) {
    const title = publisherName(dataset, source)
    if (kept.has(title)) continue
    const publisher = dataset.publisher
    kept.set(
      title,
      await keepOrganisation(db, { id: newId(db.now), name: slugOf(title), title, description: '', homepage: publisher?.homepage ?? null, email: publisher?.email ?? null, uri: publisher?.uri ?? null }),
    )
  }
  return kept
}

// The address of a dataset is its title; twins get a number that no other has.
async function freeNames(db: UnitOfWork, fresh: readonly Accepted[]): Promise<Map<string, string>> {
  const wanted = fresh.map(({ key, dataset }) => ({ key, slug: slugOf(inLanguage(dataset.title) ?? key) }))
  const taken = new Set((await datasets.takenNames(db, wanted.map(({ slug }) => slug))).map(({ name }) => name))
  const names = new Map<string, string>()
  for (const { key, slug } of wanted) {
    const name = taken.has(slug) ? `${slug.slice(0, 71)}-${newId(db.now).slice(-8)}` : slug
    taken.add(name)
    names.set(key, name)
  }
  return names
}

async function write(db: UnitOfWork, source: Source, runId: string, placed: readonly Placed[]): Promise<void> {
  const fresh = placed.filter(({ known }) => !known)
  const old = placed.filter(({ known }) => known)
  if (fresh.length > 0) await datasets.insertDatasets(db, fresh.map((one) => valuesOf(one, source, runId)))
  for (const one of old) await datasets.updateDataset(db, valuesOf(one, source, runId))
  const copies = new Map(old.length ? (await datasets.storedFiles(db, old.map(({ id }) => id))).map((file) => [file.id, file]) : [])
  if (old.length > 0) await datasets.dropDistributions(db, old.map(({ id }) => id))
  const files = placed.flatMap((one) => filesOf(one).map((file) => withCopy(file, copies.get(file.id))))
  if (files.length > 0) await datasets.insertDistributions(db, files)
}

const valuesOf = ({ id, name, delivered, digested, organisation }: Placed, source: Source, runId: string): DatasetValues => ({
  id,
  name,
  source_id: source.id,
  source_key: delivered.key,
  title: digested.title,
  summary: digested.summary,
  document: JSON.stringify(delivered.dataset),
  digest: digested.digest,
  organisation_id: organisation.id,
  theme: digested.theme,
  format: digested.format,
  licence: digested.licence,
  high_value: digested.highValue,
  points: digested.points,
  modified: digested.modified,
  seen_in: runId,
})

function filesOf({ id, delivered }: Placed): DistributionValues[] {
  return delivered.dataset.distribution.map((file, position) => ({
    id: distributionId(id, file, position),
    dataset_id: id,
    position,
    title: inLanguage(file.title) ?? '',
    url: file.downloadURL[0] ?? file.accessURL[0] ?? '',
    format: file.format ? formatCode(file.format) : '',
    media_type: file.mediaType ?? '',
    licence: file.license ?? '',
    byte_size: file.byteSize ?? null,
    stored_file: null,
  }))
}

const withCopy = (file: DistributionValues, copy: { storedFile: string; byteSize: number | null } | undefined): DistributionValues =>
  copy ? { ...file, stored_file: copy.storedFile, byte_size: copy.byteSize } : file

const asSearchRecord = ({ id, name, organisation, delivered, digested }: Placed): SearchRecord => searchRecordOf(id, name, organisation, delivered.dataset, digested)
const asItem = ({ delivered, outcome, digested, id }: Placed): HarvestItem => ({ sourceKey: delivered.key, outcome, title: digested.title, notes: delivered.warnings, datasetId: id })
const asRefusedItem = (record: Delivered): HarvestItem => ({
  sourceKey: record.key,
  outcome: 'refused',
  title: 'title' in record ? record.title : '',
  notes: 'reasons' in record ? record.reasons : [],
  datasetId: null,
})

// A source that names a record twice means the later one.
const lastOfEachKey = <T extends { key: string }>(records: readonly T[]): T[] => [...new Map(records.map((record) => [record.key, record])).values()]
