import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import pg from 'pg'
import { openDatabase, sql, type Database, type UnitOfWork } from '../database/index.ts'
import { temporaryDatabase, type TemporaryDatabase } from '@modellregion/testing'
import { facetId } from './document.ts'
import { quote } from './groups.ts'
import * as queries from './queries.ts'
import { stem } from './stem.ts'
import { addSynonym, indexRecords, missedSearches, refreshCompounds, removeRecords, removeSynonym, resetSynonym, search, suggest, townsWithMissedSearches, townSynonyms, writeMissedSearches, type SearchRecord, type SearchRequest } from './index.ts'

let temporary: TemporaryDatabase
let database: Database
const now = new Date('2025-06-01T12:00:00Z')
const write = <T>(tenant: string, service: string, work: (db: UnitOfWork) => Promise<T>) => database.unit({ tenant, service, now, access: 'write' }, work)
const read = <T>(tenant: string, service: string, work: (db: UnitOfWork) => Promise<T>) => database.unit({ tenant, service, now, access: 'read' }, work)

const record = (service: string, ref: string, title: string, more: Partial<SearchRecord> = {}): SearchRecord => ({ service, kind: 'page', ref, title, url: `/${service}/${ref}`, ...more })
const ask = (q: string, more: Partial<SearchRequest> = {}, tenant = 'erlenau', service = 'search-one') => read(tenant, service, (db) => search(db, { q, from: 0, size: 20, ...more }))
const refs = async (q: string, more: Partial<SearchRequest> = {}, tenant?: string, service?: string) => (await ask(q, more, tenant, service)).hits.map(({ ref }) => ref)

before(async () => {
  temporary = await temporaryDatabase()
  const owner = new pg.Client({ connectionString: temporary.ownerUrl })
  await owner.connect()
  for (const role of ['svc_search_one', 'svc_search_two']) await owner.query('select platform.adopt_role($1)', [role])
  await owner.end()
  database = openDatabase(temporary.database.pool, new Set(['search-one', 'search-two']))
})
after(() => temporary?.close())

const one = (ref: string, title: string, more: Partial<SearchRecord> = {}) => record('search-one', ref, title, more)
const fill = [
  one('grenze', 'Landesgrenze im Westen', { facets: { theme: ['Raum'], format: ['CSV', 'SHP'] }, updated: new Date('2024-01-01') }),
  one('kita', 'Plätze in Kindertagesstätten', { facets: { theme: ['Kinder'], format: ['CSV'] }, updated: new Date('2025-05-01') }),
  one('abfuhr', 'Abfallkalender', { keywords: ['Abfuhr', 'Tonne'], facets: { theme: ['Umwelt'], format: ['PDF'] } }),
  one('uebergang', 'Übergänge für Fußgänger', { facets: { theme: ['Verkehr'], format: ['CSV'] } }),
  one('wohnung', 'Wohnungsgeberbestätigung', { body: 'Wer einzieht, braucht sie.', facets: { theme: ['Wohnen'] } }),
  one('strasse', 'Hauptstr. 12, Sanierung', { holder: 'Stadt Erlenau', facets: { theme: ['Verkehr'], format: ['PDF'] } }),
  one('fotos', 'Fotos vom Häuserbau'),
]

beforeEach(async () => {
  await write('erlenau', 'search-one', async (db) => {
    const left = await db.many<{ ref: string }>(sql`select ref from search.doc where tenant_id = ${db.tenant} and service = 'search-one' and kind = 'page'`)
    await removeRecords(db, 'search-one', 'page', left.map(({ ref }) => ref))
    await indexRecords(db, fill)
  })
})

