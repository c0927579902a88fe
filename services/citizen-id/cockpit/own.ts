import { seeOther, type Answer, type Ask } from '@modellregion/kernel'
import type { PageT } from '../locales/index.ts'
import { findPerson } from '../person/queries.ts'
import type { Person } from '../person/schema.ts'

/** Does something with the signed-in person. Accounts that come from elsewhere have no identity here: the home says so. */
export async function withPerson<A extends Pick<Ask, 'actor' | 'read'>>(ask: A, work: (person: Person) => Promise<Answer> | Answer): Promise<Answer> {
  const { id } = ask.actor
  const person = id === undefined ? undefined : await ask.read((db) => findPerson(db, id))
  return person ? await work(person) : seeOther('/citizen-id')
}

/** How every page of the cockpit is shown: for this person only, below the home. */
export const framed = (t: PageT, label: string) => ({ frame: 'object' as const, crumbs: [{ label: t('service.title'), href: '/citizen-id' }, { label }], private: true, noindex: true })
