import { sql } from 'kysely'
import type { UnitOfWork } from '../database/index.ts'
import type { WordCount } from './lexicon.ts'

export type StoredRecord = {
  kind: string; ref: string; audience: string; title: string; keywords: string; holder: string; body: string; url: string
  updated: Date | null; facet_set: number; codes: readonly number[]; counted: readonly number[] | null; digest: string
} // prettier-ignore
/** A record with its facets, and the names of those that are counted by themselves. */
export type StoredWithFacets = StoredRecord & { facets: [facet: string, value: string][]; separately: string[] | null }
export type DocumentRow = StoredRecord & { service: string; fold_title: string; tsv: string }

const columns = sql`d.kind, d.ref, d.audience, d.title, d.keywords, d.holder, d.body, d.url, d.updated, d.facet_set, to_jsonb(d.codes) as codes, to_jsonb(d.counted) as counted, d.digest`

/** One writer per town, service and kind at a time: two that bring the same new record would count it twice. Held until commit. */
export const waitForTurn = (db: UnitOfWork, service: string, kind: string) =>
  db.run(sql`select pg_advisory_xact_lock(hashtextextended(${JSON.stringify(['search', db.tenant, service, kind])}, 0))`)

export const storedDigests = (db: UnitOfWork, service: string, kind: string, refs: readonly string[]) =>
  db.many<{ ref: string; digest: string }>(sql`
    select ref, digest from search.doc where tenant_id = ${db.tenant} and service = ${service} and kind = ${kind} and ref = any(${refs})`)

export const storedRecords = (db: UnitOfWork, service: string, kind: string, refs: readonly string[]) =>
  db.many<StoredRecord>(sql`
    select ${columns} from search.doc d where d.tenant_id = ${db.tenant} and d.service = ${service} and d.kind = ${kind} and d.ref = any(${refs}) for update`)

/** Records of the service after (kind, ref), in that order, with their facets: for going through all of them in lots. */
export const recordsAfter = (db: UnitOfWork, service: string, after: { kind: string; ref: string }, size: number) =>
  db.many<StoredWithFacets>(sql`
    select ${columns}, (select coalesce(jsonb_agg(jsonb_build_array(v.facet, v.value) order by v.facet, v.value), '[]')
        from search.facet_value v where v.tenant_id = d.tenant_id and v.id = any(d.codes)) as facets,
      (select jsonb_agg(distinct v.facet) from unnest(d.counted[2:]) c(id) left join search.facet_set f on f.tenant_id = d.tenant_id and f.id = c.id
         join search.facet_value v on v.tenant_id = d.tenant_id and v.id = coalesce(f.codes[1], c.id)) as separately
      from search.doc d
     where d.tenant_id = ${db.tenant} and d.service = ${service} and (d.kind, d.ref) > (${after.kind}, ${after.ref})
     order by d.kind, d.ref limit ${size}`)

export const writeDocuments = (db: UnitOfWork, rows: readonly DocumentRow[]) =>
  db.run(sql`
    insert into search.doc (tenant_id, service, kind, ref, audience, title, keywords, holder, body, url, updated, facet_set, codes, counted, fold_title, tsv, digest)
    values ${sql.join(rows.map((row) => sql`(${db.tenant}, ${row.service}, ${row.kind}, ${row.ref}, ${row.audience}, ${row.title}, ${row.keywords}, ${row.holder}, ${row.body},
      ${row.url}, ${row.updated}::timestamptz, ${row.facet_set}::bigint, ${row.codes}::bigint[], ${row.counted}::bigint[], ${row.fold_title}, ${row.tsv}::tsvector, ${row.digest})`))}
    on conflict (tenant_id, service, kind, ref) do update set audience = excluded.audience, title = excluded.title, keywords = excluded.keywords,
      holder = excluded.holder, body = excluded.body, url = excluded.url, updated = excluded.updated, facet_set = excluded.facet_set, codes = excluded.codes, counted = excluded.counted,
      fold_title = excluded.fold_title, tsv = excluded.tsv, digest = excluded.digest`)

export const deleteDocuments = (db: UnitOfWork, service: string, kind: string, refs: readonly string[]) =>
  db.run(sql`delete from search.doc where tenant_id = ${db.tenant} and service = ${service} and kind = ${kind} and ref = any(${refs})`)

export type FacetSetChange = { id: number; service: string; kind: string; audience: string; codes: readonly number[]; counted: readonly number[] | null; by: number }

export const changeFacetSets = (db: UnitOfWork, changes: readonly FacetSetChange[]) =>
  db.run(sql`
    insert into search.facet_set as f (tenant_id, id, service, kind, audience, codes, counted, ndoc)
    values ${sql.join(changes.map((set) => sql`(${db.tenant}, ${set.id}::bigint, ${set.service}, ${set.kind}, ${set.audience}, ${set.codes}::bigint[], ${set.counted}::bigint[], ${set.by}::int)`))}
    on conflict (tenant_id, id) do update set ndoc = f.ndoc + excluded.ndoc where excluded.ndoc <> 0`)

export const keepFacetValues = (db: UnitOfWork, values: readonly { id: number; facet: string; value: string }[]) =>
  db.run(sql`
    insert into search.facet_value (tenant_id, id, facet, value)
    values ${sql.join(values.map(({ id, facet, value }) => sql`(${db.tenant}, ${id}::bigint, ${facet}, ${value})`))}
    on conflict (tenant_id, id) do nothing`)

export type FacetCountChange = { service: string; kind: string; audience: string; id: number; by: number }

