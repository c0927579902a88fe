import { audit } from '../audit/index.ts'
import type { Platform } from '../boot/platform.ts'
import type { Service } from '../boot/service.ts'
import type { UnitOfWork } from '../database/index.ts'
import { deletionOrder, type Catalogue, type CatalogueColumn } from './catalogue.ts'
import { isPersonal, type Personal } from './personal-data.ts'
import { removeRecords } from '../search/index.ts'
import { deleteRowsOf, emptyRowsOf, listColumns, listIdsOf, listReferences, listRowsOf, type Target } from './queries.ts'

export type Disclosed = { service: Service; data: Personal; rows: Record<string, unknown>[] }
type Where = { tenant: string; now: Date; /** Whoever asks for it, for the audit. */ actor?: string }

/** Reads the tables as they are. Run it as service `platform`. */
export async function readCatalogue(db: UnitOfWork): Promise<Catalogue> {
  return { columns: await listColumns(db), references: await listReferences(db) }
}

/** Everything that the services have stored about one person in one town, each read in the service's own role (Art. 15 GDPR). */
export async function discloseAll(platform: Platform, { tenant, now }: Where, accountId: string): Promise<Disclosed[]> {
  const { columns } = await catalogueOf(platform, now)
  const disclosed: Disclosed[] = []
  for (const service of platform.registry.services) {
    const own = aboutPersons(service)
    if (own.length === 0) continue
    const found = await platform.database.unit({ tenant, service: service.id, access: 'read', now }, async (db) => {
      const results: Disclosed[] = []
      for (const data of own) results.push({ service, data, rows: await listRowsOf(db, targetOf(columns, data), data.columns, accountId) })
      return results
    })
    disclosed.push(...found)
  }
  return disclosed
}

/**
 * Erases one person in one town (Art. 17 GDPR): each service in a transaction of its own, the account last. It may be
 * repeated; what has gone is gone. What a law keeps stays. Returns rows by table.
 */
export async function eraseAll(platform: Platform, { tenant, now, actor }: Where, accountId: string): Promise<Record<string, number>> {
  const catalogue = await catalogueOf(platform, now)
  const counts: Record<string, number> = {}
  const ordered = [...platform.registry.services].sort((a, b) => Number(a.id === 'platform') - Number(b.id === 'platform'))
  for (const service of ordered) {
    const own = inOrder(catalogue, aboutPersons(service))
    if (own.length === 0) continue
    const done = await platform.database.unit({ tenant, service: service.id, access: 'write', now, ...(actor && { actor }) }, async (db) => {
      const rows = await eraseIn(db, catalogue.columns, own, accountId)
      if (service.id === 'platform') await audit(db, { action: 'account.erase', subject: `account/${accountId}`, detail: { ...counts, ...rows } })
      return rows
    })
    Object.assign(counts, done)
  }
  return counts
}

async function eraseIn(db: UnitOfWork, columns: readonly CatalogueColumn[], own: readonly Personal[], accountId: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const data of own) {
    if (typeof data.erasure === 'object') continue
    const target = targetOf(columns, data)
    if (data.searchKind !== undefined) await forget(db, data.searchKind, await listIdsOf(db, target, accountId))
    const rows = data.erasure === 'empty' ? await emptyRowsOf(db, target, data.columns, accountId) : await deleteRowsOf(db, target, accountId)
    if (rows > 0) counts[data.table] = rows
  }
  return counts
}

/** Takes rows that are about to go out of the search. */
export const forget = (db: UnitOfWork, kind: string, rows: readonly { id: string }[]): Promise<number> => removeRecords(db, db.service, kind, rows.map(({ id }) => id))

const aboutPersons = (service: Service): Personal[] => service.privacy.filter(isPersonal).filter(({ subjectColumn }) => subjectColumn !== undefined)

function inOrder(catalogue: Catalogue, own: readonly Personal[]): Personal[] {
  const order = deletionOrder(catalogue, [...new Set(own.map(({ table }) => table))])
  return [...own].sort((a, b) => order.indexOf(a.table) - order.indexOf(b.table))
}

function targetOf(columns: readonly CatalogueColumn[], { table, subjectColumn = '' }: Personal): Target {
  const type = columns.find((known) => known.table === table && known.column === subjectColumn)?.type
  if (type === undefined) throw new Error(`${table}.${subjectColumn} does not exist; the start should have been refused.`)
  return { table, subject: { column: subjectColumn, type } }
}

const catalogueOf = (platform: Platform, now: Date): Promise<Catalogue> => platform.database.unit({ tenant: '-', service: 'platform', access: 'read', now }, readCatalogue)
