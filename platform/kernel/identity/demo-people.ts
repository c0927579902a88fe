import { createHash } from 'node:crypto'
import type { UnitOfWork } from '../database/index.ts'
import { title, type Title } from '../http/route.ts'
import { kernelWords } from '../locales/index.ts'
import type { LevelOfAssurance, RoleGrant } from './actor.ts'
import { getAccount, insertAccount, type Account } from './queries/account.ts'
import { insertGrant } from './queries/role.ts'

/** A fictional person whom anybody may be in a demonstration. Never exists where `demo` is off. */
export type DemoPerson = {
  /** Short and unique in the installation: part of the address and of the account's id. */
  key: string
  name: string
  /** What the person does, in a few words. */
  does: Title
  roles: readonly RoleGrant[]
  level?: LevelOfAssurance
}

/** Who is there in every demonstration town. Services add the people they need (`demo.people`). */
export const demoPeople: readonly DemoPerson[] = [
  { key: 'mia', name: 'Mia Beispiel', does: title(kernelWords, 'identity.role.citizen'), roles: [{ role: 'citizen' }], level: 'substantial' },
  { key: 'eva', name: 'Eva Muster', does: title(kernelWords, 'identity.role.editor'), roles: [{ role: 'editor' }], level: 'substantial' },
  { key: 'tina', name: 'Tina Rathaus', does: title(kernelWords, 'identity.role.town-admin'), roles: [{ role: 'town-admin' }], level: 'substantial' },
  { key: 'otto', name: 'Otto Betrieb', does: title(kernelWords, 'identity.role.operator'), roles: [{ role: 'operator' }], level: 'high' },
]

/** The same id on every installation, so that demo data can name the person before anybody has signed in as one. */
export function demoAccountId(tenant: string, key: string): string {
  const bytes = createHash('sha256').update(`demo ${tenant} ${key}`).digest().subarray(0, 16)
  bytes[6] = 0x80 | ((bytes[6] ?? 0) & 0x0f) // version 8: made by a rule of our own (RFC 9562, 5.8)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** Makes the account when it is missing. Roles are given once: what an administrator takes away later stays away. */
export async function ensureDemoPerson(db: UnitOfWork, person: DemoPerson): Promise<Account> {
  const id = demoAccountId(db.tenant, person.key)
  const made = await insertAccount(db, { id, name: person.name, email: mailOf(person.name) })
  if (made > 0) for (const { role, organisation } of person.roles) await insertGrant(db, id, { role, organisation })
  return await getAccount(db, id)
}

const mailOf = (name: string): string =>
  `${name.toLowerCase().replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('ß', 'ss').replaceAll(/[^a-z]+/g, '.')}@example.org`
