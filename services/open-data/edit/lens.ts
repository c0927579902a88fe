import type { LanguageList, LanguageText } from '../dcat/schema.ts'

/**
 * A way to one answer in a description, and back. Answers are lists of texts: empty when nothing is said, one text for most
 * questions. What was written is read again, and writing touches nothing else.
 */
export type Lens<T> = { readonly read: (from: T) => readonly string[]; readonly write: (into: T, answers: readonly string[]) => T }

type KeyOf<T, V> = { [K in keyof T]-?: Required<T>[K] extends V ? K : never }[keyof T]

function put<T extends object, K extends keyof T>(into: T, key: K, value: T[K] | undefined): T {
  if (value !== undefined) return { ...into, [key]: value }
  const { [key]: _, ...rest } = into
  return rest as unknown as T // only keys that may be absent are ever taken away
}

/** A list of texts or IRIs: all answers. */
export const all = <T extends object>(key: KeyOf<T, readonly string[]>): Lens<T> => ({
  read: (from) => from[key] as readonly string[], // by the type of the key
  write: (into, answers) => put(into, key, answers as T[typeof key]),
})

/** The first of a list; those behind it stay. */
export const head = <T extends object>(key: KeyOf<T, readonly string[]>): Lens<T> => ({
  read: (from) => maybe((from[key] as readonly string[])[0]), // by the type of the key
  write: (into, [answer]) => put(into, key, [...maybe(answer), ...(into[key] as readonly string[]).slice(1)] as unknown as T[typeof key]),
})

/** A text or IRI that may be absent. */
export const one = <T extends object>(key: KeyOf<T, string>): Lens<T> => ({
  read: (from) => maybe(from[key] as string | undefined),
  write: (into, [answer]) => put(into, key, answer as T[typeof key] | undefined),
})

/** A number that may be absent, as text with a point. */
export const amount = <T extends object>(key: KeyOf<T, number>): Lens<T> => ({
  read: (from) => maybe(from[key] as number | undefined).map(String),
  write: (into, [answer]) => put(into, key, (answer === undefined ? undefined : Number(answer)) as T[typeof key] | undefined),
})

/** One text in one of several languages. */
export const spoken = <T extends object>(key: KeyOf<T, LanguageText>, language = 'de'): Lens<T> => {
  const text = (from: T) => from[key] as LanguageText // by the type of the key
  return {
    read: (from) => maybe(text(from)[language]),
    write: (into, [answer]) => put(into, key, put(text(into), language, answer) as T[typeof key]),
  }
}

/** Several texts in one of several languages, as keywords are. */
export const spokenWords = <T extends object>(key: KeyOf<T, LanguageList>, language = 'de'): Lens<T> => {
  const list = (from: T) => from[key] as LanguageList // by the type of the key
  return {
    read: (from) => list(from)[language] ?? [],
    write: (into, answers) => put(into, key, put(list(into), language, answers.length > 0 ? answers : undefined) as T[typeof key]),
  }
}

/**
 * An answer about the first of a list, such as the e-mail of the first contact. The first comes into being with its first
 * answer and goes with its last; those behind it stay.
 */
export const first = <T extends object, E extends object>(key: KeyOf<T, readonly E[]>, blank: E, inner: Lens<E>): Lens<T> => {
  const list = (from: T) => from[key] as readonly E[] // by the type of the key
  return {
    read: (from) => inner.read(list(from)[0] ?? blank),
    write: (into, answers) => {
      const [before = blank, ...others] = list(into)
      const after = inner.write(before, answers)
      return put(into, key, (saysNothing(after, blank) ? others : [after, ...others]) as T[typeof key])
    },
  }
}

const maybe = <V>(value: V | undefined): V[] => (value === undefined || value === '' ? [] : [value])
const saysNothing = (value: object, blank: object): boolean => JSON.stringify(value) === JSON.stringify(blank)

/** A language text that stands alone in a list, as statements of provenance do. */
export const ownText = (language = 'de'): Lens<LanguageText> => ({
  read: (from) => maybe(from[language]),
  write: (into, [answer]) => put<{ readonly [language: string]: string }, string>(into, language, answer),
})
