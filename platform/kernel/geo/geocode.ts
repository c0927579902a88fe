import { parsePostcode, type Position } from '@modellregion/standards'
import { editDistance } from '../search/repair.ts'
import { findMunicipality } from './municipalities.ts'
import { placeKey, streetKey } from './place-name.ts'
import { findPostcode, postcodesOf } from './postcodes.ts'
import { readTable } from './read-table.ts'

export type GeocodePrecision = 'address' | 'street' | 'postcode' | 'place'
export type GeocodeHit = { label: string; position: Position; precision: GeocodePrecision; postcode?: string }

type House = { number: string; postcode: string; position: Position }
type Street = { name: string; houses: House[] }
let streets: Map<string, Street> | undefined

function loaded(): Map<string, Street> {
  if (streets) return streets
  streets = new Map()
  for (const row of readTable('aachen-addresses.tsv.gz', '\t')) {
    const name = row['street'] ?? ''
    const street = streets.get(streetKey(name)) ?? { name, houses: [] }
    street.houses.push({ number: (row['housenumber'] ?? '').toLowerCase(), postcode: row['postcode'] ?? '', position: [Number(row['lon']), Number(row['lat'])] })
    streets.set(streetKey(name), street)
  }
  return streets
}

/**
 * Where an address is: house addresses of central Aachen (also misspelled by one or two letters), elsewhere the postcode or the place.
 * Best first, at most `limit`. Nothing leaves the machine. Empty when nothing is known; a house that is not known yields its street.
 */
export function geocode(text: string, limit = 5): GeocodeHit[] {
  const { street, number, postcode, place } = readAddress(text)
  const inAachen = (!place || placeKey(place) === 'aachen') && (!postcode || postcode.startsWith('520'))
  const found = street && inAachen ? matchingStreets(street).map((known) => inStreet(known, number, postcode)) : []
  return [...found, ...area(postcode, place ?? (number ? undefined : street))].slice(0, limit)
}

type Address = { street?: string; number?: string; postcode?: string; place?: string }

/** Takes apart "Jakobstr. 12a, 52064 Aachen", "52064 Aachen" and "Aachen, Markt 1". */
export function readAddress(text: string): Address {
  const address: Address = {}
  const pieces = text.normalize('NFC').slice(0, 300).split(/[,;\n]/).map((piece) => piece.trim()).filter(Boolean) // prettier-ignore
  for (const piece of pieces) {
    const code = /(?:^|\s)(?:D-?)?(\d{5})(?:\s+(.*))?$/.exec(piece)
    const postcode = code && parsePostcode(code[1] ?? '')
    const rest = postcode ? piece.slice(0, code.index).trim() : piece
    if (postcode) address.postcode = postcode
    if (postcode && code[2]) address.place = code[2].trim()
    if (rest !== '') takePiece(address, rest)
  }
  return address
}

function takePiece(address: Address, piece: string): void {
  const house = /^(.*?\D)\s*\b(\d+\s?[a-z]?(?:\s?[-/]\s?\d+\s?[a-z]?)?)$/i.exec(piece)
  if (house && !address.number) {
    const street = (house[1] ?? '').trim()
    if (address.street && !address.place) address.place = address.street
    Object.assign(address, { street, number: (house[2] ?? '').replace(/\s/g, '').toLowerCase() })
  } else if (!address.street) address.street = piece
  else address.place ??= piece
}

function matchingStreets(wanted: string): Street[] {
  const key = streetKey(wanted)
  const exact = loaded().get(key)
  if (exact) return [exact]
  // "Markt 1 Aachen": the place stands behind the street without a comma.
  const withoutPlace = key.endsWith('aachen') ? loaded().get(key.slice(0, -'aachen'.length)) : undefined
  if (withoutPlace) return [withoutPlace]
  if (key.length < 4) return []
  const most = key.length <= 7 ? 1 : 2
  return [...loaded()]
    .filter(([other]) => Math.abs(other.length - key.length) <= most && other[0] === key[0])
    .map(([other, street]) => ({ street, distance: editDistance(key, other) }))
    .filter(({ distance }) => distance <= most)
    .sort((a, b) => a.distance - b.distance || b.street.houses.length - a.street.houses.length)
    .slice(0, 3)
    .map(({ street }) => street)
}

function inStreet(street: Street, number: string | undefined, postcode: string | undefined): GeocodeHit {
  const houses = number ? street.houses.filter((house) => house.number === number) : []
  const house = houses.find((candidate) => candidate.postcode === postcode) ?? houses.find((candidate) => candidate.postcode !== '') ?? houses[0]
  if (house)
    return {
      label: `${street.name} ${house.number}, ${house.postcode ? `${house.postcode} ` : ''}Aachen`, position: house.position, precision: 'address',
      ...(house.postcode ? { postcode: house.postcode } : {}),
    } // prettier-ignore
  return { label: `${street.name}, Aachen`, position: middle(street.houses), precision: 'street' }
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
