import type { Refusal } from '../dcat/refusals.ts'
import type { DataService, DatasetSeries, Iri, MappedDataset } from '../dcat/schema.ts'
import type { Delivered } from './schema.ts'

/** One page of a source, read and mapped; records are made one by one, so that memory does not grow with their number. */
export type Page = {
  ok: true
  records: AsyncIterable<Delivered>
  /** How many records the whole source announces. */
  expected?: number
  next?: string
  services: Iterable<DataService>
  series: Iterable<DatasetSeries>
}
export type Reading = Page | { ok: false; refusal: Refusal }

/** Names a mapped record by its key in the source. A dataset without any name of its own was refused by the mapping. */
export async function* asDelivered(mapped: Iterable<MappedDataset> | AsyncIterable<MappedDataset>): AsyncGenerator<Delivered> {
  for await (const one of mapped) {
    if (one.kind === 'refused') yield { key: one.subject, title: one.title ?? '', reasons: one.reasons }
    else yield { key: keyOf(one.dataset), dataset: one.dataset, warnings: one.warnings }
  }
}

const keyOf = (dataset: { uri?: Iri; identifier: readonly string[] }): string => dataset.uri ?? dataset.identifier[0] ?? ''

/** The records in lots of `size`. */
export async function* lotsOf(records: AsyncIterable<Delivered>, size: number): AsyncGenerator<Delivered[]> {
  let lot: Delivered[] = []
  for await (const record of records) {
    lot.push(record)
    if (lot.length < size) continue
    yield lot
    lot = []
  }
  if (lot.length > 0) yield lot
}
