import { formatsFor, type Formats } from './formats.ts'
import { personNoun, type GenderPolicy, type PersonNumber } from './gender.ts'
import type { PersonId } from '../locales/persons.ts'
import { holdTogether, linesOf, showCompounds, withoutMarks, type CompoundMarks, type Run } from './typography.ts'
import type { AddressForm, ArgumentsOf, Dictionary, Locale, Text, Words } from './words.ts'

/** What a text function may use: the formats of the language and the town's way of naming people. */
export type Format = Formats & { person(id: PersonId, number: PersonNumber, town?: string): string }

/**
 * A tenant's own wording by key; `{name}` stands for an argument. A bare key is the German text, other languages stand
 * before it: `en:portal.title`, `de-x-leicht:portal.title`.
 */
export type Overrides = Readonly<Record<string, Text>>

export type Voice = {
  readonly locale: Locale
  readonly form?: AddressForm
  readonly gender?: GenderPolicy
  readonly compounds?: CompoundMarks
  /** Keep one object per tenant: speakers are cached by its identity. */
  readonly overrides?: Overrides
}

type Call<Entry> = [ArgumentsOf<Entry>] extends [never] ? [] : [args: ArgumentsOf<Entry>]

/** Keys that come in a pair `….one` and `….other`, without the ending. */
export type CountedKey<De> = CountedBase<keyof De & string, keyof De>
type CountedBase<K extends string, All> = K extends `${infer Base}.other` ? (`${Base}.one` extends All ? Base : never) : never
type CountedEntry<De, Base extends string> = De[`${Base}.other` & keyof De]
type CountedArgs<De, Base extends string> = Omit<ArgumentsOf<CountedEntry<De, Base>>, 'count'>
type CountedCall<De, Base extends string> = [keyof CountedArgs<De, Base>] extends [never] ? [] : [args: CountedArgs<De, Base>]

/** The speaker of one dictionary in one voice. Declare a page's `t` as `Say<typeof de>`. */
export interface Say<De> {
  /** The text, emphasis marks removed, one sentence per line (`\n`) in Leichter Sprache. */
  <K extends keyof De & string>(key: K, ...args: Call<De[K]>): string
  /** The same text as lines of runs, for components that show emphasis and line breaks. */
  lines<K extends keyof De & string>(key: K, ...args: Call<De[K]>): readonly (readonly Run[])[]
  /** Chooses between `….one` and `….other`; `count` is handed to the text. */
  count<B extends CountedKey<De>>(base: B, count: number, ...args: CountedCall<De, B>): string
  /** True when the key's own language lacks the text and German stands in. Say so on the page. */
  isFallback(key: keyof De & string): boolean
  /** Whether a key that is only known at run time (a refusal code) has words here. */
  knows(key: string): key is keyof De & string
  /** A text by a key known only at run time, arguments unchecked; undefined when there is none. */
  find(key: string, args?: Readonly<Record<string, unknown>>): string | undefined
  readonly format: Format
  readonly locale: Locale
  readonly form: AddressForm
}

type Rendered = string | ((args: unknown) => string)
const noOverrides: Overrides = Object.freeze({})
const speakers = new WeakMap<object, WeakMap<Overrides, Map<string, unknown>>>()

/**
 * A speaker for a dictionary. Speakers are cached per dictionary, tenant overrides and voice, and render each plain text
 * once, so that a call costs a lookup.
 */
export function speak<De extends Dictionary>(words: Words<De>, voice: Voice): Say<De> {
  const { locale, gender = 'neutral', compounds = 'hyphen' } = voice
  // Towns without own words share a speaker, however often their empty record is made anew.
  const overrides = voice.overrides && Object.keys(voice.overrides).length > 0 ? voice.overrides : noOverrides
  const form = locale === 'de-x-leicht' ? 'sie' : (voice.form ?? 'sie')
  const byOverrides = speakers.get(words) ?? remember(speakers, words, new WeakMap<Overrides, Map<string, unknown>>())
  const byVoice = byOverrides.get(overrides) ?? remember(byOverrides, overrides, new Map<string, unknown>())
  const name = `${locale} ${form} ${gender} ${compounds}`
  const known = byVoice.get(name)
  if (known) return known as Say<De> // the maps are keyed by the dictionary whose type this is
  return remember(byVoice, name, makeSpeaker(words, { locale, form, gender, compounds, overrides }))
}

function remember<K, V, W extends V>(map: { set(key: K, value: V): unknown }, key: K, value: W): W {
  map.set(key, value)
  return value
}

