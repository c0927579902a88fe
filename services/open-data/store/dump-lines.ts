import type { DumpFormat } from './dump.ts'
import type { Field } from './schema.ts'
import { list, name, text } from './sql-text.ts'

/** How a table is written: what stands before and after the rows, and a row in SQL. */
export type Lines = {
  readonly head: string
  readonly foot: string
  /** The columns that are written, given whether moments have parts of a second. */
  readonly columns: string
  /** Options of COPY. */
  readonly options: string
  /** Each line begins with a comma, the first too. */
  readonly commas: boolean
}

/** `describe`: what is said of a column in the head of JSON. */
export function linesOf(format: DumpFormat, fields: readonly Field[], describe: (field: Field) => unknown = (field) => field): Lines {
  switch (format) {
    case 'csv':
      return separated(fields, ',')
    case 'tsv':
      return separated(fields, '\t')
    case 'json':
      return raw(`{"fields":${JSON.stringify(fields.map(describe))},"records":[\n`, `]}\n`, `',' || json_array(${list(fields.map(jsonSql))})::varchar`, true)
    case 'ndjson':
      return raw('', '', `json_object(${list(fields.map((field) => `${text(field.id)}, ${jsonSql(field)}`))})::varchar`, false)
    case 'xml':
      return raw('<?xml version="1.0" encoding="UTF-8"?>\n<data xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n', '</data>\n', `'<row>' || ${fields.map(xmlSql).join(' || ')} || '</row>'`, false)
  }
}

function separated(fields: readonly Field[], delimiter: string): Lines {
  const quoted = fields.map(({ id }) => (/[",\t\r\n]/.test(id) ? `"${id.replaceAll('"', '""')}"` : id))
  const columns = fields.map(({ id, type }) => (type === 'timestamp' ? `${momentSql(id)} as ${name(id)}` : name(id)))
  return { head: `${quoted.join(delimiter)}\n`, foot: '', columns: list(columns), options: `format csv, header false, delimiter ${text(delimiter)}, quote '"', escape '"', null ''`, commas: false }
}

// A sign that no line holds: JSON writes it otherwise, XML may not have it.
const raw = (head: string, foot: string, line: string, commas: boolean): Lines => ({ head, foot, columns: line, options: `format csv, header false, delimiter '\u0001', quote '', escape ''`, commas })

const momentSql = (id: string): string => `replace(${name(id)}::varchar, ' ', 'T')`

function jsonSql({ id, type }: Field): string {
  if (type === 'timestamp') return momentSql(id)
  if (type === 'json' || type === 'geometry') return `case when json_valid(${name(id)}::varchar) then ${name(id)}::varchar::json else to_json(${name(id)}::varchar) end`
  return type === 'text' ? `${name(id)}::varchar` : name(id)
}

/** An element of the column's name where XML allows it, as CKAN writes it; no value is said as such. */
function xmlSql({ id, type }: Field): string {
  const isName = /^[\p{L}_][\p{L}\p{N}._-]*$/u.test(id) && !/^xml/i.test(id)
  const element = isName ? id : 'field'
  const attribute = isName ? '' : ` name="${xmlText(id)}"`
  const value = type === 'timestamp' ? momentSql(id) : `${name(id)}::varchar`
  const escaped = type === 'text' || type === 'json' || type === 'geometry' ? escapes.reduce((sql, [sign, entity]) => `replace(${sql}, ${text(sign)}, ${text(entity)})`, `regexp_replace(${value}, '[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x{FFFE}\\x{FFFF}]', '', 'g')`) : value
  return `coalesce(${text(`<${element}${attribute}>`)} || ${escaped} || ${text(`</${element}>`)}, ${text(`<${element}${attribute} xsi:nil="true"/>`)})`
}
const escapes: readonly (readonly [string, string])[] = [['&', '&amp;'], ['<', '&lt;'], ['>', '&gt;'], ['\n', '&#10;'], ['\r', '&#13;']] // prettier-ignore
const xmlText = (written: string): string => written.replace(/[\x00-\x1f\ufffe\uffff]/g, ' ').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
