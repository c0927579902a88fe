const types: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  txt: 'text/plain',
  json: 'application/json',
  geojson: 'application/geo+json',
  ndjson: 'application/x-ndjson',
  jsonl: 'application/x-ndjson',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xlsm: 'application/vnd.ms-excel.sheet.macroenabled.12',
  xls: 'application/vnd.ms-excel',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  gpkg: 'application/geopackage+sqlite3',
  parquet: 'application/vnd.apache.parquet',
  zip: 'application/zip',
  pdf: 'application/pdf',
  xml: 'application/xml',
}

/** Media type by ending, because few of these formats have one that all systems report; otherwise what the bytes told. */
export const mediaTypeOf = (name: string, found: string): string => types[endingOf(name)] ?? found

/** The ending of a file name in small letters, without the dot; empty when there is none. */
export const endingOf = (name: string): string => /\.([a-z0-9]{1,10})$/i.exec(name)?.[1]?.toLowerCase() ?? ''

/** The name without folders and control characters, at most 200 characters, ending kept. */
export function nameOfUpload(given: string): string {
  const last = given.split(/[/\\]/).at(-1) ?? ''
  const clean = last.replace(/\p{Cc}|\p{Cf}/gu, '').trim().replace(/^\.+/, '')
  const ending = endingOf(clean)
  return clean.length <= 200 ? clean || 'datei' : `${clean.slice(0, 199 - ending.length)}.${ending}`
}
