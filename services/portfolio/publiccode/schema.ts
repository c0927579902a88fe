/** A publiccode.yml after reading: the keys of the standard as they are called there, texts only, nothing unknown. */

export type Organisation = { readonly name?: string; readonly uri: string }
export type Dependency = { readonly name: string; readonly versionMin?: string; readonly versionMax?: string; readonly version?: string; readonly optional?: boolean }
/** In a file these are people. What is kept holds offices and function mailboxes only: see rules/reduce.ts */
export type Contact = { readonly name: string; readonly email?: string; readonly affiliation?: string; readonly phone?: string }
export type Contractor = { readonly name: string; readonly email?: string; readonly website?: string; readonly until: string }

export type Description = {
  readonly localisedName?: string
  readonly genericName?: string
  readonly shortDescription: string
  readonly longDescription?: string
  readonly documentation?: string
  readonly apiDocumentation?: string
  readonly features?: readonly string[]
  readonly screenshots?: readonly string[]
  readonly videos?: readonly string[]
  readonly awards?: readonly string[]
}

export type Publiccode = {
  readonly publiccodeYmlVersion: string
  readonly name: string
  readonly applicationSuite?: string
  readonly url: string
  readonly landingURL?: string
  readonly isBasedOn?: readonly string[]
  readonly softwareVersion?: string
  readonly releaseDate?: string
  readonly logo?: string
  readonly monochromeLogo?: string
  readonly inputTypes?: readonly string[]
  readonly outputTypes?: readonly string[]
  readonly platforms: readonly string[]
  readonly categories?: readonly string[]
  readonly usedBy?: readonly string[]
  readonly fundedBy?: readonly Organisation[]
  readonly roadmap?: string
  readonly developmentStatus: string
  readonly softwareType: string
  readonly supports?: readonly { readonly id: string }[]
  readonly organisation?: Organisation
  readonly intendedAudience?: { readonly scope?: readonly string[]; readonly countries?: readonly string[]; readonly unsupportedCountries?: readonly string[] }
  readonly description: Readonly<Record<string, Description>>
  readonly legal: { readonly license: string; readonly mainCopyrightOwner?: string; readonly repoOwner?: string; readonly authorsFile?: string }
  readonly maintenance: { readonly type: string; readonly contractors?: readonly Contractor[]; readonly contacts?: readonly Contact[] }
  readonly localisation: { readonly localisationReady: boolean; readonly availableLanguages: readonly string[] }
  readonly dependsOn?: { readonly open?: readonly Dependency[]; readonly proprietary?: readonly Dependency[]; readonly hardware?: readonly Dependency[] }
  readonly IT?: unknown
}

export const findingCodes = [
  // the file
  'too-large', 'encoding', 'empty', 'syntax', 'indentation', 'tabs', 'duplicate-key', 'several-documents', 'tags', 'too-many-aliases', 'too-many-marks', 'too-deep', 'not-a-mapping',
  // the version
  'version-unknown', 'version-draft', 'version-old', 'version-not-text',
  // a key
  'unknown-key', 'unknown-key-similar', 'required', 'wrong-type-text', 'wrong-type-flag', 'wrong-type-list', 'wrong-type-section', 'number-not-text', 'yes-no', 'control-characters',
  // a value
  'not-in-list', 'too-short', 'too-long', 'url', 'web-address', 'day', 'mail-address', 'media-type', 'licence', 'licence-case', 'country', 'country-lower-case', 'language', 'organisation-uri', 'italian-body', 'supports', 'path',
  'logo', 'image', 'video', 'video-host',
  // several keys together
  'contacts-missing', 'contractors-missing', 'contractors-only-contract', 'long-description-missing', 'features-missing', 'section-twice',
  // what is going to be dropped
  'deprecated-drop', 'deprecated-logo', 'deprecated-organisation-name', 'deprecated-organisation-uri', 'country-section', 'section-lower-case',
  // files that the file names
  'file-missing', 'file-no-image',
] as const // prettier-ignore
export type FindingCode = (typeof findingCodes)[number]

/** `error` refuses the file; `warning` is going to be refused by a later version of the standard; `hint` is good to know. */
export type FindingLevel = 'error' | 'warning' | 'hint'

/** What was found where: line and column count from 1. */
export type Finding = {
  readonly level: FindingLevel
  /** `legal.license`, `description.en.features[0]`; empty for the file as a whole when no key is near. */
  readonly key: string
  readonly line: number
  readonly column: number
  readonly code: FindingCode
  /** The piece that is wrong, or what is meant. */
  readonly value?: string
  readonly limit?: number
}

/** The outcome of reading a file. `publiccode` is there when there is no error. */
export type Checked = { readonly publiccode: Publiccode | undefined; readonly findings: readonly Finding[] }
