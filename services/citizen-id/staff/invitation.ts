import { createHash, randomBytes } from 'node:crypto'
import { audit, speak, type Platform, type Tenant, type UnitOfWork } from '@modellregion/kernel'
import { words } from '../locales/index.ts'
import { homeOf } from '../provider/instances.ts'
import { endInvitationsOf, findInvitation, insertInvitation, markInvitationUsed } from './queries.ts'
import type { Invitation } from './schema.ts'

const day = 86_400_000
/** How long an invitation can be used. */
export const invitationTerm = 7 * day

const hashOf = (code: string): string => createHash('sha256').update(code).digest('base64url')

/** Sends a person the one-time link that leads to setting up a passkey, and to nothing else. It goes to the person only, so that nobody who invites can use it. */
export async function invite(db: UnitOfWork, platform: Platform, town: Tenant, person: { personId: string; name: string; email: string }): Promise<void> {
  const code = randomBytes(32).toString('base64url')
  const expiresAt = new Date(db.now.getTime() + invitationTerm)
  await endInvitationsOf(db, person.personId)
  await insertInvitation(db, { codeHash: hashOf(code), personId: person.personId, expiresAt })
  const t = speak(words, { locale: 'de', form: town.addressForm, gender: town.gender, overrides: town.words })
  const link = `${homeOf(platform, town)}/citizen-id/invitation/${code}`
  await platform.mailer.send(db, { to: person.email, subject: t('staff.invitation-subject', { town: town.name }), text: t('staff.invitation-mail', { name: person.name, town: town.name, link, until: expiresAt }) })
  await audit(db, { action: 'staff.invite', subject: `account/${person.personId}` })
}

const looksLikeCode = (code: string): boolean => /^[\w-]{43}$/.test(code)

/** Whom an unused invitation is for. Undefined when it is over, used or unknown; nobody learns which. */
export const openInvitation = async (db: UnitOfWork, code: string): Promise<Invitation | undefined> => (looksLikeCode(code) ? await findInvitation(db, hashOf(code)) : undefined)

/** Uses it up, in the same transaction in which the key is written. False when it is over or somebody was faster. */
export async function useInvitation(db: UnitOfWork, code: string): Promise<boolean> {
  return looksLikeCode(code) && (await markInvitationUsed(db, hashOf(code))) > 0
}
