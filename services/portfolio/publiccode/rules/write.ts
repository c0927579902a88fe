/** The file of an entry or a service, as text: the keys in the order of the standard. */
import { stringify } from 'yaml'
import type { Publiccode } from '../schema.ts'
import { standard } from './shape.ts'

/** Additions that only the installation knows. `usedBy` are towns that let themselves be named. */
export type Additions = { readonly usedBy?: readonly string[]; readonly url?: string; readonly softwareVersion?: string }

export function complete(publiccode: Publiccode, { usedBy = [], url, softwareVersion }: Additions): Publiccode {
  const users = [...new Set([...(publiccode.usedBy ?? []), ...usedBy])]
  return { ...publiccode, ...(url && { url }), ...(softwareVersion && { softwareVersion }), ...(users.length > 0 && { usedBy: users }) }
}

export function writePubliccode(publiccode: Publiccode): string {
  const order = Object.keys(standard.keys)
  const sorted = Object.fromEntries(Object.entries(publiccode).toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b)))
  return stringify(sorted, { version: '1.2', lineWidth: 100, defaultStringType: 'PLAIN', aliasDuplicateObjects: false })
}
