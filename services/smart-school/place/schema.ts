import type { ThingKind } from '../store/schema.ts'

/** Forms of school in North Rhine-Westphalia (§§ 11 to 22 SchulG NRW), as codes of `school.form`. The words stand under `place.form.*`. */
export const schoolForms = ['grundschule', 'hauptschule', 'realschule', 'sekundarschule', 'gesamtschule', 'gymnasium', 'berufskolleg', 'foerderschule', 'weiterbildungskolleg'] as const
export type SchoolForm = (typeof schoolForms)[number]
export const isSchoolForm = (word: string): word is SchoolForm => (schoolForms as readonly string[]).includes(word)

/** What a room is used for: decides what its values are compared with. */
export const roomUses = ['class', 'science', 'workshop', 'staff', 'office', 'gym', 'corridor', 'canteen', 'technical'] as const
export type RoomUse = (typeof roomUses)[number]

/** Kinds that people create below a school, and below what each may stand. */
export const placedBelow: Readonly<Record<Exclude<ThingKind, 'school'>, readonly ThingKind[]>> = {
  building: ['school'],
  floor: ['building'],
  room: ['floor', 'building'],
  outdoor: ['school'],
  'meter-point': ['school', 'building', 'room'],
  'outlet-group': ['building', 'floor', 'room'],
}
export const placedKinds = ['building', 'floor', 'room', 'outdoor', 'meter-point', 'outlet-group'] as const satisfies readonly Exclude<ThingKind, 'school'>[]
export type PlacedKind = (typeof placedKinds)[number]

/** What a meter counts, and the unit of its register. */
export const meterQuantities = ['heat', 'electricity', 'gas', 'water'] as const
export type MeterQuantity = (typeof meterQuantities)[number]
export const meterUnits: Readonly<Record<MeterQuantity, 'kWh' | 'm3'>> = { heat: 'kWh', electricity: 'kWh', gas: 'm3', water: 'm3' }

/** `properties` of a thing of kind room. */
export type RoomProperties = {
  readonly use?: RoomUse
  /** Short name as on the door: `104`. */
  readonly code?: string
  readonly areaM2?: number
  readonly volumeM3?: number
  readonly seats?: number
  /** Single values that tell who was there are shown to nobody. */
  readonly sealed?: boolean
  /** Why a staff room is not sealed; others need no reason. */
  readonly openReason?: string
}

/** `properties` of a thing of kind meter-point. */
export type MeterPointProperties = { readonly quantity: MeterQuantity; readonly unit: 'kWh' | 'm3'; readonly code?: string; readonly serial?: string }
/** `properties` of a thing of kind outlet-group: taps and showers that are flushed together. */
export type OutletProperties = { readonly outlets: number; readonly warm: boolean; readonly code?: string }
