import { indexRecords, sql } from '@modellregion/kernel'
import { temporaryDatabase, testMoment, testTenants } from '@modellregion/testing'
import { findTables } from '../../services/open-data/store/find-tables.ts'
import { placesOf } from '../../services/open-data/store/places.ts'
import { putProfile } from '../../services/open-data/store/queries.ts'
import { searchRecordOf } from '../../services/open-data/store/table-record.ts'
import type { FieldProfile } from '../../services/open-data/store/table.ts'
import type { Row } from '../row.ts'

export const name = 'open-data-store-words'
const tables = 1_000
const columns = 20
const valuesPerColumn = 200

/** Looking for tables by words in their columns' names and values, with what the page shows of each hit. */
export async function run(): Promise<Row[]> {
  const temporary = await temporaryDatabase()
  const unit = (access: 'read' | 'write') => <T>(work: Parameters<typeof temporary.database.unit<T>>[1]) => temporary.database.unit({ tenant: testTenants.erlenau.id, service: 'open-data', access, now: new Date(testMoment) }, work)
  try {
    const organisation = idOf(999_999)
    await unit('write')((db) => db.run(sql`insert into open_data.organisation (tenant_id, id, name, title, created_at) values (${db.tenant}, ${organisation}, 'amt', 'Amt für Statistik', ${db.now})`))
    for (let at = 0; at < tables; at += 100) {
      await unit('write')(async (db) => {
        const made = Array.from({ length: 100 }, (_, n) => ({ table: tableOf(at + n), profile: { rows: 10_000, fields: fieldsOf(at + n) } }))
        await db.insertMany('open_data.dataset', made.map(({ table }) => ({ tenant_id: db.tenant, id: table.id, name: `tabelle-${table.id}`, title: table.dataset, summary: '', document: '{}', digest: '', organisation_id: organisation, theme: [], format: [], licence: [], high_value: false, points: 0, created_at: db.now, changed_at: db.now })))
        await db.insertMany('open_data.distribution', made.map(({ table }) => ({ tenant_id: db.tenant, id: table.id, dataset_id: table.id, position: 0, title: table.title, url: '', format: 'CSV', media_type: 'text/csv', licence: '', created_at: db.now })))
        for (const { table, profile } of made) await putProfile(db, table, profile)
        await indexRecords(db, made.map(({ table, profile }) => searchRecordOf(table, profile)))
      })
    }
    const times: number[] = []
    let found = 0
    for (let round = 0; round < 4; round++)
      for (const q of [...words, 'Burtscheid Eiche', 'Spalte Haltestelle', 'Anzahl Personen 2019', 'Wert 17']) {
        const began = performance.now()
        const { total, tables: shown } = await unit('read')((db) => findTables(db, q, { from: 0, size: 20 }))
        for (const { fields } of shown) placesOf(fields, q)
        if (round > 0) times.push(performance.now() - began)
        found += total
      }
    const sorted = times.toSorted((a, b) => a - b)
    const p = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0
    return [{ what: `words in columns and values of ${tables} tables with ${columns} columns, 20 hits with their places`, target: 'p95 ≤ 100 ms', measured: `p50 ${p(0.5).toFixed(1)}, p95 ${p(0.95).toFixed(1)} ms`, ok: p(0.95) <= 100 && found > 0 }]
  } finally {
    await temporary.close()
  }
}

const words = ['Eiche', 'Linde', 'Ahorn', 'Burtscheid', 'Haaren', 'Brand', 'Haltestelle', 'Radweg', 'Schule', 'Kita', 'Parkplatz', 'Brunnen', 'Denkmal', 'Spielplatz', 'Wahlbezirk', 'Stickstoff', 'Feinstaub', 'Gewerbe', 'Einwohner', 'Haushalt', 'Straßenbeleuchtung', 'Grünfläche', 'Friedhof', 'Bibliothek', 'Sporthalle', 'Bushaltestelle', 'Baumscheibe', 'Kanal', 'Brücke', 'Ampel'] as const
const wordAt = (at: number): string => words[at % words.length] ?? ''
const idOf = (at: number): string => `01980000-0000-7000-8000-${String(at).padStart(12, '0')}`
const tableOf = (at: number) => ({ id: idOf(at), versionId: null, revision: 0, title: `${wordAt(at)} ${at}`, dataset: `Tabelle ${at}: ${wordAt(at * 7)}`, holder: 'Amt für Statistik' })
const fieldsOf = (at: number): FieldProfile[] =>
  Array.from({ length: columns }, (_, column) => ({
    id: `${wordAt(at + column * 3)}_${column}`.toLowerCase(),
    type: column % 3 === 0 ? 'int' : 'text',
    frequent: column % 3 === 0 ? [] : Array.from({ length: valuesPerColumn }, (_, n) => ({ value: `${wordAt(at * 13 + column * 5 + (n % 4))} ${(at * 31 + n * 7) % 5_000}`, rows: 10_000 - n })),
  }))
