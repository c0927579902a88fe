import type { UnitOfWork } from '../database/index.ts'
import { clean, digestOf, facetForm, toTsvector, vocabularyOf, type FacetForm, type RecordWords } from './document.ts'
import { fold } from './fold.ts'
import { forgetLexicon, learn, noteDocuments } from './lexicon-cache.ts'
import * as queries from './queries.ts'
import type { SearchRecord } from './schema.ts'
import { stem } from './stem.ts'

const lot = 500
const rowsPerStatement = 1_000

/** Makes records findable, or renews them. Unchanged ones cost a look only. Returns how many were written. Best in lots of up to 500 per unit of work. */
export async function indexRecords(db: UnitOfWork, records: readonly SearchRecord[]): Promise<number> {
  let written = 0
  for (const group of Map.groupBy(records.map(cleaned), ({ service, kind }) => JSON.stringify([service, kind])).values())
    for (let start = 0; start < group.length; start += lot) written += await indexLot(db, lastOfEach(group.slice(start, start + lot)))
  return written
}

/** Takes records out of the search. Unknown refs are ignored. Returns how many were removed. */
export async function removeRecords(db: UnitOfWork, service: string, kind: string, refs: readonly string[]): Promise<number> {
  let removed = 0
  if (refs.length > 0) await queries.waitForTurn(db, service, kind)
  for (let start = 0; start < refs.length; start += lot) {
    const old = await queries.storedRecords(db, service, kind, refs.slice(start, start + lot))
    if (old.length === 0) continue
    await queries.deleteDocuments(db, service, kind, old.map(({ ref }) => ref))
    await account(db, service, [], old)
    removed += old.length
  }
  return removed
}

/**
 * Takes the compounds of records apart again, with what the town's vocabulary explains by now. For a nightly job: call until `next` is undefined.
 * Only records that come out differently are written.
 */
export async function refreshCompounds(db: UnitOfWork, after = { kind: '', ref: '' }): Promise<{ changed: number; next: { kind: string; ref: string } | undefined }> {
  if (after.kind === '' && after.ref === '') forgetLexicon()
  const stored = await queries.recordsAfter(db, db.service, after, lot)
  const changed = await indexRecords(db, stored.map((row) => restored(db.service, row)))
  const last = stored.at(-1)
  return { changed, next: stored.length === lot && last ? { kind: last.kind, ref: last.ref } : undefined }
}

async function indexLot(db: UnitOfWork, records: readonly SearchRecord[]): Promise<number> {
  const [first] = records
  if (!first) return 0
  await queries.waitForTurn(db, first.service, first.kind)
  const digests = new Map((await queries.storedDigests(db, first.service, first.kind, records.map(({ ref }) => ref))).map(({ ref, digest }) => [ref, digest]))
  const fresh = records.filter(({ ref }) => !digests.has(ref))
  const wordsOf = once(vocabularyOf)
  const lexicon = await learn(db, countWords(fresh.map(wordsOf), 1).values())
  const written = records.map((record) => toWritten(record, toTsvector(record, lexicon))).filter(({ row }) => digests.get(row.ref) !== row.digest)
  if (written.length === 0) return 0
  const known = written.filter(({ row }) => digests.has(row.ref)).map(({ row }) => row.ref)
  const old = known.length > 0 ? await queries.storedRecords(db, first.service, first.kind, known) : []
  await queries.writeDocuments(db, written.map(({ row }) => row))
  await account(db, first.service, written.map((one) => ({ ...one, words: wordsOf(one.record) })), old)
  return written.length
}

type Written = { record: SearchRecord; row: queries.DocumentRow; facets: FacetForm }
type Added = Written & { words: RecordWords }

// Vocabulary, facet sets and number of documents follow the documents in the same transaction. Sorted, so that two writers wait
// for each other instead of embracing.
async function account(db: UnitOfWork, service: string, added: readonly Added[], removed: readonly queries.StoredRecord[]): Promise<void> {
  const before = removed.map((row) => vocabularyOf({ ...row, keywords: [row.keywords] }))
  const words = merge(countWords(added.map((one) => one.words), 1), countWords(before, -1))
  const changes = [...words.values()].filter(({ ndoc, nholder }) => ndoc !== 0 || nholder !== 0).sort((a, b) => (a.word < b.word ? -1 : 1))
  for (let start = 0; start < changes.length; start += rowsPerStatement) await queries.changeWords(db, changes.slice(start, start + rowsPerStatement))
  const fewer = changes.filter(({ ndoc }) => ndoc < 0).map(({ word }) => word)
  if (fewer.length > 0) await queries.dropUnusedWords(db, fewer)

  const left = Map.groupBy(removed, ({ facet_set }) => facet_set)
  if (left.size > 0) await queries.leaveFacetSets(db, [...left].map(([id, rows]) => ({ id, by: rows.length })).sort((a, b) => a.id - b.id))
  const values = [...new Map(added.flatMap(({ facets }) => facets.values).map((value) => [value.id, value])).values()].sort((a, b) => a.id - b.id)
  for (let start = 0; start < values.length; start += rowsPerStatement) await queries.keepFacetValues(db, values.slice(start, start + rowsPerStatement))
  const joined = facetSets(added)
  for (let start = 0; start < joined.length; start += rowsPerStatement) await queries.changeFacetSets(db, joined.slice(start, start + rowsPerStatement))

  const counts = facetCounts([...added.map(({ row }) => ({ ...row, by: 1 })), ...removed.map((row) => ({ ...row, service, by: -1 }))])
  for (let start = 0; start < counts.length; start += rowsPerStatement) await queries.changeFacetCounts(db, counts.slice(start, start + rowsPerStatement))

  const by = added.filter(({ row }) => isPublic(row)).length - removed.filter(isPublic).length
  if (by !== 0) await queries.changeDocumentCount(db, by)
  noteDocuments(db.tenant, by)
}

