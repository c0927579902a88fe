import { randomBytes } from 'node:crypto'
import { audit, type UnitOfWork } from '@modellregion/kernel'
import { findPerson, findPersonByUserName, insertLevelEvent, insertPerson, listPersonsByMail } from '../person/queries.ts'
import type { Person } from '../person/schema.ts'
import { countTry, type Counted } from '../sign-in/attempts.ts'
import { codeHash, newCode, normalCode } from './one-time-code.ts'
import { findRegistration, insertRegistration, savePassword, takeRegistration, tryRegistration } from './queries.ts'
import type { RegisterForm, Registration } from './schema.ts'

const hour = 3_600_000
const mostTries = 10

/** What is made before the unit of work, so that repeating it writes the same rows. */
export type Secrets = { page: string; token: string; code: string }
export const newSecrets = (): Secrets => ({ page: randomBytes(18).toString('base64url'), token: randomBytes(24).toString('base64url'), code: newCode(8) })

const hashes = (id: string, { page, token, code }: Secrets) => ({ pageHash: pageHash(page), tokenHash: tokenHash(token), codeHash: codeHash(normalCode(code), `registration ${id}`) })
const pageHash = (page: string): string => codeHash(page, 'registration-page')
const tokenHash = (token: string): string => codeHash(token, 'registration-link')

export type Beginning = {
  id: string
  secrets: Secrets
  form: RegisterForm
  userNameKey: string
  passwordHash: string
  interaction: string | undefined
  /** Letters to one address are limited; the page says the same either way. */
  letters: readonly Counted[]
}

/** Letter to be sent; `known` are sign-in names that this address has confirmed before. Only the mailbox learns of them. */
export type Letter = { to: string; known: readonly string[] }

/** Keeps what somebody has told for an hour. Nobody becomes a person by it. Returns the letter to write; undefined when the address got too many. */
export async function beginRegistration(db: UnitOfWork, { id, secrets, form, userNameKey, passwordHash, interaction, letters }: Beginning): Promise<Letter | undefined> {
  const known = await listPersonsByMail(db, form.email)
  await insertRegistration(db, { id, ...hashes(id, secrets), ...form, userNameKey, passwordHash, interaction: interaction ?? null, expiresAt: new Date(db.now.getTime() + hour) })
  if ((await countTry(db, letters)) > 0) return undefined
  return { to: form.email, known: known.flatMap(({ userName }) => (userName === null ? [] : [userName])) }
}

export type Confirmed = { outcome: 'made'; personId: string; userName: string; interaction: string | null } | { outcome: 'gone' | 'wrong' | 'used-up' | 'taken' }

/** Confirms by the code of the letter, typed on the page that waits for it. */
export async function confirmByCode(db: UnitOfWork, page: string, code: string): Promise<Confirmed> {
  const registration = await findRegistration(db, { pageHash: pageHash(page) })
  if (!registration) return { outcome: 'gone' }
  const fits = codeHash(normalCode(code), `registration ${registration.id}`) === registration.codeHash
  if ((await tryRegistration(db, registration.id, mostTries)) === 0) return fits && (await findPerson(db, registration.id)) ? madeOf(registration) : { outcome: 'used-up' } // a button pressed twice: the first press has made the person
  if (!fits) return { outcome: 'wrong' }
  return await makePerson(db, registration)
}

/** Confirms by the link of the letter. */
export async function confirmByLink(db: UnitOfWork, token: string): Promise<Confirmed> {
  const registration = await findByLink(db, token)
  return registration ? await makePerson(db, registration) : { outcome: 'gone' }
}

export const findByLink = (db: UnitOfWork, token: string): Promise<Registration | undefined> => findRegistration(db, { tokenHash: tokenHash(token) })
export const findByPage = (db: UnitOfWork, page: string): Promise<Registration | undefined> => findRegistration(db, { pageHash: pageHash(page) })

/**
 * The moment in which a person comes to be: person, password, level and audit in one unit of work, and the registration is gone. A process that dies in
 * between leaves the registration as it was. The person's id is the registration's, so a second confirmation finds it done.
 */
export async function makePerson(db: UnitOfWork, { id, givenNames, familyName, email, userName, userNameKey, passwordHash, interaction }: Registration): Promise<Confirmed> {
  const made = await insertPerson(db, { id, userName, userNameKey, givenNames, familyName, email, emailVerified: true, proofedLevel: 'low', proofedBy: 'registration' })
  if (made === 0) {
    if (await findPerson(db, id)) return madeOf({ id, userName, interaction })
    const namesake = await findPersonByUserName(db, userNameKey)
    if (!namesake) throw new Error('A person was neither written nor found.')
    if (!isSameTelling(namesake, { givenNames, familyName, email }, db.now)) return { outcome: 'taken' }
    await takeRegistration(db, id)
    return madeOf({ id: namesake.id, userName, interaction })
  }
  await savePassword(db, id, passwordHash)
  await insertLevelEvent(db, { id, personId: id, level: 'low', cause: 'registered' })
  await takeRegistration(db, id)
  await audit(db, { action: 'person.register', subject: `person/${id}` })
  return madeOf({ id, userName, interaction })
}

const madeOf = ({ id, userName, interaction }: Pick<Registration, 'id' | 'userName' | 'interaction'>): Confirmed => ({ outcome: 'made', personId: id, userName, interaction })

// A form sent twice, or filled in in two tabs: the second letter has reached the mailbox that the same person has confirmed a moment ago.
function isSameTelling(known: Person, told: Pick<Registration, 'givenNames' | 'familyName' | 'email'>, now: Date): boolean {
  if (known.givenNames !== told.givenNames || known.familyName !== told.familyName) return false // people share mailboxes
  return known.emailVerifiedAt !== null && known.email?.toLowerCase() === told.email.toLowerCase() && now.getTime() - known.createdAt.getTime() < hour
}

