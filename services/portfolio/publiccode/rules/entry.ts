/** From a file to an entry of the catalogue. */
import type { Entry, LocalisedText, NewEntry, Vitality } from '../../shelf/schema.ts'
import type { Description, Publiccode } from '../schema.ts'

export type EntryFromFile = { readonly id: string; readonly published: boolean; readonly vitality: Vitality | null }

/** `publiccode` has no people in it any more. The reference of the thing is its repository: reading the same again renews the entry. */
export function entryFrom(publiccode: Publiccode, { id, published, vitality }: EntryFromFile): NewEntry {
  const { organisation, maintenance } = publiccode
  const email = maintenance.contacts?.find((contact) => contact.email)?.email
  const best = descriptionFor(publiccode, 'de')
  return {
    id,
    published,
    class: 'licence-free-solution',
    kind: 'software',
    itemRef: publiccode.url,
    title: localised(publiccode, ({ localisedName }) => localisedName ?? publiccode.name),
    summary: localised(publiccode, ({ shortDescription }) => shortDescription.trim()),
    problem: '',
    description: best?.longDescription?.trim() ?? '',
    licence: publiccode.legal.license,
    languages: publiccode.localisation.availableLanguages,
    topics: publiccode.categories ?? [],
    origin: 'publiccode',
    sourceUrl: publiccode.url,
    pageUrl: publiccode.landingURL ?? null,
    contact: { office: organisation?.name ?? maintenance.contacts?.[0]?.name ?? publiccode.name, ...(email && { email }), ...(publiccode.landingURL && { url: publiccode.landingURL }) },
    effort: {},
    cost: {},
    service: null,
    project: null,
    publiccode,
    vitality,
  }
}

/** The description in a language or in one of its regions; else English, else the first one. */
export function descriptionFor({ description }: Pick<Publiccode, 'description'>, language: 'de' | 'en'): Description | undefined {
  const of = (wanted: string) => Object.entries(description).find(([tag]) => tag.toLowerCase().split('-')[0] === wanted)?.[1]
  return of(language) ?? of('en') ?? of('de') ?? Object.values(description)[0]
}

function localised(publiccode: Publiccode, text: (description: Description) => string): LocalisedText {
  const has = (language: string) => Object.keys(publiccode.description).some((tag) => tag.toLowerCase().split('-')[0] === language)
  const of = (language: 'de' | 'en') => text(descriptionFor(publiccode, language) ?? { shortDescription: publiccode.name })
  // A file in neither language is shown as it is: the page says that it is foreign.
  return { ...(has('de') && { de: of('de') }), ...((has('en') || !has('de')) && { en: of('en') }) }
}

/** What an entry keeps of its file; undefined for entries without one. It was checked before it was kept. */
export const publiccodeOf = ({ publiccode }: Pick<Entry, 'publiccode'>): Publiccode | undefined =>
  typeof publiccode === 'object' && publiccode !== null && 'publiccodeYmlVersion' in publiccode ? (publiccode as Publiccode) : undefined
