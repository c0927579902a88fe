import { parsePostcode, type Position } from '@modellregion/standards'
import { findMunicipality, municipalities, type Municipality } from './municipalities.ts'
import { placeKey } from './place-name.ts'
import { readTable } from './read-table.ts'

export type PostcodePlace = { name: string; state: string; district: string; /** Five digits. */ districtAgs: string; position: Position }
export type PostcodeEntry = { postcode: string; places: PostcodePlace[]; /** Mean of its places. */ position: Position }

let byPostcode: Map<string, PostcodePlace[]> | undefined
let byPlace: Map<string, { postcode: string; place: PostcodePlace }[]> | undefined

function loaded(): Map<string, PostcodePlace[]> {
  if (byPostcode) return byPostcode
  byPostcode = new Map()
  const shared = new Map<string, string>() // states and districts repeat: keep one text of each
  const once = (text = '') => shared.get(text) ?? (shared.set(text, text), text)
  for (const row of readTable('postcodes-germany.csv.gz', ',')) {
    const place = { name: row['ort'] ?? '', state: once(row['land']), district: once(row['kreis']), districtAgs: once(row['kreis_ags']), position: [Number(row['lon']), Number(row['lat'])] as const }
    const postcode = row['plz'] ?? ''
    byPostcode.set(postcode, [...(byPostcode.get(postcode) ?? []), place])
  }
  return byPostcode
}

/** Places of a German postcode as people type it (`52062`, `D-52062`). Undefined when it is none or not assigned. */
export function findPostcode(typed: string): PostcodeEntry | undefined {
  const postcode = parsePostcode(typed)
  const places = postcode && loaded().get(postcode)
  if (!places) return undefined
  const mean = (axis: 0 | 1) => places.reduce((sum, { position }) => sum + position[axis], 0) / places.length
  return { postcode, places, position: [mean(0), mean(1)] }
}

/** Postcodes of a place by its name, those of large customers left out by having the customer's name instead. */
export function postcodesOf(name: string, districtAgs?: string): PostcodeEntry[] {
  byPlace ??= Map.groupBy([...loaded()].flatMap(([postcode, places]) => places.map((place) => ({ postcode, place }))), ({ place }) => placeKey(place.name))
  const found = (byPlace.get(placeKey(name)) ?? []).filter(({ place }) => districtAgs === undefined || place.districtAgs === districtAgs)
  return [...new Set(found.map(({ postcode }) => postcode))].flatMap((postcode) => findPostcode(postcode) ?? [])
}

/** Municipality of a postcode in North Rhine-Westphalia, found by district and name. Undefined elsewhere, and for large customers whose district has several. */
export function municipalityOfPostcode(typed: string): Municipality | undefined {
  const entry = findPostcode(typed)
  for (const { name, districtAgs } of entry?.places ?? []) {
    const named = findMunicipality(name)
    if (named?.ags.startsWith(districtAgs)) return named
  }
  const hall = entry && municipalities().find(({ postcode }) => postcode === entry.postcode)
  if (hall) return hall
  const district = entry?.places[0]?.districtAgs
  const inDistrict = municipalities().filter(({ ags }) => district !== undefined && ags.startsWith(district))
  return inDistrict.length === 1 ? inDistrict[0] : undefined
}
