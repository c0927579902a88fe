import type { Readable } from 'node:stream'
import { body, fileAnswer, NotFound, refuse, type Answer, type Ask } from '@modellregion/kernel'
import { slugOf } from '../dataset/record.ts'
import { words } from '../locales/index.ts'
import { dumpTable } from '../store/dump.ts'
import { placesOf } from './columns.ts'
import { entityTag, names } from './entity-tag.ts'
import { excelCsv, featureCollection, jsonArray } from './formats.ts'
import { openTable, type Opened } from './open.ts'
import { listOf } from './to-query.ts'

export const extensions = ['parquet', 'csv', 'json', 'ndjson', 'geojson'] as const
export type Extension = (typeof extensions)[number]

const types: Readonly<Record<Extension, string>> = {
  parquet: 'application/vnd.apache.parquet',
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json; charset=utf-8',
  ndjson: 'application/x-ndjson; charset=utf-8',
  geojson: 'application/geo+json; charset=utf-8',
}

type Asks = Ask<{ id: string }, object>

/**
 * The table as a file: all of it, or what the address chooses (as on its page). Parquet is a stored file and answers ranges;
 * the others are made while they are sent and say that they have none.
 */
export async function download(ask: Asks, extension: Extension): Promise<Answer> {
  const t = ask.say(words)
  const opened = await openTable(ask, ask.params.id)
  if (opened.misread.length > 0) return refuse(400, 'open-data.explore.misread', t('open-data.explore.misread'))
  return extension === 'parquet' ? await parquet(ask, opened) : await made(ask, opened, extension)
}

async function parquet(ask: Asks, opened: Opened): Promise<Answer> {
  const t = ask.say(words)
  const { selection, version, revision } = opened
  if (selection.filters.length > 0 || selection.q || selection.columns.length > 0) return refuse(400, 'open-data.explore.parquet-whole', t('open-data.explore.parquet-whole'))
  if (revision > 0) return refuse(409, 'open-data.explore.parquet-written', t('open-data.explore.parquet-written'))
  if (!version?.tableFile) throw new NotFound()
  const file = { tenant: ask.tenant.id, id: version.id, sha256: version.tableFile, name: nameOf(opened, 'parquet'), type: types.parquet, size: Number(version.tableBytes ?? 0), createdAt: version.createdAt }
  return await fileAnswer(ask.platform.files, file, ask.headers, { cacheControl: 'public, no-cache' })
}

async function made(ask: Asks, opened: Opened, extension: Exclude<Extension, 'parquet'>): Promise<Answer> {
  const t = ask.say(words)
  const isExcel = extension === 'csv' && ask.url.searchParams.get('for') === 'excel'
  const places = placesOf(opened.facts.fields)
  if (extension === 'geojson' && !places) return refuse(404, 'open-data.explore.no-places', t('open-data.explore.no-places'))
  const tag = entityTag(opened, `${extension}${isExcel ? '-excel' : ''}`)
  const headers = {
    'cache-control': 'public, no-cache',
    'accept-ranges': 'none',
    'content-disposition': `attachment; filename="${nameOf(opened, extension)}"`,
    'x-content-type-options': 'nosniff',
    etag: tag,
  }
  if (names(ask.headers['if-none-match'], tag)) return body(types[extension], '', { status: 304, headers })
  return body(types[extension], await rowsOf(ask, opened, extension, isExcel), { headers })
}

async function rowsOf(ask: Asks, { table, selection, facts }: Opened, extension: Exclude<Extension, 'parquet'>, isExcel: boolean): Promise<Readable> {
  const chosen = listOf(selection, facts.fields)
  // The number of the row is the store's, not the town's.
  const query = { ...chosen, fields: chosen.fields ?? facts.fields.map(({ id }) => id) }
  const dump = (format: 'csv' | 'ndjson', fields: readonly string[] = query.fields): Promise<Readable> => dumpTable(ask.platform, ask.tenant.id, table, format, { query: { ...query, fields } })
  const shown = facts.fields.filter(({ id }) => query.fields.includes(id))
  const places = placesOf(facts.fields)
  if (isExcel) return (await dump('ndjson')).pipe(excelCsv(shown))
  if (extension === 'json') return (await dump('ndjson')).pipe(jsonArray())
  // A map needs the place, whatever columns were chosen.
  if (extension === 'geojson' && places) return (await dump('ndjson', [...new Set([...query.fields, ...(places.kind === 'geometry' ? [places.field] : [places.lon, places.lat])])])).pipe(featureCollection(places))
  return await dump(extension === 'csv' ? 'csv' : 'ndjson')
}

const nameOf = ({ dataset, file, version, selection }: Opened, extension: Extension): string =>
  `${[dataset.name || slugOf(dataset.title), slugOf(file.title), ...(selection.version && version ? [`v${version.number}`] : [])].join('-').slice(0, 120)}.${extension}`
