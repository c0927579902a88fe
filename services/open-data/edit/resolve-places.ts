import { findMunicipality, typedOf, type Typed } from '@modellregion/kernel'
import { placeText, readPlace } from './places.ts'

/** Names of municipalities become names with their official key; what is unknown stays as typed and is told beside the field. */
export const resolvePlaces = (typed: Typed): Typed => (typed['places'] === undefined ? typed : { ...typed, places: typedOf(typed, 'places').split('\n').map((line) => resolved(line.trim())).join('\n') })

function resolved(line: string): string {
  const place = readPlace(line)
  if (place?.name !== undefined) return line
  const known = findMunicipality(place?.key ?? line)
  return known ? placeText({ key: place?.key ?? known.ags, name: known.name }) : line
}
