import type { T } from '../../locales/index.ts'
import { commons, textOf, type Entry, type LocalisedText } from '../../shelf/schema.ts'
import { unstated } from '../rules/licence.ts'
import type { FacetName } from '../rules/list-query.ts'

/** What things are called, in the reader's language. */
export type Labels = {
  readonly towns: ReadonlyMap<string, string>
  readonly services: ReadonlyMap<string, string>
  readonly kinds: ReadonlyMap<string, { readonly title: string; readonly use: string }>
  /** Kinds that this town can install. */
  readonly here: ReadonlySet<string>
  /** Services this town uses. */
  readonly used: ReadonlySet<string>
}

export const inReader = (text: LocalisedText, t: Pick<T, 'locale'>): string => textOf(text, t.locale)

/** The language of a text where it is not the page's: screen readers change their voice. */
export function foreignLang(text: LocalisedText, t: Pick<T, 'locale'>): string | undefined {
  const page = t.locale === 'en' ? 'en' : 'de'
  return text[page] === undefined ? (page === 'en' ? 'de' : 'en') : undefined
}

export const townLabel = (t: T, labels: Labels, town: string): string => (town === commons ? t('catalogue.platform') : (labels.towns.get(town) ?? town))

export function kindLabel(t: T, labels: Labels, kind: string): string {
  if (kind === 'reading' || kind === 'software') return t(`catalogue.kind.${kind}`)
  return labels.kinds.get(kind)?.title ?? kind
}

/** Where an entry comes from, in a word or two. */
export const originLabel = (t: T, labels: Labels, { town, origin }: Pick<Entry, 'town' | 'origin'>): string => (origin === 'own' ? townLabel(t, labels, town) : t(`catalogue.origin.${origin}`))

export function facetLabel(t: T, labels: Labels, name: FacetName, value: string): string {
  if (name === 'town') return townLabel(t, labels, value)
  if (name === 'kind') return kindLabel(t, labels, value)
  if (name === 'service') return labels.services.get(value) ?? value
  if (name === 'class' || name === 'origin' || name === 'installable') return t.find(`catalogue.${name}.${value}`) ?? value
  return name === 'licence' ? licenceLabel(t, value) : value
}

/** A licence by its short name; of what nobody has said, that. */
export const licenceLabel = (t: T, licence: string): string => (licence === unstated ? t('catalogue.licence-unstated') : licence)

export const languageLabel = (t: T, tag: string): string => t.find(`catalogue.entry.language.${tag}`) ?? tag