test('what people type finds what officials write', async () => {
  const pairs = [['grenzen', 'grenze'], ['Kita-Platz', 'kita'], ['Fussgaengeruebergang', 'uebergang'], ['Vermieter Bestätigung', 'wohnung'], ['Hauptstrasse', 'strasse'], ['foto', 'fotos'], ['Haeuser', 'fotos'], ['Wann wird der Müll abgeholt?', 'abfuhr'], ['Abfalkalender', 'abfuhr']] as const
  for (const [query, ref] of pairs) assert.equal((await refs(query))[0], ref, query)
  assert.deepEqual((await ask('Abfalkalender')).corrected, [{ from: 'abfalkalender', to: 'abfallkalender' }])
  assert.deepEqual(await refs('Abfalkalender', { asTyped: true }), [])
  assert.deepEqual(await refs('"für Fußgänger"'), ['uebergang'])
  assert.deepEqual(await refs('"Fußgänger für"'), [])
  assert.deepEqual(await refs('Landesgrenze -Westen'), [])
  assert.deepEqual(await refs('zzzzqq xxyy'), [])
})

test('a relaxed question says so on each hit', async () => {
  const result = await ask('Abfallkalender Landesgrenze')
  assert.equal(result.relaxed, true)
  assert.deepEqual(result.hits.map(({ ref, loose }) => [ref, loose]).sort(), [['abfuhr', true], ['grenze', true]])
  assert.equal((await ask('Abfallkalender')).hits[0]?.loose, false)
})

test('facets count exactly, ignore their own choice, and filter', async () => {
  const { facets, total } = await ask('')
  assert.equal(total, fill.length)
  assert.deepEqual(facets['format'], [{ value: 'CSV', count: 3 }, { value: 'PDF', count: 2 }, { value: 'SHP', count: 1 }])
  const chosen = await ask('', { facets: { format: ['PDF'] } })
  assert.equal(chosen.total, 2)
  assert.deepEqual(chosen.facets['format'], facets['format'], 'the chosen facet still offers its other values')
  assert.deepEqual(chosen.facets['theme'], [{ value: 'Umwelt', count: 1 }, { value: 'Verkehr', count: 1 }])
  const both = await ask('', { facets: { format: ['PDF', 'CSV'], theme: ['Verkehr'] } })
  assert.deepEqual(both.hits.map(({ ref }) => ref).sort(), ['strasse', 'uebergang'])
  assert.deepEqual(both.facets['format'], [{ value: 'CSV', count: 1 }, { value: 'PDF', count: 1 }])
  assert.deepEqual(both.facets['theme']?.map(({ value }) => value), ['Verkehr', 'Kinder', 'Raum', 'Umwelt'])
  const withQuery = await ask('Landesgrenze Kindertagesstätten', { facets: { theme: ['Raum'] } })
  assert.deepEqual([withQuery.total, withQuery.hits.map(({ ref }) => ref)], [1, ['grenze']])
  assert.equal((await ask('', { facets: { theme: ['unbekannt'] } })).total, 0)
  assert.deepEqual((await ask('', { count: false })).facets, {})
})

