import { demoAccountId, openDatabase, openPool, type UnitOfWork } from '@modellregion/kernel'
import { beginning, hire, newPerson, type Talk, type TestConfidant } from '../../services/help-chat/thread/parties-for-tests.ts'
import { lookupHash } from '../../services/help-chat/thread/lookup.ts'
import { tenant } from '../../services/help-chat/thread/server-for-tests.ts'
import { startCase } from '../../services/help-chat/thread/start.ts'
import type { Server } from './server.ts'

export type Parties = { readonly vera: TestConfidant; readonly viktor: TestConfidant; readonly yasemin: TestConfidant }
export type Case = { readonly talk: Talk; readonly authorization: string }

/** A second door to the server's database: what a load needs is made without the server's help. */
export function openBack({ appUrl }: Server) {
  const database = openDatabase(openPool(appUrl, { name: 'load', size: 3 }), new Set(['help-chat', 'platform']))
  const unit = <T>(work: (db: UnitOfWork) => Promise<T>): Promise<T> => database.unit({ tenant, service: 'help-chat', access: 'write', now: new Date() }, work)
  return { database, unit }
}

export async function hireAll(unit: ReturnType<typeof openBack>['unit']): Promise<Parties> {
  const one = (key: string) => unit((db) => hire(db, { accountId: demoAccountId(tenant, key) }))
  return { vera: await one('vera'), viktor: await one('viktor'), yasemin: await one('yasemin') }
}

const noWork = { challenge: { salt: '', difficulty: 4, expires: 0, signature: '' }, solution: [] }

/** A case that begins without work. */
export async function beginBehind({ database, unit }: ReturnType<typeof openBack>, readers: readonly TestConfidant[], holders: readonly TestConfidant[] = []): Promise<Case> {
  const person = await newPerson()
  const { body, talk } = await beginning(tenant, person, noWork, { readers, holders, threshold: holders.length > 1 ? 2 : 0 })
  const hash = await lookupHash({ database, now: () => new Date() }, tenant, person.lookup)
  const spent = { hash: Buffer.from(crypto.getRandomValues(new Uint8Array(32))), expiresAt: new Date() }
  const started = await unit((db) => startCase(db, body, hash, spent))
  if ('refusal' in started) throw new Error(`A case did not begin: ${started.refusal.code}.`)
  return { talk, authorization: `Case ${person.lookup}` }
}
