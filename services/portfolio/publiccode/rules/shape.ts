/**
 * publiccode.yml as a table: which key holds what, and what is asked of it. Source: "The Standard", publiccode.yml 0.7
 * (https://yml.publiccode.tools/schema.core.html) and its Italian section. Version 1 is 0.7 without everything deprecated.
 */
import * as formats from './formats.ts'
import { categories, developmentStatuses, maintenanceTypes, scopes, softwareTypes } from './vocabulary.ts'

type Common = {
  /** An empty or missing value is a mistake. */
  readonly required?: true
  /** Still accepted in version 0, gone in version 1. The code says what to use instead. */
  readonly deprecated?: 'drop' | 'logo' | 'organisation-name' | 'organisation-uri'
}
/** Codes of what can be wrong with a single text; each has a sentence of the same name. */
export type FormatCode = 'url' | 'web-address' | 'day' | 'mail-address' | 'media-type' | 'licence' | 'country' | 'language' | 'organisation-uri' | 'italian-body' | 'supports' | 'path' | 'logo' | 'image' | 'video'

export type TextField = Common & {
  readonly kind: 'text'
  readonly format?: FormatCode
  readonly oneOf?: readonly string[]
  /** Characters. */
  readonly min?: number
  readonly max?: number
}
export type FlagField = Common & { readonly kind: 'flag' }
export type ListField = Common & { readonly kind: 'list'; readonly of: Field; /** A single value may stand without a list. */ readonly orOne?: true }
export type SectionField = Common & { readonly kind: 'section'; readonly keys: Readonly<Record<string, Field>> }
/** Sections by language tag. */
export type LanguagesField = Common & { readonly kind: 'languages'; readonly each: SectionField }
export type Field = TextField | FlagField | ListField | SectionField | LanguagesField

const required = { required: true } as const
const text = (more: Partial<TextField> = {}): TextField => ({ kind: 'text', ...more })
const flag = (more: Common = {}): FlagField => ({ kind: 'flag', ...more })
const list = (of: Field, more: Partial<ListField> = {}): ListField => ({ kind: 'list', of, ...more })
const section = (keys: SectionField['keys'], more: Common = {}): SectionField => ({ kind: 'section', keys, ...more })

const web = text({ format: 'web-address' })
const organisation = { name: text(), uri: text({ ...required, format: 'organisation-uri' }) }
const dependency = section({ name: text(required), versionMin: text(), versionMax: text(), version: text(), optional: flag() })

/** The Italian section, the only country section the standard describes (schema.it.rst); all of it is deprecated. */
const italian = section({
  countryExtensionVersion: text({ oneOf: ['0.2', '1.0'] }),
  conforme: section({ lineeGuidaDesign: flag(), modelloInteroperabilita: flag(), misureMinimeSicurezza: flag(), gdpr: flag() }, { deprecated: 'drop' }),
  riuso: section({ codiceIPA: text({ format: 'italian-body', deprecated: 'organisation-uri' }) }),
  piattaforme: section({ spid: flag(), pagopa: flag(), cie: flag(), anpr: flag(), io: flag() }),
})

/** All keys of a file. Country sections other than the Italian one are dealt with where keys are read. */
export const standard: SectionField = section({
  publiccodeYmlVersion: text(required),
  name: text(required),
  applicationSuite: text(),
  url: text({ ...required, format: 'url' }),
  landingURL: web,
  isBasedOn: list(text({ format: 'url' }), { orOne: true }),
  softwareVersion: text(),
  releaseDate: text({ format: 'day' }),
  logo: text({ format: 'logo' }),
  monochromeLogo: text({ format: 'logo', deprecated: 'logo' }),
  inputTypes: list(text({ format: 'media-type' }), { deprecated: 'drop' }),
  outputTypes: list(text({ format: 'media-type' }), { deprecated: 'drop' }),
  platforms: list(text(required), required),
  categories: list(text({ oneOf: categories })),
  usedBy: list(text()),
  fundedBy: list(section(organisation)),
  roadmap: web,
  developmentStatus: text({ ...required, oneOf: developmentStatuses }),
  softwareType: text({ ...required, oneOf: softwareTypes }),
  supports: list(section({ id: text({ ...required, format: 'supports' }) })),
  organisation: section(organisation),
  intendedAudience: section({
    scope: list(text({ oneOf: scopes })),
    countries: list(text({ format: 'country' })),
    unsupportedCountries: list(text({ format: 'country' })),
  }),
  description: {
    kind: 'languages',
    ...required,
    each: section({
      localisedName: text(),
      genericName: text({ max: 35, deprecated: 'drop' }),
      shortDescription: text({ ...required, max: 150 }),
      longDescription: text({ min: 150, max: 10_000 }),
      documentation: web,
      apiDocumentation: web,
      features: list(text()),
      screenshots: list(text({ format: 'image' })),
      videos: list(text({ format: 'video' })),
      awards: list(text()),
    }),
  },
  legal: section({
    license: text({ ...required, format: 'licence' }),
    mainCopyrightOwner: text(),
    repoOwner: text({ deprecated: 'organisation-name' }),
    authorsFile: text({ format: 'path', deprecated: 'drop' }),
  }, required),
  maintenance: section({
    type: text({ ...required, oneOf: maintenanceTypes }),
    contractors: list(section({ name: text(required), email: text({ format: 'mail-address' }), website: web, until: text({ ...required, format: 'day' }) })),
    contacts: list(section({ name: text(required), email: text({ format: 'mail-address' }), affiliation: text(), phone: text() })),
  }, required),
  localisation: section({
    localisationReady: flag(required),
    availableLanguages: list(text({ format: 'language' }), required),
  }, required),
  dependsOn: section({ open: list(dependency), proprietary: list(dependency), hardware: list(dependency) }),
  IT: italian,
}) // prettier-ignore

/** Whether a text has the format asked for. */
export const matches: Readonly<Record<FormatCode, (text: string) => boolean>> = {
  'url': formats.isUrl,
  'web-address': formats.isWebAddress,
  'day': formats.isDay,
  'mail-address': formats.isMailAddress,
  'media-type': formats.isMediaType,
  'licence': formats.isLicence,
  'country': formats.isCountry,
  'language': formats.isLanguageTag,
  'organisation-uri': formats.isOrganisationUri,
  'italian-body': formats.isItalianBody,
  'supports': formats.isSupported,
  'path': formats.isPathOrAddress,
  'logo': (value) => formats.isPathOrAddress(value) && ['.svg', '.svgz', '.png'].includes(formats.endingOf(value)),
  'image': (value) => formats.isPathOrAddress(value) && ['.png', '.jpg', '.jpeg'].includes(formats.endingOf(value)),
  // A video has a place of its own on its site; the site alone is none.
  'video': (value) => formats.isWebAddress(value) && /[^/]/.test(new URL(value).pathname + new URL(value).search),
}