test('counted separately or together, facets have the same numbers', async () => {
  const values = (i: number) => ({ theme: ['Raum', 'Kinder', 'Umwelt', 'Verkehr', 'Wohnen'].filter((_, at) => (i + at) % 3 === 0), format: [`F${i % 4}`], town: [`Ort ${i % 7}`], ...(i % 5 === 0 && { level: ['hoch'] }) })
  const pages = (kind: string, more: Partial<SearchRecord>) => Array.from({ length: 60 }, (_, i) => ({ ...one(`z-${i}`, `Zaunkönig ${i % 2 === 0 ? 'Vogel' : 'Nest'}`, { kind, facets: values(i) }), ...more }))
  const kinds = { together: {}, apart: { separately: ['town', 'theme'] }, 'all-apart': { separately: ['town', 'theme', 'format', 'level', 'unknown'] } }
  const choices: SearchRequest['facets'][] = [{}, { town: ['Ort 1'] }, { theme: ['Raum', 'Wohnen'] }, { theme: ['Kinder'], format: ['F1', 'F2'] }, { theme: ['Umwelt'], format: ['F0'], town: ['Ort 3', 'Ort 4'] }, { level: ['hoch'], town: ['nirgends'] }]
  const answers = async (kind: string) => {
    const given = []
    for (const q of ['', 'Zaunkönig', 'Vogel Zaunkönig', 'Nest -Vogel']) for (const facets of choices) given.push(await ask(q, { kind, facets, size: 60, sort: 'title' }))
    return given.map(({ total, hits, facets }) => ({ total, hits: hits.map(({ ref }) => ref), facets }))
  }
  for (const [kind, more] of Object.entries(kinds)) await write('erlenau', 'search-one', (db) => indexRecords(db, pages(kind, more)))
  const together = await answers('together')
  assert.equal(together[1]?.total, Array.from({ length: 60 }, (_, i) => i % 7).filter((town) => town === 1).length)
  for (const kind of ['apart', 'all-apart']) assert.deepEqual(await answers(kind), together, kind)
  assert.equal((await write('erlenau', 'search-one', (db) => refreshCompounds(db))).changed, 0, 'read back, a record is counted as before')
  // The same numbers, too, when there are more matches than are read at once.
  const run = (kind: string, candidates: number, chosen: object) =>
    read('erlenau', 'search-one', (db) =>
      queries.run(db, { levels: [{ match: quote(stem('zaunkonig')), enough: 1, least: 0 }], terms: [[quote(stem('zaunkonig')), 1, 0]], folded: 'zaunkonig', kind, chosen, count: true, from: 0, size: 20, sort: 'relevance', candidates, now }),
    )
  for (const kind of Object.keys(kinds))
    for (const chosen of [{}, { town: [facetId('town', 'Ort 1')] }, { theme: [facetId('theme', 'Raum')], format: [facetId('format', 'F1')] }]) {
      const [few, many] = [await run(kind, 1_000, chosen), await run(kind, 10, chosen)]
      assert.deepEqual([many.total, many.facets], [few.total, few.facets], kind)
      assert.ok(many.hits.length > 0 && (few.total > 20 || many.hits.every(([, , ref]) => few.hits.some((hit) => hit[2] === ref))), kind)
    }
  const left = (kind: string) => write('erlenau', 'search-one', (db) => removeRecords(db, 'search-one', kind, Array.from({ length: 40 }, (_, i) => `z-${i}`)))
  for (const kind of Object.keys(kinds)) assert.equal(await left(kind), 40)
  for (const kind of ['apart', 'all-apart']) assert.deepEqual(await answers(kind), await answers('together'), kind)
  for (const kind of Object.keys(kinds)) await write('erlenau', 'search-one', (db) => removeRecords(db, 'search-one', kind, Array.from({ length: 60 }, (_, i) => `z-${i}`)))
})

test('pages, sorting and empty pages', async () => {
  assert.deepEqual(await refs('', { sort: 'newest', size: 2 }), ['kita', 'grenze'])
  assert.deepEqual(await refs('', { sort: 'title', size: 3 }), ['abfuhr', 'fotos', 'strasse'])
  assert.deepEqual(await refs('', { sort: 'title', from: 2, size: 1 }), ['strasse'])
  assert.deepEqual(await refs('', { from: 500 }), [])
  assert.deepEqual(await refs('Kindertagesstätten Landesgrenze', { sort: 'newest' }), ['kita', 'grenze'])
  assert.deepEqual(await refs('Kindertagesstätten Landesgrenze', { sort: 'title' }), ['grenze', 'kita'])
  assert.equal((await ask('Landesgrenze', { size: 0 })).total, 1)
})

