import { isLoose, textIn } from '../ckan/loose.ts'
import { licenceOf } from '../dcat/normalise.ts'
import type { Capabilities } from './wfs-capabilities.ts'

/** What a package says of its licence, and the name of the source that the licence wants to be given. */
export type StatedLicence = { readonly license_id?: string; readonly attribution?: string }

/** Words for "there are none" (OGC 06-121r3 reserves NONE; the others are custom here). */
const nothing = /^(none|keine?|no conditions apply( to access and use)?|es gelten keine( zugriffs)?(bedingungen|beschränkungen)|conditions unknown)\.?$/i

/**
 * The licence of a service. The spatial data infrastructure of this country writes it as JSON among the words of the access constraints,
 * `{"id":"dl-by-de/2.0","name":"…","url":"…","quelle":"…"}` (GDI-DE, conventions on metadata); others write its name or its address.
 * Where no list knows what is said, the access constraints stay as the source's own words; fees are never a licence of their own.
 */
export function licenceOfService({ fees, constraints }: Capabilities['conditions']): StatedLicence {
  const said = [...constraints, ...(fees === undefined ? [] : [fees])].map((text) => text.trim()).filter((text) => !nothing.test(text))
  const entries = said.flatMap(entriesIn)
  const attribution = entries.map((entry) => textIn(entry, 'quelle')).find((source) => source !== undefined)
  const candidates = [...entries.flatMap((entry) => [textIn(entry, 'id'), textIn(entry, 'url'), textIn(entry, 'name')]), ...said, ...said.flatMap(addressesIn)]
  const known = candidates.find((words) => words !== undefined && licenceOf(words) !== undefined)
  const license = known ?? constraints.find((text) => !nothing.test(text.trim()))
  return { ...(license !== undefined && { license_id: license }), ...(attribution !== undefined && { attribution }) }
}

function entriesIn(text: string) {
  return [...text.matchAll(/\{[^{}]{1,4000}\}/g)].flatMap(([json]) => {
    try {
      const entry: unknown = JSON.parse(json)
      return isLoose(entry) ? [entry] : []
    } catch {
      return []
    }
  })
}

const addressesIn = (text: string): string[] => (text.match(/https?:\/\/[^\s"<>()]+/g) ?? []).map((address) => address.replace(/[.,;]+$/, ''))
