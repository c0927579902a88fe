import type { Format } from './speak.ts'

/** Leichte Sprache is a language of its own: its texts may say less than the German ones and fall back to them. */
export type Locale = 'de' | 'en' | 'de-x-leicht'
export type AddressForm = 'sie' | 'du'

export const locales: readonly Locale[] = ['de', 'en', 'de-x-leicht']

/** One text, or one for each way of addressing the reader. */
export type Text = string | { readonly sie: string; readonly du: string }

/**
 * A text that takes named arguments. The second argument formats dates, money, lists, quotations and person nouns in the
 * reader's language; a function that needs only that names its first argument `_` and is called without one.
 */
export type TextFunction = (p: never, format: Format) => Text

export type Dictionary = Readonly<Record<string, Text | TextFunction>>

/** A text that stands as data beside its translations: names, titles, access sentences. */
export type LocalText = Readonly<Record<Locale, string>>

/** The named arguments of one entry; `never` when it takes none. */
export type ArgumentsOf<Entry> = Entry extends (p: infer P, ...rest: never[]) => unknown ? P : never

/** What English owes to German: the same keys, the same arguments. English has one form of address. */
export type Translation<De> = {
  readonly [K in keyof De]: De[K] extends (p: infer P, ...rest: never[]) => unknown ? (p: P, format: Format) => string : string
}

/** Leichte Sprache: any subset of the keys, arguments may be left unused. Always "Sie", so one string. */
export type EasyTranslation<De> = {
  readonly [K in keyof De]?: De[K] extends (p: infer P, ...rest: never[]) => unknown
    ? string | ((p: P, format: Format) => string)
    : string
}

/** Phantom types only: how the languages fit together is checked where they are defined. */
export type Words<De> = { readonly de: De; readonly en: Translation<De>; readonly leicht: EasyTranslation<De> }

/**
 * Joins the three languages of a room. Missing English keys or wrong arguments do not compile; keys that German does not
 * know are refused here, because TypeScript does not look for them in values that were declared elsewhere.
 */
export function defineWords<De extends Dictionary>(words: {
  readonly de: De
  readonly en: NoInfer<Translation<De>>
  readonly leicht?: NoInfer<EasyTranslation<De>>
}): Words<De> {
  const { de, en, leicht = {} as EasyTranslation<De> } = words // an empty subset is a subset
  for (const [name, dictionary] of [['en', en], ['de-x-leicht', leicht]] as const) {
    const stranger = Object.keys(dictionary).find((key) => !Object.hasOwn(de, key))
    if (stranger !== undefined) throw new Error(`words: "${stranger}" exists in ${name} but not in de`)
  }
  return { de, en, leicht }
}

/** One dictionary out of two, so that a service speaks its own words and the kernel's. Throws when both define a key. */
export function mergeWords<A extends Dictionary, B extends Dictionary>(a: Words<A>, b: Words<B>): Words<A & B> {
  const twice = Object.keys(b.de).find((key) => Object.hasOwn(a.de, key))
  if (twice !== undefined) throw new Error(`words: "${twice}" is defined twice`)
  return {
    de: { ...a.de, ...b.de },
    // A spread of two mapped types is the mapped type of the intersection; TypeScript cannot see that by itself.
    en: { ...a.en, ...b.en } as unknown as Translation<A & B>,
    leicht: { ...a.leicht, ...b.leicht } as unknown as EasyTranslation<A & B>,
  }
}

/** The `lang` attribute. "simple" is the registered BCP 47 variant for easy language, the private part names the kind. */
export function htmlLang(locale: Locale): string {
  return locale === 'de-x-leicht' ? 'de-simple-x-leicht' : locale
}

/** The locale handed to `Intl`. Plain "en" would print American dates and a 12-hour clock. */
export function intlLocale(locale: Locale): string {
  return locale === 'en' ? 'en-GB' : 'de'
}

export function isLocale(text: string): text is Locale {
  return text === 'de' || text === 'en' || text === 'de-x-leicht'
}
