import { demoAccountId, demoPeople, ensureDemoPerson, sql, type UnitOfWork } from '@modellregion/kernel'
import type { Town } from '@modellregion/testing'
import { demoPeople as ownPeople } from '../../demo/people.ts'
import { putMember, type Capacity } from '../../organisation/queries.ts'
import { issueToken } from '../../token/issue.ts'
import type { Scope } from '../../token/schema.ts'

export type Record_ = { readonly [key: string]: unknown; readonly id: string; readonly name: string }
type Envelope = { success: boolean; result?: unknown; error?: { __type: string; message?: string } & Record<string, unknown>; changed_entities?: Record<string, string[]>; findings?: { code: string }[] }

/** A refusal as clients see it. */
export class CkanRefusal extends Error {
  readonly type: string
  readonly status: number
  readonly detail: Readonly<Record<string, unknown>>
  constructor(status: number, error: NonNullable<Envelope['error']>) {
    super(`${status} ${JSON.stringify(error)}`)
    this.type = error.__type
    this.status = status
    this.detail = error
  }
}

/** Calls as ckanapi's RemoteCKAN does: POST to the unversioned address, the key in both headers, redirects refused, files as multipart with texts only. */
export function ckanClient(address: string, key?: string) {
  const ask = async (action: string, body: BodyInit, type?: string): Promise<Envelope> => {
    const headers = { 'user-agent': 'ckanapi/4.8 (+https://github.com/ckan/ckanapi)', ...(type && { 'content-type': type }), ...(key !== undefined && { 'x-ckan-api-key': key, authorization: key }) }
    const response = await fetch(`${address}/api/action/${action}`, { method: 'POST', redirect: 'error', headers, body })
    const parsed = JSON.parse(await response.text()) as Envelope | string
    if (typeof parsed === 'string') throw new CkanRefusal(response.status, { __type: parsed })
    if (!parsed.success) throw new CkanRefusal(response.status, parsed.error ?? { __type: '' })
    return parsed
  }
  const whole = (action: string, parameters: object = {}) => ask(action, JSON.stringify(parameters), 'application/json')
  const call = async <T = Record_>(action: string, parameters: object = {}): Promise<T> => (await whole(action, parameters)).result as T // the caller names the type of the result
  const upload = async <T = Record_>(action: string, parameters: Readonly<Record<string, string>>, field: string, file: File): Promise<T> => {
    const form = new FormData()
    for (const [name, value] of Object.entries(parameters)) form.set(name, value)
    form.set(field, file)
    return (await ask(action, form)).result as T
  }
  return { call, upload, whole, dump: (kind: Kind, only?: RegExp) => dump(call, kind, only), load: (kind: Kind, records: readonly Record_[]) => load(call, kind, records), remove: (kind: Kind, ids: readonly string[]) => remove(call, kind, ids) }
}
export type CkanClient = ReturnType<typeof ckanClient>

type Kind = 'datasets' | 'organizations' | 'groups'
type Call = <T = Record_>(action: string, parameters?: object) => Promise<T>
const nouns: Readonly<Record<Kind, string>> = { datasets: 'package', organizations: 'organization', groups: 'group' }

// `ckanapi dump KIND --all`, or with the names of some: the list, then each one by name.
async function dump(call: Call, kind: Kind, only = /./): Promise<Record_[]> {
  const noun = nouns[kind]
  const names = (await call<string[]>(`${noun}_list`, {})).filter((name) => only.test(name))
  const records: Record_[] = []
  for (const id of names) records.push(await call(`${noun}_show`, { id, include_datasets: false, include_password_hash: true, include_users: false }))
  return records
}

// `ckanapi load KIND`: looks for each by id, then by name, and updates or creates it.
async function load(call: Call, kind: Kind, records: readonly Record_[]): Promise<Record<'create' | 'update', number>> {
  const noun = nouns[kind]
  const done = { create: 0, update: 0 }
  const find = async (id: string) => {
    try {
      return await call(`${noun}_show`, { id, include_datasets: false, include_password_hash: true, include_users: true })
    } catch (error) {
      if (error instanceof CkanRefusal && error.type === 'Not Found Error') return undefined
      throw error
    }
  }
  for (const record of records) {
    const existing = (await find(record.id)) ?? (await find(record.name))
    const users = existing && kind !== 'datasets' && !('users' in record) && 'users' in existing ? { users: existing['users'] } : {}
    await call(`${noun}_${existing ? 'update' : 'create'}`, existing ? { ...record, ...users, id: existing.id } : record)
    done[existing ? 'update' : 'create']++
  }
  return done
}

// `ckanapi delete KIND`.
async function remove(call: Call, kind: Kind, ids: readonly string[]): Promise<void> {
  for (const id of ids) await call(`${nouns[kind]}_delete`, { id })
}

/** What the tests prepare in a town: keys for its demonstration people, and where these belong. */
export function keysOf(town: Town, tenant = 'aachen') {
  const { platform } = town.running
  const unit = <T>(service: string, work: (db: UnitOfWork) => Promise<T>): Promise<T> => platform.database.unit({ tenant, service, access: 'write', now: platform.now() }, work)
  return {
    unit,
    key: async (person: string, scope: Scope, organisations: readonly string[] = []): Promise<string> => {
      const known = [...demoPeople, ...ownPeople].find(({ key }) => key === person)
      if (!known) throw new Error(`There is no ${person}.`)
      const { id } = await unit('platform', (db) => ensureDemoPerson(db, known))
      const issued = await unit('open-data', (db) => issueToken(db, { accountId: id, title: 'test', scope, organisations, days: 30 }))
      if (!issued.ok) throw new Error(issued.code)
      return issued.secret
    },
    join: (person: string, organisationId: string, capacity: Capacity) => unit('open-data', (db) => putMember(db, organisationId, demoAccountId(tenant, person), capacity)),
    count: async (table: string): Promise<number> => (await unit('open-data', (db) => db.one(sql<{ n: number }>`select count(*) as n from ${sql.table(table)} where tenant_id = ${db.tenant}`))).n,
  }
}