function makeSpeaker<De extends Dictionary>(words: Words<De>, voice: Required<Voice>): Say<De> {
  const { locale, form, gender, compounds } = voice
  const format: Format = {
    ...formatsFor(locale),
    person: (id, number, town) => personNoun(id, number, gender, locale, town),
  }
  // German that stands in for a missing easy text is formatted like German.
  const germanFormat: Format = {
    ...formatsFor('de'),
    person: (id, number, town) => personNoun(id, number, gender, 'de', town),
  }
  const own = dictionaryOf(words, locale)
  const overrideOf = (key: string): Text | undefined => {
    const name = locale === 'de' ? key : `${locale}:${key}`
    return Object.hasOwn(voice.overrides, name) ? voice.overrides[name] : undefined
  }
  const rendered = new Map<string, Rendered>()

  const finish = (text: Text): string => holdTogether(showCompounds(typeof text === 'string' ? text : text[form], compounds))

  function render(key: string): Rendered | undefined {
    const override = overrideOf(key)
    if (override !== undefined) {
      const template = finish(override)
      return template.includes('{') ? (args) => fill(template, args, format) : template
    }
    const speaksItself = Object.hasOwn(own, key)
    const entry = speaksItself ? own[key] : Object.hasOwn(words.de, key) ? words.de[key] : undefined
    if (entry === undefined) return undefined
    if (typeof entry !== 'function') return finish(entry)
    const speech = speaksItself ? format : germanFormat
    const call = entry as (args: unknown, format: Format) => Text // arguments are checked where `t` is called
    return (args) => finish(call(args, speech))
  }

  function textOf(key: string, args: unknown): string | undefined {
    const known = rendered.get(key) ?? render(key)
    if (known === undefined) return undefined
    rendered.set(key, known)
    return typeof known === 'string' ? known : known(args)
  }

  function need(key: string, args: unknown): string {
    const text = textOf(key, args)
    if (text === undefined) throw new Error(`words: no text for "${key}"`)
    return text
  }

  const plain = new Map<string, string>()
  const say = (key: string, args?: unknown): string => {
    const known = plain.get(key)
    if (known !== undefined) return known
    const text = withoutMarks(need(key, args))
    if (typeof rendered.get(key) === 'string') plain.set(key, text)
    return text
  }
  const speaker = Object.assign(say, {
    lines: (key: string, args?: unknown) => linesOf(need(key, args)),
    count: (base: string, count: number, rest: object = {}) => say(`${base}.${format.plural(count)}`, { count, ...rest }),
    isFallback: (key: string) => !Object.hasOwn(own, key) && overrideOf(key) === undefined,
    knows: (key: string) => Object.hasOwn(words.de, key) || overrideOf(key) !== undefined,
    find: (key: string, args?: unknown) => (textOf(key, args) === undefined ? undefined : say(key, args)),
    format,
    locale,
    form,
  })
  // The type of `Say` is what the checks above guarantee; the machine below it works on plain strings.
  return speaker as unknown as Say<De>
}

function dictionaryOf<De extends Dictionary>(words: Words<De>, locale: Locale): Dictionary {
  const dictionary = locale === 'de' ? words.de : locale === 'en' ? words.en : words.leicht
  return dictionary as Dictionary // each of the three is one by construction
}

function fill(template: string, args: unknown, format: Format): string {
  if (typeof args !== 'object' || args === null) return template
  const values = args as Readonly<Record<string, unknown>> // an object with unknown fields
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined
    if (value === undefined) return whole
    if (typeof value === 'number') return format.number(value)
    return value instanceof Date ? format.date(value) : String(value)
  })
}

/**
 * Records which texts fell back to German while a page was drawn, so that the frame can say so openly. Draw the page with
 * `t`, then read `missing()`.
 */
export function watchFallbacks<De>(say: Say<De>): { readonly t: Say<De>; missing(): readonly string[] } {
  if (say.locale !== 'de-x-leicht') return { t: say, missing: () => [] }
  const missing = new Set<string>()
  const note = <A extends readonly unknown[], R>(method: (key: never, ...args: A) => R) => (key: string, ...args: A): R => {
    if (say.knows(key) && say.isFallback(key)) missing.add(key)
    return method(key as never, ...args) // passed on unchanged
  }
  const call = note(say as unknown as (key: never, ...args: unknown[]) => string)
  const count = (base: string, n: number, ...rest: unknown[]): string => call(`${base}.${say.format.plural(n)}`, { count: n, ...Object(rest[0]) })
  const t = Object.assign(call, {
    lines: note(say.lines as unknown as (key: never, ...args: unknown[]) => readonly (readonly Run[])[]),
    count,
    isFallback: say.isFallback,
    knows: say.knows,
    find: note(say.find as unknown as (key: never, ...args: unknown[]) => string | undefined),
    format: say.format,
    locale: say.locale,
    form: say.form,
  })
  return { t: t as unknown as Say<De>, missing: () => [...missing] }
}
