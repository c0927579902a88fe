import { type Ask, type Platform, type UnitOfWork } from '@modellregion/kernel'
import { openSeal, type Seal } from '../provider/seal.ts'
import { bucketsOf, countTry, forgive } from '../sign-in/attempts.ts'
import { serviceSecret } from '../sign-in/secret.ts'
import { codeHash, newCode, normalCode } from './one-time-code.ts'
import { findTotp, replaceRecoveryCodes, useRecoveryCode, useTotpStep } from './queries.ts'
import { stepOfTotp } from './totp.ts'

const codes = 10

export const totpSeal = (platform: Platform): Promise<Seal> => openSeal(platform, 'totp')
/** A secret moved to another person or town does not open. */
export const totpContext = (tenant: string, personId: string): string => `${tenant} ${personId}`

/** Ten fresh recovery codes in place of the old ones; shown once, stored as hashes. */
export async function renewRecoveryCodes(db: UnitOfWork, personId: string, fresh: readonly string[]): Promise<void> {
  await replaceRecoveryCodes(db, personId, fresh.map((code) => hashOf(code, personId)))
}
export const newRecoveryCodes = (): string[] => Array.from({ length: codes }, () => newCode(16))

const hashOf = (code: string, personId: string): string => codeHash(normalCode(code), `recovery-code ${personId}`)

export type Second = { outcome: 'right' } | { outcome: 'wrong' } | { outcome: 'wait'; seconds: number }

/** Checks the second factor: a code of the app or a recovery code, each good once. Tries are counted before they are made. */
export async function trySecondFactor(ask: Pick<Ask, 'write' | 'platform' | 'tenant'>, personId: string, typed: string): Promise<Second> {
  const [secret, seal] = await Promise.all([serviceSecret(ask.platform), totpSeal(ask.platform)])
  const buckets = bucketsOf(secret, ask.tenant.id, [{ limit: 'code', of: personId }])
  return await ask.write(async (db) => {
    const seconds = await countTry(db, buckets)
    if (seconds > 0) return { outcome: 'wait', seconds }
    if (!(await fits(db, seal, personId, typed))) return { outcome: 'wrong' }
    await forgive(db, buckets)
    return { outcome: 'right' }
  })
}

async function fits(db: UnitOfWork, seal: Seal, personId: string, typed: string): Promise<boolean> {
  const totp = await findTotp(db, personId)
  if (!totp?.confirmedAt) return false
  const step = stepOfTotp(seal.open(totp.sealed, totpContext(db.tenant, personId)), typed, db.now, totp.lastStep)
  if (step !== undefined) return (await useTotpStep(db, personId, step)) > 0
  return (await useRecoveryCode(db, personId, hashOf(typed, personId))) > 0
}

