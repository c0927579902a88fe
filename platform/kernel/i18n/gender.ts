import { persons, type PersonForms, type PersonId } from '../locales/persons.ts'
import type { Locale } from './words.ts'

/** How a town names groups of people in German: without gender, in pairs, with star or with colon. */
export type GenderPolicy = 'neutral' | 'pair' | 'star' | 'colon'

export type PersonNumber = 'one' | 'many' | 'many-dative'

/**
 * Which style a text really uses. A reader who asks for no special signs gets pairs; forms in North Rhine-Westphalia use
 * neutral nouns or pairs, whatever the town chose elsewhere (§ 4 LGG NRW).
 */
export function genderPolicy(choice: {
  readonly town: GenderPolicy
  readonly reader?: { readonly withoutSigns: boolean }
  readonly place?: 'text' | 'form'
}): GenderPolicy {
  const signs = choice.town === 'star' || choice.town === 'colon'
  if (!signs) return choice.town
  return choice.reader?.withoutSigns || choice.place === 'form' ? 'pair' : choice.town
}

/**
 * The noun for a group of people. `town` fills nouns that name it; without it, or where no neutral noun exists, the pair
 * form stands in. Plural forms take a plural verb and no article, so sentences need not agree with anything.
 */
export function personNoun(id: PersonId, number: PersonNumber, style: GenderPolicy, locale: Locale, town?: string): string {
  const forms: PersonForms = persons[id]
  if (locale === 'en') return number === 'one' ? forms.en.one : forms.en.many
  // Leichte Sprache has no signs and says both words, always in this order.
  const wanted = locale === 'de-x-leicht' ? 'pair' : style
  if (wanted === 'star' || wanted === 'colon') {
    const sign = wanted === 'star' ? '*' : ':'
    return (number === 'one' ? forms.short.one : forms.short.many).replace('{sign}', sign)
  }
  const neutral = wanted === 'neutral' ? forms.neutral : null
  const noun = neutral?.[number] ?? forms.pair[number]
  if (!noun.includes('{town}')) return noun
  return town === undefined ? forms.pair[number] : noun.replace('{town}', town)
}
