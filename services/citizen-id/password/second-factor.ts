import type { Ask, Platform, Seal, UnitOfWork } from '@modellregion/kernel'
import { openSeal } from '../provider/seal.ts'
import { bucketsOf, countTry, forgive } from '../sign-in/attempts.ts'
import { serviceSecret } from '../sign-in/secret.ts'
import { codeHash, newCode, normalCode } from './one-time-code.ts'
import { findTotp, replaceRecoveryCodes, useRecoveryCode, useTotpStep } from './queries.ts'
import { isOutOfTime, stepOfTotp } from './totp.ts'

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

export type Second = { outcome: 'right' } | { outcome: 'wrong' } | /** Right for another time. */ { outcome: 'out-of-time' } | { outcome: 'wait'; seconds: number }

/** Checks the second factor: a code of the app or a recovery code, each good once. Tries are counted before they are made. */
export async function trySecondFactor(ask: Pick<Ask, 'write' | 'platform' | 'tenant'>, personId: string, typed: string): Promise<Second> {
  const [secret, seal] = await Promise.all([serviceSecret(ask.platform), totpSeal(ask.platform)])
  const buckets = bucketsOf(secret, ask.tenant.id, [{ limit: 'code', of: personId }])
  return await ask.write(async (db) => {
    const seconds = await countTry(db, buckets)
    if (seconds > 0) return { outcome: 'wait', seconds }
    const outcome = await compare(db, seal, personId, typed)
    if (outcome === 'right') await forgive(db, buckets)
    return { outcome }
  })
}

async function compare(db: UnitOfWork, seal: Seal, personId: string, typed: string): Promise<'right' | 'wrong' | 'out-of-time'> {
  const totp = await findTotp(db, personId)
  if (!totp?.confirmedAt) return 'wrong'
  const secret = seal.open(totp.sealed, totpContext(db.tenant, personId))
  const step = stepOfTotp(secret, typed, db.now, totp.lastStep)
  const used = step === undefined ? await useRecoveryCode(db, personId, hashOf(typed, personId)) : await useTotpStep(db, personId, step)
  if (used > 0) return 'right'
  return isOutOfTime(secret, typed, db.now) ? 'out-of-time' : 'wrong'
}

