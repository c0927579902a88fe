import type { Dataset, Location } from '../dcat/schema.ts'
import type { Lens } from './lens.ts'

const base = 'http://dcat-ap.de/def/politicalGeocoding/'
/** Official keys by their number of digits: state, governmental district, district, municipality (AGS), association, region (ARS). */
const lists: Readonly<Record<number, string>> = { 2: 'stateKey', 3: 'governmentDistrictKey', 5: 'districtKey', 8: 'municipalityKey', 9: 'municipalAssociationKey', 12: 'regionalKey' }

/** `Musterstadt (05334002)` or the key alone; undefined for what is no official key. */
export function readPlace(text: string): { key: string; name: string | undefined } | undefined {
  const [, name, key] = /^(?:(.+?)\s*\(\s*)?(\d+)\s*\)?$/.exec(text.trim()) ?? []
  return key !== undefined && lists[key.length] !== undefined ? { key, name } : undefined
}

/** As people read and write it; `readPlace` reads it again. */
export const placeText = ({ key, name }: { key: string; name?: string | undefined }): string => (name === undefined ? key : `${name} (${key})`)

/** The places of a dataset that have an official key, as `dct:spatial` of DCAT-AP.de 3.0; the old `politicalGeocodingURI` is read too and goes when it is written. */
export const places: Lens<Dataset> = {
  read: ({ spatial, politicalGeocodingURI }) => {
    const told = spatial.filter(isOfficial).map(({ uri = '', label = {} }) => placeText({ key: keyOf(uri), name: label['de'] ?? Object.values(label)[0] }))
    const keys = new Set(spatial.flatMap(({ uri }) => (uri === undefined ? [] : keyOf(uri))))
    return [...told, ...politicalGeocodingURI.filter((uri) => uri.startsWith(base) && !keys.has(keyOf(uri))).map(keyOf)]
  },
  write: (dataset, answers) => ({
    ...dataset,
    spatial: [...answers.flatMap((text) => placeOf(text) ?? []), ...dataset.spatial.filter((place) => !isOfficial(place))],
    politicalGeocodingURI: dataset.politicalGeocodingURI.filter((uri) => !uri.startsWith(base)),
  }),
}

const isOfficial = ({ uri }: Location): boolean => uri?.startsWith(base) === true
const keyOf = (uri: string): string => uri.split('/').at(-1) ?? ''

function placeOf(text: string): Location | undefined {
  const place = readPlace(text)
  return place && { uri: `${base}${lists[place.key.length]}/${place.key}`, ...(place.name !== undefined && { label: { de: place.name } }) }
}
