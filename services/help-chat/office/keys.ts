import { audit, type UnitOfWork } from '@modellregion/kernel'
import { statementHash, verifyStatements } from '../crypto/keys.ts'
import type { KeyStatement, Vault } from '../crypto/schema.ts'
import { insertStatement, listStatements, putVault } from './queries/key.ts'
import type { Confidant } from './schema.ts'

export type KeyRefusal = 'foreign' | 'chain-broken' | 'key-unknown'

/**
 * First keys of a confidant in the town of this unit, new ones, or (with the statement that is known already) only another key phrase. The chain
 * of statements must hold. Each change of keys stands in the audit. Call `sodium()` before the unit of work.
 */
export async function acceptKeys(db: UnitOfWork, confidant: Pick<Confidant, 'id'>, { statement, vault }: { statement: KeyStatement; vault: Vault }): Promise<KeyRefusal | undefined> {
  if (statement.tenant !== db.tenant || statement.confidant !== confidant.id) return 'foreign'
  const known = (await listStatements(db, [confidant.id]))[confidant.id] ?? []
  const isKnown = known.length === statement.n
  if (isKnown && statementHash(statement) !== statementHash(known[statement.n - 1] ?? statement)) return 'key-unknown'
  if (!isKnown && !verifyStatements([...known, statement], db.tenant, confidant.id)) return 'chain-broken'
  if (!isKnown && (await insertStatement(db, statement)) === 0) return 'chain-broken' // another device was quicker
  await putVault(db, confidant.id, vault)
  await audit(db, { action: isKnown ? 'key.lock' : 'key.change', subject: `confidant/${confidant.id}`, detail: { n: statement.n } })
  return undefined
}
