import type { AddressForm, GenderPolicy, Locale } from '../i18n/index.ts'

/** Five values make a town's look; lightness is fixed by the design system, so no town can become unreadable. */
export type Brand = {
  /** Hue of the brand colour, degrees in OKLCH. */
  h: number
  /** Chroma of the brand colour, 0 to 0.16. */
  c: number
  accentH: number
  accentC: number
  /** Corner radius in pixels. */
  radius: number
  /** Name of a mark and a motif: one of the shipped ones, or the hash of an uploaded SVG. */
  mark: string
  motif: string
}

export type TownContact = {
  office: string
  address: string
  hours: string
  phone: string
  mail: string
  /** Responsible in the sense of § 5 DDG. */
  responsible: string
  /** Data protection officer's mailbox. */
  dataProtection: string
}

/** A municipality that uses this installation. */
export type Tenant = {
  id: string
  /** How the town calls itself: Stadt, Gemeinde, Hafenstadt. */
  kind: string
  name: string
  /** Amtlicher Gemeindeschlüssel, 8 digits. */
  ags: string
  postcodes: string[]
  locales: Locale[]
  addressForm: AddressForm
  gender: GenderPolicy
  brand: Brand
  contact: TownContact
  /** Ids of the enabled services. */
  services: string[]
  /** Brand names of services, such as "Anlauf!" for help-chat. */
  serviceNames: Record<string, string>
  /** Texts the town words differently, by key. */
  words: Record<string, string>
  /** An invented town of the demonstration region. */
  invented: boolean
  hosts: string[]
}
