import { objectsIn, textIn, textsIn, type Loose } from '../ckan/loose.ts'
import { extra } from './package.ts'

/** Roles that publish, the nearest first (ISO 19115-1, CI_RoleCode, which OGC 20-004r1 names for contacts). */
const publishing = ['publisher', 'owner', 'custodian', 'resourceprovider', 'distributor', 'pointofcontact']
const answering = ['pointofcontact', 'contact', 'publisher', 'custodian', 'owner', 'distributor']

/** Who publishes, as extras of a package; nothing when no contact of such a role names an organisation. */
export function publisherIn(properties: Loose) {
  const contact = nearest(objectsIn(properties, 'contacts').filter((one) => textIn(one, 'organization') !== undefined), publishing)
  if (!contact) return []
  return [...extra('publisher_name', textIn(contact, 'organization')), ...extra('publisher_email', valueIn(contact, 'emails')), ...extra('publisher_url', linkIn(contact))]
}

/** Whom readers may ask, as extras of a package. The office comes before the person: people change, and need not stand in a catalogue. */
export function contactIn(properties: Loose) {
  const contacts = objectsIn(properties, 'contacts')
  const contact = nearest(contacts, answering) ?? contacts[0]
  if (!contact) return []
  return [
    ...extra('contact_name', textIn(contact, 'organization', 'position', 'name')),
    ...extra('contact_email', valueIn(contact, 'emails')),
    ...extra('contact_telephone', valueIn(contact, 'phones')),
    ...extra('contact_url', linkIn(contact)),
  ]
}

function nearest(contacts: readonly Loose[], roles: readonly string[]): Loose | undefined {
  const rolesOf = (contact: Loose) => textsIn(contact, 'roles').map((role) => role.toLowerCase())
  for (const role of roles) {
    const found = contacts.find((contact) => rolesOf(contact).includes(role))
    if (found) return found
  }
  return undefined
}

const valueIn = (contact: Loose, key: string): string | undefined => textIn(objectsIn(contact, key)[0] ?? {}, 'value') ?? textsIn(contact, key)[0]
const linkIn = (contact: Loose): string | undefined => textIn(objectsIn(contact, 'links')[0] ?? {}, 'href')
