import { readdirSync } from 'node:fs'
import type { Position } from '@modellregion/standards'
import { editDistance } from '../search/repair.ts'
import { findMunicipality } from './municipalities.ts'
import { streetKey } from './place-name.ts'
import { dataFolder, readTable } from './read-table.ts'

export type House = { number: string; postcode: string; position: Position }
export type Street = { name: string; houses: House[] }
export type AddressedTown = { ags: string; name: string; streets: Map<string, Street> }

const file = /^addresses-(\d{8})\.tsv\.gz$/
const towns = new Map<string, AddressedTown>()

/** Keys of the towns whose house addresses are shipped: one file `addresses-<AGS>.tsv.gz` each. */
export const addressedTowns = (): string[] => readdirSync(dataFolder).flatMap((name) => file.exec(name)?.[1] ?? []) // prettier-ignore

/** Streets and houses of one of these towns, read on first use. */
export function addressesOf(ags: string): AddressedTown {
  const known = towns.get(ags)
  if (known) return known
  const streets = new Map<string, Street>()
  for (const row of readTable(`addresses-${ags}.tsv.gz`, '\t')) {
    const name = row['street'] ?? ''
    const street = streets.get(streetKey(name)) ?? { name, houses: [] }
    street.houses.push({ number: (row['housenumber'] ?? '').toLowerCase(), postcode: row['postcode'] ?? '', position: [Number(row['lon']), Number(row['lat'])] })
    streets.set(streetKey(name), street)
  }
  const town = { ags, name: findMunicipality(ags)?.name ?? ags, streets }
  towns.set(ags, town)
  return town
}

/** The street of that name in any spelling, else up to three that are one or two letters away. */
export function matchingStreets(town: AddressedTown, wanted: string): Street[] {
  const key = streetKey(wanted)
  // "Markt 1 Musterstadt": the place stands behind the street without a comma.
  const place = streetKey(town.name)
  const exact = town.streets.get(key) ?? (key.endsWith(place) ? town.streets.get(key.slice(0, -place.length)) : undefined)
  if (exact) return [exact]
  if (key.length < 4) return []
  const most = key.length <= 7 ? 1 : 2
  return [...town.streets]
    .filter(([other]) => Math.abs(other.length - key.length) <= most && other[0] === key[0])
    .map(([other, street]) => ({ street, distance: editDistance(key, other) }))
    .filter(({ distance }) => distance <= most)
    .sort((a, b) => a.distance - b.distance || b.street.houses.length - a.street.houses.length)
    .slice(0, 3)
    .map(({ street }) => street)
}
