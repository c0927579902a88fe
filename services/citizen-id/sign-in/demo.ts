import { demoAccountId, ensureDemoPerson, findAccount, NotFound, peopleOf, type Ask, type DemoPerson } from '@modellregion/kernel'
import type { Level } from '../person/schema.ts'
import { insertLevelEvent, insertPerson } from '../person/queries.ts'

type Asks = Pick<Ask, 'platform' | 'tenant' | 'write' | 'now'>

/** The fictional people of a demonstration; nobody elsewhere. */
export const demoPeopleOf = (ask: Pick<Ask, 'platform'>): readonly DemoPerson[] => (ask.platform.config.demo ? peopleOf(ask) : [])

/** Makes the fictional person when missing and says who it is and how surely. @throws NotFound */
export async function demoProof(ask: Asks, key: string): Promise<{ personId: string; method: 'demo'; level: Level }> {
  const person = demoPeopleOf(ask).find((one) => one.key === key)
  if (!person) throw new NotFound()
  const id = demoAccountId(ask.tenant.id, key)
  const { platform, tenant, now } = ask
  const { email } = await platform.database.unit({ tenant: tenant.id, service: 'platform', access: 'write', now }, async (db) => (await findAccount(db, id)) ?? (await ensureDemoPerson(db, person)))
  const [family = '', ...given] = person.name.split(' ').reverse()
  const level = person.level === undefined || person.level === 'none' ? 'low' : person.level
  const fictional = { id, givenNames: given.reverse().join(' '), familyName: family, ...(email !== null && { email, emailVerified: true }), proofedLevel: level, proofedBy: 'demo' as const }
  await ask.write(async (db) => {
    await insertPerson(db, fictional)
    await insertLevelEvent(db, { id, personId: id, level, cause: 'demo' })
  })
  return { personId: id, method: 'demo', level }
}