export const changeFacetCounts = (db: UnitOfWork, changes: readonly FacetCountChange[]) =>
  db.run(sql`
    insert into search.facet_count as f (tenant_id, service, kind, audience, id, ndoc)
    values ${sql.join(changes.map((count) => sql`(${db.tenant}, ${count.service}, ${count.kind}, ${count.audience}, ${count.id}::bigint, ${count.by}::int)`))}
    on conflict (tenant_id, service, kind, audience, id) do update set ndoc = f.ndoc + excluded.ndoc`)

export const leaveFacetSets = (db: UnitOfWork, left: readonly { id: number; by: number }[]) =>
  db.run(sql`
    update search.facet_set f set ndoc = f.ndoc - u.n from unnest(${left.map(({ id }) => id)}::bigint[], ${left.map(({ by }) => by)}::int[]) u(id, n)
     where f.tenant_id = ${db.tenant} and f.id = u.id`)

export type WordChange = { word: string; stem: string; surface: string; ndoc: number; nholder: number }

export const changeWords = (db: UnitOfWork, changes: readonly WordChange[]) =>
  db.run(sql`
    insert into search.word as w (tenant_id, word, stem, surface, ndoc, nholder)
    values ${sql.join(changes.map((word) => sql`(${db.tenant}, ${word.word}, ${word.stem}, ${word.surface}, ${word.ndoc}::int, ${word.nholder}::int)`))}
    on conflict (tenant_id, word) do update set ndoc = w.ndoc + excluded.ndoc, nholder = w.nholder + excluded.nholder`)

export const dropUnusedWords = (db: UnitOfWork, words: readonly string[]) =>
  db.run(sql`delete from search.word where tenant_id = ${db.tenant} and word = any(${words}) and ndoc <= 0`)

export const changeDocumentCount = (db: UnitOfWork, by: number) =>
  db.run(sql`
    insert into search.state as s (tenant_id, documents) values (${db.tenant}, ${by}::int)
    on conflict (tenant_id) do update set documents = s.documents + excluded.documents`)

export const readLexicon = (db: UnitOfWork) => db.many<WordCount>(sql`select word, ndoc, nholder from search.lexicon()`)

export type Look = {
  documents: number
  words: Record<string, number>
  stems: Record<string, number>
  near: Record<string, [word: string, ndoc: number][]>
  synonyms: [term: string, alt: string, removed: boolean][]
}
export const look = async (db: UnitOfWork, asked: { words: string[]; stems: string[]; unsure: string[]; terms: string[] }): Promise<Look> =>
  (await db.one<{ look: Look }>(sql`select search.look(${db.tenant}, ${asked.words}, ${asked.stems}, ${asked.unsure}, ${asked.terms}) as look`)).look

export type Found = {
  total: number
  level: number
  hits: [service: string, kind: string, ref: string, title: string, url: string, score: number, level: number, updated: string | null][]
  facets: Record<string, [value: string, count: number][]>
}
export const run = async (db: UnitOfWork, request: object): Promise<Found> =>
  (await db.one<{ run: Found }>(sql`select search.run(${db.tenant}, ${JSON.stringify(request)}::jsonb) as run`)).run

export type Suggested = { words: string[]; titles: [title: string, url: string, service: string, kind: string, ref: string][] }
export const suggestions = async (db: UnitOfWork, request: object): Promise<Suggested> =>
  (await db.one<{ suggest: Suggested }>(sql`select search.suggest(${db.tenant}, ${JSON.stringify(request)}::jsonb) as suggest`)).suggest

export type TownSynonymRow = { term: string; alt: string; removed: boolean }

export const townSynonyms = (db: UnitOfWork): Promise<TownSynonymRow[]> =>
  db.many<TownSynonymRow>(sql`select term, alt, removed from search.synonym where tenant_id = ${db.tenant} order by term, alt`)

export const writeSynonyms = (db: UnitOfWork, rows: readonly (TownSynonymRow & { key: string })[]) =>
  db.run(sql`
    insert into search.synonym (tenant_id, term, alt, term_key, removed)
    values ${sql.join(rows.map(({ term, alt, key, removed }) => sql`(${db.tenant}, ${term}, ${alt}, ${key}, ${removed}::boolean)`))}
    on conflict (tenant_id, term_key, alt) do update set removed = excluded.removed, term = excluded.term`)

export const deleteSynonym = (db: UnitOfWork, key: string, alt: string) =>
  db.run(sql`delete from search.synonym where tenant_id = ${db.tenant} and term_key = ${key} and alt = ${alt}`)

export type MissedCount = { day: string; q: string; hits: number; n: number }

export const addMissed = (db: UnitOfWork, counts: readonly MissedCount[]) =>
  db.run(sql`
    insert into search.missed as m (tenant_id, day, q, hits, n)
    values ${sql.join(counts.map(({ day, q, hits, n }) => sql`(${db.tenant}, ${day}::date, ${q}, ${hits}::int, ${n}::int)`))}
    on conflict (tenant_id, day, q) do update set n = m.n + excluded.n, hits = excluded.hits`)

export const forgetMissed = (db: UnitOfWork, days: number) =>
  db.run(sql`delete from search.missed where tenant_id = ${db.tenant} and day < ${db.now}::date - ${days}::int`)

/** A search that found little, counted over the days kept. */
export type MissedSearch = { q: string; hits: number; n: number; last: string }

export const listMissed = (db: UnitOfWork, days: number, least: number): Promise<MissedSearch[]> =>
  db.many<MissedSearch>(sql`
    select q, (array_agg(hits order by day desc))[1] as hits, sum(n)::int as n, max(day) as last from search.missed
     where tenant_id = ${db.tenant} and day >= ${db.now}::date - ${days}::int
     group by q having sum(n) >= ${least} order by sum(n) desc, q limit 200`)
