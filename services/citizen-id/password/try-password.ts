import type { Ask } from '@modellregion/kernel'
import { findPersonByUserName, listPersonsByMail } from '../person/queries.ts'
import type { Person } from '../person/schema.ts'
import { bucketsOf, countTry, forgive, type Counted, type Limited } from '../sign-in/attempts.ts'
import { knownDevice } from '../sign-in/known-device.ts'
import { serviceSecret } from '../sign-in/secret.ts'
import { hashPassword, Overloaded, verifyPassword } from './hash.ts'
import { findPassword, findTotp, renewPassword } from './queries.ts'
import { isComparable } from './rules.ts'
import { userNameKey } from './user-name.ts'

export type Tried =
  /** Seconds until the next try counts. */
  | { outcome: 'wait'; seconds: number }
  /** Too many at once; nothing was compared. */
  | { outcome: 'busy'; seconds: number }
  /** Name or password; which one is not said. */
  | { outcome: 'wrong' }
  | { outcome: 'locked' }
  | { outcome: 'right'; person: Person; secondFactor: boolean }

type Asks = Pick<Ask, 'write' | 'platform' | 'tenant' | 'headers' | 'network'>

/**
 * Compares a password. Every try is counted before it is made and costs one hash, for names that nobody has as well, so that neither time nor answer
 * tells who has an account.
 */
export async function tryPassword(ask: Asks, name: string, typed: string): Promise<Tried> {
  const [secret, network] = await Promise.all([serviceSecret(ask.platform), ask.network()])
  const { id: tenant } = ask.tenant
  const found = await ask.write(async (db) => {
    const person = await findByName(db, name)
    // One query more for those who exist would be a difference, so the stand-in asks, too.
    const id = person?.id ?? nobody
    const [stored, totp] = [await findPassword(db, id), await findTotp(db, id)]
    const device = knownDevice({ secret, tenant, cookies: ask.headers['cookie'] }, id)
    // A known device does not wait for what others do in its network: half a city may sit behind one address.
    const things: Limited[] = device === undefined ? [{ limit: 'stranger', of: person?.id ?? foldedName(name) }, { limit: 'network', of: network }] : [{ limit: 'device', of: `${id} ${device}` }]
    const buckets = bucketsOf(secret, tenant, things)
    return { person, stored, totp, buckets, wait: await countTry(db, buckets) }
  })
  if (found.wait > 0) return { outcome: 'wait', seconds: found.wait }
  try {
    const { fits, outdated } = await verifyPassword(isComparable(typed) ? typed : '', found.stored?.hash)
    if (!fits || !found.person || !isComparable(typed)) return { outcome: 'wrong' }
    const { person, stored, totp } = found
    const renewed = outdated && stored ? { old: stored.hash, fresh: await hashPassword(typed) } : undefined
    await ask.write(async (db) => {
      await forgive(db, found.buckets)
      if (renewed) await renewPassword(db, person.id, renewed)
    })
    return person.lockedAt === null ? { outcome: 'right', person, secondFactor: totp?.confirmedAt != null } : { outcome: 'locked' }
  } catch (error) {
    if (!(error instanceof Overloaded)) throw error
    await giveBack(ask, found.buckets)
    return { outcome: 'busy', seconds: error.retryAfter }
  }
}

const nobody = '00000000-0000-0000-0000-000000000000'

// What was never compared was no failure.
async function giveBack(ask: Asks, buckets: readonly Counted[]): Promise<void> {
  await ask.write((db) => forgive(db, buckets.map(({ name }) => ({ name, limit: 'network' as const }))))
}

/** By sign-in name, or by a mail address that only one person has. */
export async function findByName(db: Parameters<typeof findPersonByUserName>[0], name: string): Promise<Person | undefined> {
  if (name.includes('@')) {
    const found = await listPersonsByMail(db, name.trim().slice(0, 320))
    return found.length === 1 ? found[0] : undefined
  }
  return await findPersonByUserName(db, userNameKey(name) ?? '')
}

const foldedName = (name: string): string => userNameKey(name) ?? name.normalize('NFKC').trim().toLowerCase().slice(0, 100)
