import { schemaOf } from '../database/index.ts'
import { isPersonal, type Personal, type PersonalData } from './personal-data.ts'

/** The tables as they really are. */
export type Catalogue = { columns: readonly CatalogueColumn[]; references: readonly { from: string; to: string }[] }
export type CatalogueColumn = { table: string; column: string; type: string; nullable: boolean }

const suspicious =
  /^(name|surname|(first|last|given|family|full|display|person|contact|author|sender|maiden|birth)_?name|.*e?_?mail(_address)?|.*(phone|telephone|mobile|fax)(_number)?|(home_|postal_|street_)?address|street|house_number|birth.*|date_of_birth|.*account_id|ip|ip_address|user_agent|iban|gender|religion|nationality|signature|recipient|sender|reply_to)$/

export const looksPersonal = (column: string): boolean => suspicious.test(column)

/** Columns that look personal and of which nobody has said what they are for. */
export function undeclaredPersonalColumns(catalogue: Catalogue, declarations: readonly PersonalData[]): CatalogueColumn[] {
  const declared = new Set(declarations.flatMap((data) => [...data.columns, ...(isPersonal(data) && data.subjectColumn ? [data.subjectColumn] : [])].map((column) => `${data.table}.${column}`)))
  return catalogue.columns.filter(({ table, column }) => looksPersonal(column) && !declared.has(`${table}.${column}`))
}

type Declaring = { id: string; privacy: readonly PersonalData[] }

/** What keeps the installation from starting: forgotten columns, and declarations that do not fit the tables. One sentence each. */
export function privacyComplaints(catalogue: Catalogue, services: readonly Declaring[]): string[] {
  const all = services.flatMap(({ privacy }) => privacy)
  const forgotten = undeclaredPersonalColumns(catalogue, all).map(
    ({ table, column }) => `${ownerOf(table, services)}/privacy.ts: ${table}.${column} looks personal, but no entry says what it is for and how long it is kept.`,
  )
  return [...forgotten, ...services.flatMap(({ id, privacy }) => privacy.flatMap((data) => mistakesIn(catalogue, id, data).map((mistake) => `${id}/privacy.ts: ${mistake}`)))]
}

const ownerOf = (table: string, services: readonly Declaring[]): string => services.find(({ id }) => schemaOf(id) === table.split('.')[0])?.id ?? 'platform'

function mistakesIn(catalogue: Catalogue, service: string, data: PersonalData): string[] {
  const { table } = data
  const find = (name: string) => catalogue.columns.find((known) => known.table === table && known.column === name)
  if (!catalogue.columns.some((known) => known.table === table)) return [`there is no table ${table}.`]
  const mistakes = data.columns.filter((column) => !find(column)).map((column) => `${table} has no column ${column}.`)
  if (service !== 'platform' && table.split('.')[0] !== schemaOf(service)) mistakes.push(`${table} belongs to another room.`)
  return isPersonal(data) ? [...mistakes, ...mistakesInPersonal(data, find)] : mistakes
}

function mistakesInPersonal({ table, columns, subjectColumn, retention, erasure, searchKind }: Personal, find: (name: string) => CatalogueColumn | undefined): string[] {
  const mistakes: string[] = []
  if (!find('tenant_id')) mistakes.push(`${table} has no tenant_id.`)
  if (subjectColumn && !['uuid', 'text'].includes(find(subjectColumn)?.type ?? '')) mistakes.push(`the subject column ${table}.${subjectColumn} must be a uuid or text column.`)
  const field = typeof retention === 'string' ? undefined : 'until' in retention ? retention.until : 'days' in retention ? retention.field : undefined
  if (field && !/^(timestamp|date)/.test(find(field)?.type ?? '')) mistakes.push(`the retention of ${table} counts from ${field}, which is no moment.`)
  if (typeof retention !== 'string' && 'days' in retention && !(retention.days > 0)) mistakes.push(`the retention of ${table} has no days.`)
  if (retention === 'account' && !subjectColumn) mistakes.push(`${table} is kept as long as the account, but names no subject column.`)
  if (searchKind !== undefined && !find('id')) mistakes.push(`${table} is found under "${searchKind}" by its id, but has no id.`)
  if (erasure === 'empty') mistakes.push(...columns.filter((column) => find(column)?.nullable === false).map((column) => `${table}.${column} cannot be emptied, because it must not be null.`))
  return mistakes
}

/** Tables in an order in which rows may be deleted: those that point at others first. */
export function deletionOrder(catalogue: Catalogue, tables: readonly string[]): string[] {
  const waiting = new Set(tables)
  const ordered: string[] = []
  while (waiting.size > 0) {
    const free = [...waiting].filter((table) => !catalogue.references.some(({ from, to }) => to === table && from !== table && waiting.has(from)))
    const next = free.length > 0 ? free : [...waiting] // a circle: any order, deferred keys are the room's own business
    for (const table of next) {
      waiting.delete(table)
      ordered.push(table)
    }
  }
  return ordered
}
