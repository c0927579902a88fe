import type { Position } from '@modellregion/standards'
import { addressedTowns, addressesOf, matchingStreets, type AddressedTown, type House, type Street } from './addresses.ts'
import { findMunicipality } from './municipalities.ts'
import { findPostcode, municipalityOfPostcode, postcodesOf } from './postcodes.ts'
import { readAddress, type WrittenAddress } from './read-address.ts'

export type GeocodePrecision = 'address' | 'street' | 'postcode' | 'place'
export type GeocodeHit = { label: string; position: Position; precision: GeocodePrecision; postcode?: string }

/**
 * Where an address is: to the house in towns whose addresses are shipped (also misspelled by one or two letters), elsewhere the
 * postcode or the place. Best first, at most `limit`. Nothing leaves the machine. Empty when nothing is known; a house that is not
 * known yields its street.
 */
export function geocode(text: string, limit = 5): GeocodeHit[] {
  const written = readAddress(text)
  const { street, number, postcode, place } = written
  const found = street ? addressedTowns().filter((ags) => mayLieIn(ags, written)).map(addressesOf).flatMap((town) => matchingStreets(town, street).map((known) => inStreet(town, known, number, postcode))) : [] // prettier-ignore
  return [...found, ...area(postcode, place ?? (number ? undefined : street))].slice(0, limit)
}

// A place or postcode that is named must be the town's; without one every town may be meant.
function mayLieIn(ags: string, { postcode, place }: WrittenAddress): boolean {
  return (!place || findMunicipality(place)?.ags === ags) && (!postcode || municipalityOfPostcode(postcode)?.ags === ags)
}

function inStreet(town: AddressedTown, street: Street, number: string | undefined, postcode: string | undefined): GeocodeHit {
  const houses = number ? street.houses.filter((house) => house.number === number) : []
  const house = houses.find((candidate) => candidate.postcode === postcode) ?? houses.find((candidate) => candidate.postcode !== '') ?? houses[0]
  if (!house) return { label: `${street.name}, ${town.name}`, position: middle(street.houses), precision: 'street' }
  const place = `${house.postcode} ${town.name}`.trim()
  return { label: `${street.name} ${house.number}, ${place}`, position: house.position, precision: 'address', ...(house.postcode ? { postcode: house.postcode } : {}) }
}

// The house in the middle, not the mean: a bent street's mean lies beside it.
const middle = (houses: readonly House[]): Position => houses.toSorted((a, b) => a.position[0] - b.position[0])[Math.floor(houses.length / 2)]?.position ?? [0, 0]

function area(postcode: string | undefined, place: string | undefined): GeocodeHit[] {
  const entry = postcode ? findPostcode(postcode) : undefined
  if (entry) return [{ label: `${entry.postcode} ${entry.places[0]?.name ?? ''}`.trim(), position: entry.position, precision: 'postcode', postcode: entry.postcode }]
  const town = place ? findMunicipality(place) : undefined
  if (town) return [{ label: town.name, position: town.position, precision: 'place' }]
  const [elsewhere] = place ? postcodesOf(place) : []
  return elsewhere ? [{ label: place ?? '', position: elsewhere.position, precision: 'place' }] : []
}
