import { Type, type Static } from 'typebox'
import type { Tenant } from '../tenancy/index.ts'

const short = (limit: number) => Type.Optional(Type.String({ maxLength: limit }))

/** A new town: what the directory needs to answer for it. */
export const NewTownForm = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 100 }),
  kind: Type.String({ minLength: 1, maxLength: 40 }),
  id: Type.String({ minLength: 1, maxLength: 41 }),
  ags: Type.String({ minLength: 1, maxLength: 20 }),
  postcodes: short(1_000),
  hosts: short(2_000),
})

/** What a town says about itself. */
export const TownForm = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 100 }),
  kind: Type.String({ minLength: 1, maxLength: 40 }),
  ags: Type.String({ pattern: '^\\d{8}$' }),
  postcodes: short(1_000),
  hosts: short(2_000),
  locales: Type.Array(Type.Union([Type.Literal('de'), Type.Literal('en'), Type.Literal('de-x-leicht')])),
  addressForm: Type.Union([Type.Literal('sie'), Type.Literal('du')]),
  gender: Type.Union([Type.Literal('neutral'), Type.Literal('pair'), Type.Literal('star'), Type.Literal('colon')]),
  office: short(200),
  address: short(300),
  hours: short(300),
  phone: short(60),
  mail: short(320),
  responsible: short(300),
  dataProtection: short(320),
})
export type TownForm = Static<typeof TownForm>

/** Five values, a mark and a motif. The limits are those of the design system; the contrast is measured besides. */
export const BrandForm = Type.Object({
  h: Type.Number({ minimum: 0, maximum: 360 }),
  c: Type.Number({ minimum: 0, maximum: 0.16 }),
  accentH: Type.Number({ minimum: 0, maximum: 360 }),
  accentC: Type.Number({ minimum: 0, maximum: 0.16 }),
  radius: Type.Integer({ minimum: 0, maximum: 16 }),
  mark: Type.String({ pattern: '^[a-z0-9-]{1,80}$' }),
  motif: Type.String({ pattern: '^[a-z0-9-]{1,80}$' }),
})

/** Words of a text, whatever separates them. */
export const wordsIn = (text: string | undefined): string[] => (text ?? '').split(/[\s,;]+/).filter(Boolean)

/** A DNS name without port or path; a single label such as `localhost` is one too. */
export const isHostName = (host: string): boolean => host.length <= 253 && /^(?!-)[a-z0-9-]{1,63}(?<!-)(\.(?!-)[a-z0-9-]{1,63}(?<!-))*$/i.test(host)

/** The town with its new details. German always stays: every text exists in it. */
export function applyTownForm(tenant: Tenant, form: TownForm): Tenant {
  return {
    ...tenant,
    name: form.name,
    kind: form.kind,
    ags: form.ags,
    postcodes: wordsIn(form.postcodes),
    hosts: wordsIn(form.hosts).map((host) => host.toLowerCase()),
    locales: [...new Set(['de' as const, ...form.locales])],
    addressForm: form.addressForm,
    gender: form.gender,
    contact: {
      office: form.office ?? '',
      address: form.address ?? '',
      hours: form.hours ?? '',
      phone: form.phone ?? '',
      mail: form.mail ?? '',
      responsible: form.responsible ?? '',
      dataProtection: form.dataProtection ?? '',
    },
  }
}

/** Names of the top-level details that differ, for the audit. */
export const changedParts = (before: Tenant, after: Tenant): string[] =>
  (Object.keys(after) as (keyof Tenant)[]).filter((part) => JSON.stringify(before[part]) !== JSON.stringify(after[part])) // Object.keys forgets the keys

/** A short name for the address: "Bad Münstereifel" becomes `bad-muenstereifel`. */
export const shortNameOf = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[^a-z]+|-+$/g, '')
    .slice(0, 41)
