import type { Selection, TableFacts } from './schema.ts'
import { changed, pairsOf } from './selection.ts'
import { listOf } from './to-query.ts'

export const languages = ['curl', 'python', 'ckanapi', 'r', 'javascript', 'duckdb'] as const
export type Language = (typeof languages)[number]

/** The part of an address that says what is chosen, with a question mark before it. */
export function searchOf(selection: Selection, more: Readonly<Record<string, string>> = {}): string {
  // The kind of view and its picture say nothing about rows.
  const { view: _, by: __, value: ___, how: ____, picture: _____, step: ______, ...rows } = selection
  const search = new URLSearchParams([...pairsOf(changed({ ...rows, view: 'table', by: [] } as Selection, {})), ...Object.entries(more)]).toString() // optional parts are left out
  return search ? `?${search}` : ''
}

/** Lines that fetch exactly this selection. `origin` with scheme, `id` of the file. */
export function snippetOf(language: Language, { origin, id, selection, facts }: { origin: string; id: string; selection: Selection; facts: TableFacts }): string {
  const address = `${origin}/open-data/table/${id}.csv${searchOf(selection)}`
  switch (language) {
    case 'curl':
      return `curl --output tabelle.csv \\\n  '${address.replaceAll("'", '%27')}'`
    case 'python':
      return `import pandas as pd\n\ntabelle = pd.read_csv(\n    "${address.replaceAll('"', '%22')}"\n)\nprint(tabelle.head())`
    case 'ckanapi':
      return ckanapi(origin, id, selection, facts)
    case 'r':
      return `tabelle <- read.csv(\n  "${address.replaceAll('"', '%22')}",\n  fileEncoding = "UTF-8", check.names = FALSE\n)\nhead(tabelle)`
    case 'javascript':
      return `const antwort = await fetch(\n  '${address.replace('.csv', '.json').replaceAll("'", '%27')}'\n)\nconst zeilen = await antwort.json()\nconsole.table(zeilen.slice(0, 5))`
    case 'duckdb':
      return duckdb(origin, id, selection, facts)
  }
}

// CKAN's own question knows equal values and words; ranges and parts of texts are said in the addresses above.
function ckanapi(origin: string, id: string, selection: Selection, { fields }: TableFacts): string {
  const { where = [], fields: chosen, sort } = listOf(selection, fields)
  const filters = Object.fromEntries(where.flatMap((condition) => (condition.is === 'in' ? [[condition.field, condition.values]] : [])))
  const lines = [
    `resource_id=${python(id)}`,
    ...(Object.keys(filters).length > 0 ? [`filters=${python(filters)}`] : []),
    ...(selection.q ? [`q=${python(selection.q)}`] : []),
    ...(chosen ? [`fields=${python(chosen)}`] : []),
    ...(sort?.[0] ? [`sort=${python(`${sort[0].field} ${sort[0].descending ? 'desc' : 'asc'}`)}`] : []),
    'limit=1000',
  ]
  return `from ckanapi import RemoteCKAN\n\nportal = RemoteCKAN(${python(origin)})\nantwort = portal.action.datastore_search(\n${lines.map((line) => `    ${line},`).join('\n')}\n)\nprint(antwort["total"])`
}

const python = (value: unknown): string => JSON.stringify(value).replaceAll('null', 'None').replaceAll(/\btrue\b/g, 'True').replaceAll(/\bfalse\b/g, 'False')

function duckdb(origin: string, id: string, selection: Selection, { fields }: TableFacts): string {
  const { where = [], fields: chosen, sort } = listOf(selection, fields)
  const name = (text: string): string => `"${text.replaceAll('"', '""')}"`
  const literal = (value: unknown): string => (typeof value === 'number' || typeof value === 'boolean' ? String(value) : `'${String(value).replaceAll("'", "''")}'`)
  const signs = { lt: '<', lte: '<=', gt: '>', gte: '>=', ne: '<>' } as const
  const conditions = where.map((condition) => {
    const column = name(condition.field)
    switch (condition.is) {
      case 'in': {
        const given = condition.values.filter((value) => value !== null)
        const parts = [...(given.length > 0 ? [`${column} in (${given.map(literal).join(', ')})`] : []), ...(given.length < condition.values.length ? [`${column} is null`] : [])]
        return parts.length > 1 ? `(${parts.join(' or ')})` : (parts[0] ?? 'true')
      }
      case 'contains':
        return `contains(lower(${column}), lower(${literal(condition.value)}))`
      case 'empty':
        return `${column} is null`
      case 'present':
        return `${column} is not null`
      default:
        return `${column} ${signs[condition.is]} ${literal(condition.value)}`
    }
  })
  const columns = chosen?.map(name).join(', ') ?? '* exclude (_id)'
  const version = selection.version ? `?version=${selection.version}` : ''
  return [
    `select ${columns}`,
    `from read_parquet('${origin}/open-data/table/${id}.parquet${version}')`,
    ...(conditions.length > 0 ? [`where ${conditions.join('\n  and ')}`] : []),
    ...(sort?.[0] ? [`order by ${name(sort[0].field)}${sort[0].descending ? ' desc' : ''}`] : []),
  ].join('\n') + ';'
}