test('numbers and words follow every change without a rebuild', async () => {
  const words = () => read('erlenau', 'search-one', (db) => db.many<{ word: string; ndoc: number }>(sql`select word, ndoc from search.word where tenant_id = ${db.tenant} order by word`))
  const counts = () => read('erlenau', 'search-one', (db) => db.many<{ id: number; ndoc: number }>(sql`select id, ndoc from search.facet_count where tenant_id = ${db.tenant} and ndoc <> 0 order by service, id`))
  const sets = () => read('erlenau', 'search-one', (db) => db.many<{ id: number; ndoc: number }>(sql`select id, ndoc from search.facet_set where tenant_id = ${db.tenant} and ndoc <> 0 order by id`))
  const before = [await words(), await sets(), await counts()]
  assert.equal(await write('erlenau', 'search-one', (db) => indexRecords(db, fill)), 0, 'unchanged records are not written')
  await write('erlenau', 'search-one', (db) => indexRecords(db, [one('neu', 'Xylophonfest am Landesgrenzstein', { facets: { theme: ['Kultur'] } }), one('kita', 'Umbenannt', { facets: { theme: ['Kultur'] } })]))
  assert.deepEqual(await refs('Xylophonfest'), ['neu'])
  assert.deepEqual(await refs('Kindertagesstätten'), [])
  assert.deepEqual((await ask('')).facets['theme']?.[0], { value: 'Kultur', count: 2 })
  await write('erlenau', 'search-one', (db) => indexRecords(db, fill.map((page) => ({ ...page, title: `${page.title} neu gefasst` }))))
  assert.equal((await ask('')).facets['format']?.[0]?.count, 3, 'a new title leaves the counts alone')
  assert.equal(await write('erlenau', 'search-one', (db) => removeRecords(db, 'search-one', 'page', ['neu', 'unknown'])), 1)
  await write('erlenau', 'search-one', (db) => indexRecords(db, fill))
  assert.deepEqual([await words(), await sets(), await counts()], before)
})

test('many writers at once count right', async () => {
  const pages = (from: number) => Array.from({ length: 30 }, (_, i) => one(`viele-${(from + i) % 40}`, `Gemeinsamer Zaunkönig ${(from + i) % 40}`, { facets: { theme: ['Viele'], format: [`F${(from + i) % 3}`] } }))
  await Promise.all([0, 7, 14, 21, 28, 35].map((from) => write('erlenau', 'search-one', (db) => indexRecords(db, pages(from)))))
  const { total, facets } = await ask('Zaunkönig', { size: 0 })
  assert.equal(total, 40)
  assert.deepEqual(facets['theme'], [{ value: 'Viele', count: 40 }])
  assert.deepEqual((await ask('', { facets: { theme: ['Viele'] }, size: 0 })).total, 40)
  assert.deepEqual((await ask('')).facets['theme']?.[0], { value: 'Viele', count: 40 })
  assert.equal((await read('erlenau', 'search-one', (db) => db.one<{ ndoc: number }>(sql`select ndoc from search.word where tenant_id = ${db.tenant} and word = 'zaunkonig'`))).ndoc, 40)
})

test('compounds are understood once the town has the words for them', async () => {
  await write('erlenau', 'search-one', (db) => indexRecords(db, [one('silo', 'Zuckerrübensilo')]))
  assert.deepEqual(await refs('Silo'), [])
  const texts = ['Zuckerrüben und Silo', 'Silo für Zuckerrüben'].map((title, i) => one(`beet-${i}`, title))
  await write('erlenau', 'search-one', (db) => indexRecords(db, texts))
  assert.equal((await write('erlenau', 'search-one', (db) => refreshCompounds(db))).changed, 1)
  assert.ok((await refs('Silo')).includes('silo'))
})

test('services are searched together; other audiences only by their own service', async () => {
  await write('erlenau', 'search-two', (db) => indexRecords(db, [record('search-two', 'kurs', 'Kurs an der Landesgrenze'), record('search-two', 'akte', 'Akte Landesgrenze Zwiebelkuchen', { audience: 'staff' })]))
  assert.deepEqual((await refs('Landesgrenze')).sort(), ['grenze', 'kurs'])
  assert.deepEqual(await refs('Landesgrenze', { service: 'search-two' }), ['kurs'])
  assert.deepEqual((await refs('Landesgrenze', { audiences: ['staff'] }, 'erlenau', 'search-two')).sort(), ['akte', 'grenze', 'kurs'])
  assert.deepEqual((await refs('Landesgrenze', { audiences: ['staff'] })).sort(), ['grenze', 'kurs'], 'asked for by another service')
  assert.deepEqual((await ask('Zwiebelkuche')).corrected, [], 'no word of a closed text is ever proposed')
  assert.deepEqual((await read('erlenau', 'search-one', (db) => suggest(db, 'Zwieb'))).words, [])
  await assert.rejects(write('erlenau', 'search-one', (db) => indexRecords(db, [record('search-two', 'fremd', 'Fremd')])), { code: '42501' })
  assert.equal(await write('erlenau', 'search-one', (db) => removeRecords(db, 'search-two', 'page', ['kurs'])), 0)
  assert.equal(await write('erlenau', 'search-two', (db) => removeRecords(db, 'search-two', 'page', ['kurs', 'akte'])), 2)
})

