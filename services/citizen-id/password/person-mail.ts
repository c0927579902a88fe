import type { Platform, UnitOfWork } from '@modellregion/kernel'
import type { Person } from '../person/schema.ts'

/** Tells a person what has changed about signing in, when there is a confirmed address to tell it to. */
export async function tellPerson(db: UnitOfWork, mailer: Platform['mailer'], { email, emailVerifiedAt }: Pick<Person, 'email' | 'emailVerifiedAt'>, letter: { subject: string; text: string }): Promise<void> {
  if (email !== null && emailVerifiedAt !== null) await mailer.send(db, { to: email, ...letter })
}