const isPublic = ({ audience }: { audience: string }): boolean => audience === 'public'

// The combinations of the records, and those that occur as a part of them only.
function facetSets(added: readonly Added[]): queries.FacetSetChange[] {
  const sets = new Map<number, queries.FacetSetChange>()
  for (const { row: { service, kind, audience }, facets } of added) {
    const known = sets.get(facets.set)
    sets.set(facets.set, { id: facets.set, service, kind, audience, codes: facets.codes, counted: facets.counted, by: (known?.by ?? 0) + 1 })
    for (const { id, codes } of facets.parts) if (!sets.has(id)) sets.set(id, { id, service, kind, audience, codes, counted: null, by: 0 })
  }
  return [...sets.values()].sort((a, b) => a.id - b.id)
}

type Counted = { service: string; kind: string; audience: string; codes: readonly number[]; by: number }

// Per value, and under id 0 for all records of the kind.
function facetCounts(records: readonly Counted[]): queries.FacetCountChange[] {
  const counts = new Map<string, queries.FacetCountChange>()
  for (const { service, kind, audience, codes, by } of records) {
    for (const id of [0, ...codes]) {
      const key = JSON.stringify([service, kind, audience, id])
      const before = counts.get(key)
      counts.set(key, { service, kind, audience, id, by: (before?.by ?? 0) + by })
    }
  }
  return [...counts].filter(([, { by }]) => by !== 0).sort(([a], [b]) => (a < b ? -1 : 1)).map(([, change]) => change) // prettier-ignore
}

function countWords(records: readonly RecordWords[], by: 1 | -1): Map<string, queries.WordChange> {
  const counts = new Map<string, queries.WordChange>()
  for (const record of records) {
    for (const [word, { surface, asHolder }] of record) {
      const known = counts.get(word)
      const count = known ?? { word, stem: stem(word), surface, ndoc: 0, nholder: 0 }
      count.ndoc += by
      if (asHolder) count.nholder += by
      if (!known) counts.set(word, count)
    }
  }
  return counts
}

function merge(one: Map<string, queries.WordChange>, other: Map<string, queries.WordChange>): Map<string, queries.WordChange> {
  for (const [word, change] of other) {
    const same = one.get(word)
    one.set(word, same ? { ...same, ndoc: same.ndoc + change.ndoc, nholder: same.nholder + change.nholder } : change)
  }
  return one
}

function toWritten(record: SearchRecord, tsv: string): Written {
  const { service, kind, ref, audience = 'public', title, keywords = [], holder = '', body = '', url, updated } = record
  const facets = facetForm(record)
  const row = {
    service, kind, ref, audience, title, keywords: keywords.join(separator), holder, body, url, updated: updated ?? null,
    facet_set: facets.set, codes: facets.codes, counted: facets.counted, fold_title: fold(title), tsv, digest: digestOf(record, facets, tsv),
  } // prettier-ignore
  return { record, row, facets }
}

function restored(service: string, row: queries.StoredWithFacets): SearchRecord {
  const facets: Record<string, string[]> = {}
  for (const [facet, value] of row.facets) (facets[facet] ??= []).push(value)
  return { ...row, service, keywords: row.keywords === '' ? [] : row.keywords.split(separator), updated: row.updated ?? undefined, facets, separately: row.separately ?? [] }
}

/** Remembers what `make` made of each record. */
function once<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const made = new WeakMap<K, { value: V }>()
  return (key) => {
    const known = made.get(key) ?? { value: make(key) }
    made.set(key, known)
    return known.value
  }
}

// No keyword contains it, and it folds to a blank.
const separator = '\n'

const cleaned = (record: SearchRecord): SearchRecord => ({
  ...record,
  ref: clean(record.ref), title: clean(record.title), keywords: (record.keywords ?? []).map((word) => clean(word).replaceAll(separator, ' ')),
  holder: clean(record.holder ?? ''), body: clean(record.body ?? ''), url: clean(record.url),
}) // prettier-ignore

const lastOfEach = (records: readonly SearchRecord[]): SearchRecord[] => [...new Map(records.map((record) => [record.ref, record])).values()]
