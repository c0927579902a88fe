import { indexRecords, newId, removeRecords, type SearchRecord, type UnitOfWork } from '@modellregion/kernel'
import { distributionId, slugOf } from '../dataset/record.ts'
import * as datasets from '../dataset/queries.ts'
import type { DatasetValues, DistributionValues } from '../dataset/queries.ts'
import type { OrganisationRow } from '../dataset/schema.ts'
import { keepOrganisation } from '../organisation/queries.ts'
import type { Prepared, PreparedDataset } from './prepare.ts'
import * as queries from './queries.ts'
import type { HarvestItem, Outcome, Source } from './schema.ts'

type Placed = { record: PreparedDataset; known: datasets.Known | undefined; outcome: Outcome; id: string; name: string; organisation: OrganisationRow }
/** The run and the page of the source that a lot belongs to. */
export type Delivery = { runId: string; page: string }

/**
 * Stores one lot of a source's records: everything of it or, when anything fails, nothing. Repeating a lot changes nothing,
 * because each record is known by its key in the source and its outcome in this run is written once.
 */
export async function storeLot(db: UnitOfWork, source: Source, delivery: Delivery, lot: readonly Prepared[]): Promise<void> {
  const accepted = lastOfEachKey(lot.filter(isAccepted))
  const refused = lastOfEachKey(lot.filter(isRefused))
  const known = new Map((await datasets.knownOfSource(db, source.id, accepted.map(({ key }) => key))).map((row) => [row.sourceKey, row]))
  const placed = await place(db, source, accepted, known)
  const unchanged = placed.filter(({ outcome }) => outcome === 'unchanged')
  const written = placed.filter(({ outcome }) => outcome !== 'unchanged')

  if (unchanged.length > 0) await datasets.markSeen(db, unchanged.map(({ id }) => id), delivery.runId)
  await write(db, source, delivery.runId, written)
  await indexRecords(db, written.map(asSearchRecord))
  for (const record of refused) await queries.keepInQuarantine(db, source.id, record.key, record.title, record.reasons)
  if (accepted.length > 0) await queries.leaveQuarantine(db, source.id, accepted.map(({ key }) => key))
  await queries.insertItems(db, delivery, [...placed.map(asItem), ...refused.map(asRefusedItem)])
}

/** Takes away what a complete run did not see, as the source's rule says. Returns when nothing is left to take away. */
export async function removeUnseen(db: UnitOfWork, source: Source, runId: string, size = 500): Promise<boolean> {
  const gone = await datasets.listUnseen(db, source.id, runId, size)
  if (gone.length === 0 || source.removal === 'keep') return true
  const ids = gone.map(({ id }) => id)
  if (source.removal === 'delete') await datasets.deleteDatasets(db, ids)
  else await datasets.withdrawDatasets(db, ids)
  await removeRecords(db, 'open-data', 'dataset', ids)
  await queries.insertItems(db, { runId, page: '' }, gone.map(({ id, sourceKey, title }) => ({ sourceKey, outcome: 'removed', title, notes: [], datasetId: id })))
  return gone.length < size
}

async function place(db: UnitOfWork, source: Source, accepted: readonly PreparedDataset[], known: ReadonlyMap<string, datasets.Known>): Promise<Placed[]> {
  const organisations = await keepPublishers(db, source, accepted)
  const names = await freeNames(db, accepted.filter(({ key }) => !known.has(key)))
  return accepted.map((record) => {
    const before = known.get(record.key)
    return {
      record,
      known: before,
      outcome: outcomeOf(before, record.digested.digest),
      id: before?.id ?? newId(db.now),
      name: before?.name ?? (names.get(record.key) as string), // each fresh key was given a name
      organisation: organisations.get(publisherName(record, source)) as OrganisationRow, // each publisher was kept above
    }
  })
}

function outcomeOf(before: datasets.Known | undefined, digest: string): Outcome {
  if (!before) return 'added'
  if (before.withdrawn) return 'returned'
  return before.digest === digest ? 'unchanged' : 'changed'
}

const publisherName = ({ publisher }: PreparedDataset, source: Source): string => publisher.name ?? source.options.publisher ?? source.title

async function keepPublishers(db: UnitOfWork, source: Source, accepted: readonly PreparedDataset[]): Promise<Map<string, OrganisationRow>> {
  const kept = new Map<string, OrganisationRow>()
  for (const record of accepted) {
    const title = publisherName(record, source)
    if (kept.has(title)) continue
    const { homepage, email, uri } = record.publisher
    kept.set(title, await keepOrganisation(db, { id: newId(db.now), name: slugOf(title), title, description: '', homepage, email, uri }))
  }
  return kept
}

// The address of a dataset is its title; twins get a number that no other has.
async function freeNames(db: UnitOfWork, fresh: readonly PreparedDataset[]): Promise<Map<string, string>> {
  if (fresh.length === 0) return new Map()
  const wanted = fresh.map(({ key, digested }) => ({ key, slug: slugOf(digested.title || key) }))
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

const valuesOf = ({ id, name, record: { key, document, digested }, organisation }: Placed, source: Source, runId: string): DatasetValues => ({
  id,
  name,
  source_id: source.id,
  source_key: key,
  title: digested.title,
  summary: digested.summary,
  document,
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

function filesOf({ id, record }: Placed): DistributionValues[] {
  return record.files.map((file, position) => ({
    id: distributionId(id, file.key, position),
    dataset_id: id,
    position,
    title: file.title,
    url: file.url,
    format: file.format,
    media_type: file.mediaType,
    licence: file.licence,
    byte_size: file.byteSize,
    stored_file: null,
    version_id: null,
  }))
}

const withCopy = (file: DistributionValues, copy: datasets.KeptCopy | undefined): DistributionValues =>
  copy ? { ...file, stored_file: copy.storedFile, byte_size: copy.byteSize, version_id: copy.versionId } : file

const isRefused = (record: Prepared): record is Exclude<Prepared, PreparedDataset> => !isAccepted(record)
const isAccepted = (record: Prepared): record is PreparedDataset => 'document' in record
const asSearchRecord = ({ id, name, organisation, record: { digested, search } }: Placed): SearchRecord => ({
  service: 'open-data',
  kind: 'dataset',
  ref: id,
  title: digested.title,
  holder: organisation.title,
  url: `/open-data/dataset/${name}`,
  updated: digested.modified ?? undefined,
  ...search,
  facets: { ...search.facets, organisation: [organisation.name] },
})
const asItem = ({ record, outcome, id }: Placed): HarvestItem => ({ sourceKey: record.key, outcome, title: record.digested.title, notes: record.warnings, datasetId: id })
const asRefusedItem = (record: Exclude<Prepared, PreparedDataset>): HarvestItem => ({ sourceKey: record.key, outcome: 'refused', title: record.title, notes: record.reasons, datasetId: null })

// A source that names a record twice means the later one.
const lastOfEachKey = <T extends { key: string }>(records: readonly T[]): T[] => [...new Map(records.map((record) => [record.key, record])).values()]
