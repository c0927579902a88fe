import type { ImportedLine, ImportWish, PeopleImport } from '@modellregion/contracts'
import { audit, newId, speak, type Platform, type Tenant, type UnitOfWork } from '@modellregion/kernel'
import { add, instantAt, localDate } from '@modellregion/standards'
import { lower } from '../level/rules.ts'
import { words } from '../locales/index.ts'
import { userNameKey } from '../password/user-name.ts'
import { findPersonByUserName, insertLevelEvent, insertPerson, listPersonsByMail } from '../person/queries.ts'
import { homeOf } from '../provider/instances.ts'
import { readList, type Listed } from './read-list.ts'

const atOnce = 200

/** A proof that comes with a list is believed for so long at most. */
export const trustedMonths = 6

/**
 * Takes people over from an earlier account system. May be repeated: whoever is there already stays as they are.
 *
 * Levels begin at low, whatever the list says: a file proves nobody, and whoever opens the mailbox gets into the account.
 * `trustLevel` is for an operator who has the proofs of the earlier system: up to substantial (high is the card itself), for six
 * months. Even then a password stays low; a device must be lifted by a proof before it counts more.
 */
export const importPeople: PeopleImport<Platform, Tenant> = async (platform, town, text, wish) => {
  const { people, refused } = readList(text)
  const lines: ImportedLine[] = refused.map(({ line, reason }) => ({ line, outcome: 'refused', reason }))
  const now = platform.now()
  for (let at = 0; at < people.length; at += atOnce) {
    const lot = people.slice(at, at + atOnce)
    const entry = { tenant: town.id, service: 'citizen-id', access: wish.dryRun ? ('read' as const) : ('write' as const), now }
    lines.push(...(await platform.database.unit(entry, (db) => takeLot(db, platform, town, lot, wish))))
  }
  lines.sort((a, b) => a.line - b.line)
  if (!wish.dryRun) await record(platform, town, lines, now)
  return lines
}

async function takeLot(db: UnitOfWork, platform: Platform, town: Tenant, lot: readonly Listed[], wish: ImportWish): Promise<ImportedLine[]> {
  const lines: ImportedLine[] = []
  for (const person of lot) lines.push(await take(db, platform, town, person, wish))
  return lines
}

async function take(db: UnitOfWork, platform: Platform, town: Tenant, { line, givenNames, familyName, email, userName, claimed }: Listed, wish: ImportWish): Promise<ImportedLine> {
  const same = (await listPersonsByMail(db, email)).some((known) => `${known.givenNames} ${known.familyName}`.toLowerCase() === `${givenNames} ${familyName}`.toLowerCase())
  if (same) return { line, outcome: 'known' }
  const key = userName === '' ? undefined : userNameKey(userName)
  if (key !== undefined && (await findPersonByUserName(db, key))) return { line, outcome: 'refused', reason: 'user-name-taken' }
  const taken = wish.trustLevel ? (lower(claimed, 'substantial') as 'low' | 'substantial') : 'low'
  if (wish.dryRun) return { line, outcome: 'new', claimed, taken }
  const id = newId(db.now)
  const until = taken === 'low' ? null : instantAt(add(localDate(db.now), { months: trustedMonths }))
  await insertPerson(db, { id, givenNames, familyName, email, emailVerified: true, ...(key !== undefined && { userName, userNameKey: key }), proofedLevel: taken, proofedBy: 'migration', ...(until && { proofedUntil: until }) })
  await insertLevelEvent(db, { id: newId(db.now), personId: id, level: taken, cause: 'migrated', until })
  if (wish.invite) await invite(db, platform, town, { givenNames, familyName, email })
  return { line, outcome: 'new', claimed, taken }
}

// No secret in the letter: the page it names sends a link of its own to the same address, good for one use.
async function invite(db: UnitOfWork, platform: Platform, town: Tenant, { givenNames, familyName, email }: Pick<Listed, 'givenNames' | 'familyName' | 'email'>): Promise<void> {
  const t = speak(words, { locale: 'de', form: town.addressForm, gender: town.gender, overrides: town.words })
  const text = t('cockpit.mail-moved', { name: `${givenNames} ${familyName}`.trim(), town: `${town.kind} ${town.name}`, link: `${homeOf(platform, town)}/citizen-id/recover` })
  await platform.mailer.send(db, { to: email, subject: t('cockpit.mail-moved-subject'), text })
}

async function record(platform: Platform, town: Tenant, lines: readonly ImportedLine[], now: Date): Promise<void> {
  const count = (wanted: ImportedLine['outcome']) => lines.filter(({ outcome }) => outcome === wanted).length
  const detail = { new: count('new'), known: count('known'), refused: count('refused') }
  await platform.database.unit({ tenant: town.id, service: 'citizen-id', access: 'write', now }, (db) => audit(db, { action: 'people.import', subject: `town/${town.id}`, detail }))
}