test('a town never sees another town', async () => {
  assert.deepEqual(await refs('Landesgrenze', {}, 'moorbek'), [])
  assert.equal((await ask('', {}, 'moorbek')).total, 0)
  assert.deepEqual(await read('moorbek', 'search-one', (db) => suggest(db, 'land')), { words: [], titles: [] })
})

test('synonyms of the town count at once', async () => {
  assert.deepEqual(await refs('Nachwuchshort', { asTyped: true }), [])
  await write('erlenau', 'search-one', (db) => addSynonym(db, { term: 'Nachwuchshort', alt: 'Kindertagesstätte' }))
  assert.deepEqual(await refs('Nachwuchshort'), ['kita'])
  assert.deepEqual(await refs('Kindergärten'), ['kita'])
  await write('erlenau', 'search-one', (db) => removeSynonym(db, { term: 'Kindergarten', alt: 'Kindertagesstätte' }))
  assert.deepEqual(await refs('Kindergarten', { asTyped: true }), [])
  assert.equal((await read('erlenau', 'search-one', townSynonyms)).length, 2)
  for (const term of ['Nachwuchshort', 'Kindergarten']) await write('erlenau', 'search-one', (db) => resetSynonym(db, { term, alt: 'Kindertagesstätte' }))
  assert.deepEqual(await refs('Kindergarten'), ['kita'])
})

test('suggestions complete the last word and offer titles', async () => {
  const found = await read('erlenau', 'search-one', (db) => suggest(db, 'plätze kinder'))
  assert.deepEqual(found.words, ['plätze Kindertagesstätten'])
  assert.deepEqual(found.titles.map(({ ref }) => ref), ['kita'])
  assert.deepEqual(await read('erlenau', 'search-one', (db) => suggest(db, 'k')), { words: [], titles: [] })
  assert.deepEqual(await read('erlenau', 'search-one', (db) => suggest(db, "'\\ %_")), { words: [], titles: [] })
})

test('missed searches are counted without persons', async () => {
  await write('steinfurtheim', 'search-one', writeMissedSearches)
  for (const q of ['Eisbahn', 'eisbahn', 'Eisbahn!', 'selten', 'anna@example.org', 'Akte 12345', 'a b c d e f g hh ii jj kk'])
    await ask(q, {}, 'steinfurtheim')
  assert.ok(townsWithMissedSearches().includes('steinfurtheim'))
  await write('steinfurtheim', 'search-one', writeMissedSearches)
  assert.deepEqual((await read('steinfurtheim', 'search-one', missedSearches)).map(({ q, n, hits, last }) => ({ q, n, hits, last })), [{ q: 'eisbahn', n: 3, hits: 0, last: '2025-06-01' }])
  const kept = await read('steinfurtheim', 'search-one', (db) => db.many<{ q: string }>(sql`select q from search.missed where tenant_id = ${db.tenant} order by q`))
  assert.deepEqual(kept.map(({ q }) => q), ['eisbahn', 'selten'])
  await database.unit({ tenant: 'steinfurtheim', service: 'search-one', access: 'write', now: new Date('2025-09-15') }, writeMissedSearches)
  assert.deepEqual(await read('steinfurtheim', 'search-one', missedSearches), [])
})

test('whatever is typed, the answer is a result', async () => {
  for (const q of ["'", 'a & (', '\\', '" " "', "'); drop table search.doc; --", '%', ':*', '!', 'a'.repeat(5_000), '\0', '\ud800', '<script>', 'وطن', '-', '--', 'a -a', '日本 地図', "''':A", '1e999'])
    assert.ok((await ask(q)).total >= 0, q)
})
