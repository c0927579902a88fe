import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** Where the shipped geodata lies. */
export const dataFolder = join(import.meta.dirname, 'data')

/** Text of a shipped file, unpacked when its name ends in `.gz`. */
export function readData(name: string): string {
  const bytes = readFileSync(join(dataFolder, name))
  return (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
}

/** Rows of a shipped table; fields may be quoted, as in RFC 4180, but hold no line ends. The first line names the columns. */
export function* readTable(name: string, separator: ',' | '\t'): Generator<Record<string, string>> {
  const [head = '', ...lines] = readData(name).split('\n')
  const columns = fields(head, separator)
  for (const line of lines) {
    if (line === '') continue
    const row = fields(line, separator)
    yield Object.fromEntries(columns.map((column, i) => [column, row[i] ?? '']))
  }
}

const fields = (line: string, separator: string): string[] =>
  line.includes('"')
    ? [...line.matchAll(new RegExp(`(?:^|${separator})(?:"((?:[^"]|"")*)"|([^${separator}]*))`, 'g'))].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '')
    : line.split(separator)
