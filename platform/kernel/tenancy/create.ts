import { checkBrand } from '@modellregion/ui'
import type { Platform } from '../boot/platform.ts'
import { operatorTenant } from './directory.ts'
import { saveTenant } from './queries.ts'
import type { Brand, Tenant, TownContact } from './tenant.ts'

export type NewTown = { id: string; name: string; ags: string; kind: string; hosts: readonly string[]; postcodes?: readonly string[] }
export type Created = { ok: true; tenant: Tenant } | { ok: false; field: 'id' | 'name' | 'ags' | 'hosts' | 'brand'; code: string; reason: string }

/** A calm look for a town that has not chosen its own yet. */
export const plainBrand: Brand = { h: 250, c: 0.06, accentH: 85, accentC: 0.12, radius: 4, mark: 'plain', motif: 'plain' }

/** A new town with every installed service, ready to be asked by its host names. Bad input changes nothing. */
export async function createTenant(platform: Platform, town: NewTown): Promise<Created> {
  const refusal = whyNotCreate(town, platform.directory.all())
  if (refusal) return refusal
  const tenant: Tenant = {
    id: town.id,
    kind: town.kind.trim(),
    name: town.name.trim(),
    ags: town.ags,
    postcodes: [...(town.postcodes ?? [])],
    locales: ['de', 'en', 'de-x-leicht'],
    addressForm: 'sie',
    gender: 'neutral',
    brand: plainBrand,
    contact: emptyContact(town.name.trim()),
    services: platform.registry.services.map((service) => service.id).filter((id) => id !== 'platform'),
    serviceNames: {},
    words: {},
    invented: false,
    hosts: town.hosts.map((host) => host.trim().toLowerCase()).filter(Boolean),
  }
  return await keepTenant(platform, tenant)
}

/** Saves a town after its colours were checked for contrast. */
export async function keepTenant(platform: Platform, tenant: Tenant): Promise<Created> {
  const check = checkBrand(tenant.brand)
  if (!check.ok) return { ok: false, field: 'brand', code: 'admin.town.contrast', reason: 'With these colours some texts could not be read. Choose less chroma.' }
  await platform.database.unit({ tenant: operatorTenant, service: 'platform', access: 'write', now: platform.now() }, (db) => saveTenant(db, tenant))
  await platform.directory.refresh()
  return { ok: true, tenant }
}

/** Pure: what stands against this town, first thing first. */
export function whyNotCreate(town: NewTown, known: readonly Tenant[]): Extract<Created, { ok: false }> | undefined {
  const refuse = (field: 'id' | 'name' | 'ags' | 'hosts', code: string, reason: string) => ({ ok: false as const, field, code: `admin.town.${code}`, reason })
  if (!/^[a-z][a-z0-9-]{1,40}$/.test(town.id)) return refuse('id', 'id-form', `"${town.id}" cannot be an address. Use small letters, digits and hyphens, for example "musterstadt".`)
  if (known.some((tenant) => tenant.id === town.id)) return refuse('id', 'id-taken', `There is already a town "${town.id}". Choose another short name.`)
  if (town.name.trim() === '') return refuse('name', 'name-missing', 'The town needs a name.')
  if (!/^\d{8}$/.test(town.ags)) return refuse('ags', 'ags-form', `"${town.ags}" is no municipality key (AGS). It has 8 digits, for example 05334002.`)
  const foreign = town.hosts.find((host) => known.some((tenant) => tenant.hosts.includes(host.trim().toLowerCase())))
  if (foreign) return refuse('hosts', 'host-taken', `The address ${foreign} belongs to another town.`)
  return undefined
}

const emptyContact = (name: string): TownContact => ({ office: name, address: '', hours: '', phone: '', mail: '', responsible: '', dataProtection: '' })
