import type { Level } from '../person/schema.ts'
import { userNameKey } from '../password/user-name.ts'

/** Somebody whom a list names. */
export type Listed = { line: number; givenNames: string; familyName: string; email: string; userName: string; claimed: Level; source: string }
export type Refused = { line: number; reason: 'name' | 'mail' | 'user-name' | 'level' | 'twice' | 'columns' }

export const mostLines = 100_000

/** Levels as the systems write them from which people come: our own words, German ones, STORK, eIDAS. */
const levels: Readonly<Record<string, Level>> = {
  '': 'low', low: 'low', basis: 'low', basisregistrierung: 'low', niedrig: 'low', 'stork-qaa-level-1': 'low', 'http://eidas.europa.eu/loa/low': 'low',
  substantial: 'substantial', substanziell: 'substantial', substantiell: 'substantial', 'stork-qaa-level-3': 'substantial', 'http://eidas.europa.eu/loa/substantial': 'substantial',
  high: 'high', hoch: 'high', 'stork-qaa-level-4': 'high', 'http://eidas.europa.eu/loa/high': 'high',
}

/**
 * Reads a list of people: CSV with a head, comma or semicolon. Columns `name` (or `given_names` and `family_name`), `mail`,
 * and, if there are any, `user_name`, `level`, `source`. Bad lines are named and left out.
 * @throws RangeError in one sentence when it is no such list
 */
export function readList(text: string): { people: Listed[]; refused: Refused[] } {
  const rows = rowsOf(text.replace(/^\uFEFF/, ''))
  const head = rows[0]?.cells.map((cell) => cell.trim().toLowerCase()) ?? []
  if (!head.includes('mail') || !(head.includes('name') || (head.includes('given_names') && head.includes('family_name'))))
    throw new RangeError('The list needs a head with the columns name (or given_names and family_name) and mail; user_name, level and source may follow.')
  if (rows.length - 1 > mostLines) throw new RangeError(`The list has more than ${mostLines} lines. Divide it.`)
  const people: Listed[] = []
  const refused: Refused[] = []
  const [seen, names] = [new Set<string>(), new Set<string>()]
  for (const { line, cells } of rows.slice(1)) {
    if (cells.every((cell) => cell.trim() === '')) continue
    const read = personOf(line, head, cells)
    if ('reason' in read) {
      refused.push(read)
      continue
    }
    const key = `${read.email.toLowerCase()}\n${read.givenNames} ${read.familyName}`.toLowerCase()
    const name = read.userName === '' ? undefined : userNameKey(read.userName)
    if (seen.has(key) || (name !== undefined && names.has(name))) refused.push({ line, reason: 'twice' })
    else people.push(read)
    seen.add(key)
    if (name !== undefined) names.add(name)
  }
  return { people, refused }
}

function personOf(line: number, head: readonly string[], cells: readonly string[]): Listed | Refused {
  if (cells.length !== head.length) return { line, reason: 'columns' }
  const value = (column: string) => (cells[head.indexOf(column)] ?? '').normalize('NFC').replace(/\s+/g, ' ').trim()
  const parts = value('name').split(' ')
  const [givenNames, familyName] = head.includes('family_name') ? [value('given_names'), value('family_name')] : [parts.slice(0, -1).join(' '), parts.at(-1) ?? '']
  const [email, userName, claimed, source] = [value('mail'), value('user_name'), levels[value('level').toLowerCase()], value('source').slice(0, 40)]
  if (familyName === '' || givenNames.length > 200 || familyName.length > 200 || /\p{Cc}/u.test(givenNames + familyName)) return { line, reason: 'name' }
  if (email.length > 320 || !/^[^\s@\p{Cc}]+@[^\s@\p{Cc}]+\.[^\s@\p{Cc}]+$/u.test(email)) return { line, reason: 'mail' }
  if (userName !== '' && userNameKey(userName) === undefined) return { line, reason: 'user-name' }
  return claimed === undefined ? { line, reason: 'level' } : { line, givenNames, familyName, email, userName, claimed, source }
}

type Row = { line: number; cells: string[] }

// RFC 4180, with the separator that the head uses.
function rowsOf(text: string): Row[] {
  const separator = (text.split(/\r?\n/, 1)[0] ?? '').includes(';') ? ';' : ','
  const rows: Row[] = []
  let [cells, cell, quoted, line, begun]: [string[], string, boolean, number, number] = [[], '', false, 1, 1]
  const endRow = () => {
    rows.push({ line: begun, cells: [...cells, cell] })
    cells = []
    cell = ''
  }
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]
    if (sign === '\n') line++
    if (quoted) {
      if (sign !== '"') cell += sign
      else if (text[at + 1] === '"') cell += text[at++]
      else quoted = false
    } else if (sign === '"' && cell === '') quoted = true
    else if (sign === separator) {
      cells.push(cell)
      cell = ''
    } else if (sign === '\n') {
      endRow()
      begun = line
    } else if (sign !== '\r') cell += sign
  }
  if (quoted) throw new RangeError(`The list ends inside quotation marks that begin in line ${begun}.`)
  if (cell !== '' || cells.length > 0) endRow()
  return rows
}
