import type { Locale } from '@modellregion/kernel/words'
import type { T } from '../locales/index.ts'
import { fileTypes, hvdCategories, themes } from '../vocabulary/lists.ts'
import type { Concept } from '../dcat/schema.ts'
import type { FacetName } from './list-query.ts'
import type { LicenceClass } from './schema.ts'

const byCode = <C extends Concept>(concepts: readonly C[]) => new Map(concepts.map((concept) => [concept.code, concept]))
const themeByCode = byCode(themes.concepts)
const formatByCode = byCode(fileTypes.concepts)
const hvdByCode = byCode(hvdCategories.concepts)

const language = (locale: Locale): 'de' | 'en' => (locale === 'en' ? 'en' : 'de')

export const themeLabel = (code: string, locale: Locale): string => themeByCode.get(code)?.label[language(locale)] ?? code
export const formatLabel = (code: string): string => formatByCode.get(code)?.label.de ?? code.replaceAll('_', ' ')
export const hvdLabel = (code: string, locale: Locale): string => hvdByCode.get(code)?.label[language(locale)] ?? code
export const licenceLabel = (value: string, t: T): string => t.find(`licence.${value as LicenceClass}`) ?? value

/** How a value of a facet reads. Names of organisations come with the page, everything else from the vocabularies. */
export function facetLabel(name: FacetName, value: string, t: T, organisations: ReadonlyMap<string, string>): string {
  switch (name) {
    case 'theme':
      return themeLabel(value, t.locale)
    case 'format':
      return formatLabel(value)
    case 'licence':
      return licenceLabel(value, t)
    case 'organisation':
      return organisations.get(value) ?? value
    case 'high-value':
      return hvdLabel(value, t.locale)
    default:
      return value
  }
}
