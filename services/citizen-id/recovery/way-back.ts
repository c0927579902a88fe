import { randomBytes } from 'node:crypto'
import { audit, newId, type UnitOfWork } from '@modellregion/kernel'
import { codeHash, normalCode } from '../password/one-time-code.ts'
import { deleteTotp, replaceRecoveryCodes, savePassword } from '../password/queries.ts'
import { insertLevelEvent } from '../person/queries.ts'
import { bindRecovery, countCodeTry, endRecoveries, insertRecovery, listCodeCases, useCase, withdrawEverything } from './queries.ts'
import { browserLasts, isCodeOpen, letterLasts } from './rules.ts'
import type { Recovery } from './schema.ts'

export const newToken = (): string => randomBytes(24).toString('base64url')
export const linkHash = (token: string): string => codeHash(token, 'recovery-link')
export const browserHash = (token: string): string => codeHash(token, 'recovery-browser')
export const counterHash = (code: string, caseId: string): string => codeHash(normalCode(code), `counter ${caseId}`)

/** A link for the letter; the letters before it lose theirs only when a new password is set. */
export const openByMail = (db: UnitOfWork, personId: string, token: string): Promise<number> =>
  insertRecovery(db, { tokenHash: linkHash(token), personId, source: 'mail', caseId: null, browserHash: null, expiresAt: new Date(db.now.getTime() + letterLasts) })

/** The link was used: from now on the way back belongs to this browser. False when another one was first. */
export const takeLink = async (db: UnitOfWork, token: string, browser: string): Promise<boolean> =>
  (await bindRecovery(db, linkHash(token), browserHash(browser), new Date(db.now.getTime() + browserLasts))) > 0

/** The code of the counter was typed. Every open case of the person loses a try by a wrong one. */
export async function takeCode(db: UnitOfWork, personId: string, code: string, browser: string): Promise<boolean> {
  for (const found of await listCodeCases(db, personId)) {
    if (!isCodeOpen(found, db.now)) continue
    if (counterHash(code, found.id) === found.codeHash) {
      await useCase(db, found.id)
      const expiresAt = new Date(db.now.getTime() + browserLasts)
      await insertRecovery(db, { tokenHash: codeHash(browser, 'recovery-case'), personId, source: 'counter', caseId: found.id, browserHash: browserHash(browser), expiresAt })
      return true
    }
    await countCodeTry(db, found.id)
  }
  return false
}

/**
 * A new password. By mail it changes the password alone: a second factor still has to be shown, and keys keep what they have, because a password is
 * "low" whatever they are. At the counter everything from before ends. Neither raises a level.
 */
export async function setPasswordAnew(db: UnitOfWork, { personId, source }: Pick<Recovery, 'personId' | 'source'>, hash: string, eventId: string = newId(db.now)): Promise<void> {
  await savePassword(db, personId, hash)
  if (source === 'counter') {
    await deleteTotp(db, personId)
    await replaceRecoveryCodes(db, personId, [])
    await withdrawEverything(db, personId)
  }
  await insertLevelEvent(db, { id: eventId, personId, level: 'low', cause: 'recovered' })
  await endRecoveries(db, personId)
  await audit(db, { action: 'password.recover', subject: `person/${personId}`, detail: { source } })
}
