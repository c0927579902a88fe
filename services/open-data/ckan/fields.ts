import { readDate } from '../dcat/dates.ts'
import { licenceOf } from '../dcat/normalise.ts'
import { absoluteIri, warn } from '../dcat/record.ts'
import type { Notes } from '../dcat/record.ts'
import type { Iri } from '../dcat/schema.ts'
import { textIn } from './loose.ts'
import type { Loose } from './loose.ts'

/** A date in any form; impossible and implausible ones are reported and left out. */
export function readDateIn(notes: Notes, field: string, text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const result = readDate(text, field)
  if ('date' in result) return result.date
  notes.warnings.push(result.refusal)
  return undefined
}

/** The licence of the list that a package's licence id, title or address stands for, else its own words. */
export function readCkanLicence(record: Loose, keys: readonly string[], notes: Notes, field: string): { license?: Iri; licenseText?: string } {
  const stated = keys.map((key) => textIn(record, key)).filter((text) => text !== undefined)
  for (const words of stated) {
    const found = licenceOf(words)
    if (!found) continue
    if (found.rule !== undefined) notes.provenance.push({ field: `${field}.license`, from: words, rule: found.rule })
    return { license: found.value }
  }
  const unknown = stated.find((words) => words !== 'notspecified')
  if (unknown === undefined) return {}
  warn(notes, 'open-data.distribution.licence-unknown', `${field}.license`, unknown)
  const address = stated.map((words) => absoluteIri(words)).find((found) => found !== undefined)
  return address === undefined ? { licenseText: unknown.slice(0, 500) } : { license: address }
}
