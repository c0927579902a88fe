/**
 * The model of the catalogue: DCAT-AP.de 3.0 with its terms as field names (https://www.dcat-ap.de/def/dcatde/3.0/spec/).
 * IRIs are strings. Lists are empty rather than absent. What a source says beyond these terms is kept in `extra`,
 * so that a re-export loses nothing.
 */
import type { Refusal } from './refusals.ts'

/** An absolute IRI. */
export type Iri = string

/** One text in several languages, keyed by language subtag (`de`, `en`, `de-x-leicht`). */
export type LanguageText = { readonly [language: string]: string }

/** Several texts per language, as keywords are. */
export type LanguageList = { readonly [language: string]: readonly string[] }

/** `2024`, `2024-05`, `2024-05-31` or `2024-05-31T10:00:00` with or without zone: as exact as the source was. */
export type DateText = string

/** A statement the model has no field for. Without `subject` it is said of the record that holds it. */
export type Statement = { readonly subject?: Node; readonly predicate: Iri; readonly object: Node | Literal }
export type Node = { readonly kind: 'iri' | 'blank'; readonly value: string }
export type Literal = { readonly kind: 'literal'; readonly value: string; readonly language?: string; readonly datatype?: Iri }

/** What was changed on the way in: `field` as path (`distribution[0].format`), the source's spelling, and the rule. */
export type ProvenanceNote = { readonly field: string; readonly from: string; readonly rule: string }

/** foaf:Agent in any role. `type` is an ADMS publisher type. */
export type Organisation = {
  readonly uri?: Iri
  readonly name: LanguageText
  readonly type?: Iri
  readonly email?: string
  readonly homepage?: Iri
  readonly extra?: readonly Statement[]
}

/** vcard:Kind. `email` without `mailto:`, `telephone` without `tel:` as `+49-241-432-0`. */
export type Contact = {
  readonly uri?: Iri
  readonly kind: 'Organization' | 'Individual' | 'Kind'
  readonly name?: string
  readonly organisationName?: string
  readonly email?: string
  readonly telephone?: string
  readonly url?: Iri
  readonly address?: { readonly street?: string; readonly postalCode?: string; readonly locality?: string; readonly country?: string }
  readonly extra?: readonly Statement[]
}

/** dct:PeriodOfTime: at least one end. */
export type PeriodOfTime = { readonly startDate?: DateText; readonly endDate?: DateText }

/** dct:Location. `geometry`, `bbox`, `centroid` as GeoJSON or WKT text exactly as delivered. */
export type Location = {
  readonly uri?: Iri
  readonly label?: LanguageText
  readonly bbox?: Geometry
  readonly centroid?: Geometry
  readonly geometry?: Geometry
  readonly extra?: readonly Statement[]
}
export type Geometry = { readonly encoding: 'geojson' | 'wkt' | 'gml'; readonly text: string }

/** spdx:Checksum; `algorithm` by its short name (`sha256`), `value` in lower case hex. */
export type Checksum = { readonly algorithm: string; readonly value: string }

/** prov:Attribution: an agent and what it did. */
export type Attribution = { readonly agent: Organisation; readonly role: Iri }

/**
 * What a client of the CKAN interface has said and these terms do not carry: by key of the package or file, what was said beside what
 * the description itself would say. Shown again as said for as long as the description still says the same (ckan/kept.ts).
 */
export type Kept = { readonly [key: string]: { readonly said?: unknown; readonly made?: unknown } }

/** dcat:Distribution: one form in which the data can be had. */
export type Distribution = {
  /** Of files this portal publishes itself: the id of the file in this portal, and the upload (file version) that is current. */
  readonly id?: string
  readonly versionId?: string
  readonly uri?: Iri
  readonly identifier: readonly string[]
  readonly title: LanguageText
  readonly description: LanguageText
  readonly accessURL: readonly Iri[]
  readonly downloadURL: readonly Iri[]
  readonly accessService: readonly DataService[]
  /** EU file type IRI. */
  readonly format?: Iri
  /** IANA media type as `text/csv`. */
  readonly mediaType?: string
  readonly compressFormat?: string
  readonly packageFormat?: string
  readonly byteSize?: number
  readonly checksum?: Checksum
  readonly issued?: DateText
  readonly modified?: DateText
  readonly language: readonly Iri[]
  /** Licence IRI: of `dcat-ap.de/def/licenses` where known, else the source's own. */
  readonly license?: Iri
  /** The source's words for a licence that is on no list. */
  readonly licenseText?: string
  readonly licenseAttributionByText: LanguageText
  readonly rights: readonly (Iri | string)[]
  readonly availability?: Iri
  readonly status?: Iri
  readonly conformsTo: readonly Iri[]
  readonly page: readonly Iri[]
  readonly applicableLegislation: readonly Iri[]
  readonly spatialResolutionInMeters?: number
  readonly temporalResolution?: string
  readonly extra: readonly Statement[]
  readonly ckan?: Kept
}

/** dcat:DataService: an interface that serves datasets. */
export type DataService = {
  readonly uri?: Iri
  readonly identifier: readonly string[]
  readonly title: LanguageText
  readonly description: LanguageText
  readonly keyword: LanguageList
  readonly theme: readonly Iri[]
  readonly endpointURL: readonly Iri[]
  readonly endpointDescription: readonly Iri[]
  readonly servesDataset: readonly Iri[]
  readonly publisher?: Organisation
  readonly contactPoint: readonly Contact[]
  readonly license?: Iri
  readonly accessRights?: Iri
  readonly availability?: Iri
  readonly format: readonly Iri[]
  readonly conformsTo: readonly Iri[]
  readonly landingPage: readonly Iri[]
  readonly page: readonly Iri[]
  readonly applicableLegislation: readonly Iri[]
  readonly hvdCategory: readonly Iri[]
  readonly issued?: DateText
  readonly modified?: DateText
  readonly extra: readonly Statement[]
}

/** dcat:DatasetSeries: datasets published apart that belong together. */
export type DatasetSeries = {
  readonly uri?: Iri
  readonly title: LanguageText
  readonly description: LanguageText
  readonly publisher?: Organisation
  readonly contactPoint: readonly Contact[]
  readonly accrualPeriodicity?: Iri
  readonly spatial: readonly Location[]
  readonly temporal: readonly PeriodOfTime[]
  readonly issued?: DateText
  readonly modified?: DateText
  readonly applicableLegislation: readonly Iri[]
  readonly hvdCategory?: readonly Iri[]
  readonly extra: readonly Statement[]
}

/** dcat:Dataset with the German additions. */
export type Dataset = {
  /** The source's IRI of the dataset; absent for blank nodes and for CKAN and CSV sources without one. */
  readonly uri?: Iri
  readonly identifier: readonly string[]
  /** adms:identifier notations. */
  readonly otherIdentifier: readonly string[]
  readonly title: LanguageText
  /** Text with at most paragraphs and lists, never markup: see `safeText`. */
  readonly description: LanguageText
  readonly keyword: LanguageList
  /** EU data-theme IRIs (13). */
  readonly theme: readonly Iri[]
  readonly publisher?: Organisation
  readonly creator: readonly Organisation[]
  readonly contributor: readonly Organisation[]
  readonly originator: readonly Organisation[]
  /** dcatde:maintainer up to 2.0, geodcatap:custodian since 3.0. */
  readonly maintainer: readonly Organisation[]
  readonly qualifiedAttribution: readonly Attribution[]
  readonly contactPoint: readonly Contact[]
  readonly distribution: readonly Distribution[]
  readonly sample: readonly Iri[]
  readonly landingPage: readonly Iri[]
  readonly page: readonly Iri[]
  readonly issued?: DateText
  readonly modified?: DateText
  readonly temporal: readonly PeriodOfTime[]
  readonly temporalResolution?: string
  readonly spatial: readonly Location[]
  readonly spatialResolutionInMeters?: number
  readonly accrualPeriodicity?: Iri
  readonly accessRights?: Iri
  readonly availability?: Iri
  readonly language: readonly Iri[]
  readonly type: readonly Iri[]
  readonly conformsTo: readonly Iri[]
  readonly provenanceStatement: readonly LanguageText[]
  readonly version?: string
  readonly versionNotes: LanguageText
  readonly inSeries: readonly Iri[]
  readonly relation: readonly Iri[]
  readonly source: readonly Iri[]
  readonly references: readonly Iri[]
  readonly isReferencedBy: readonly Iri[]
  readonly hasVersion: readonly Iri[]
  readonly isVersionOf: readonly Iri[]
  readonly contributorID: readonly Iri[]
  readonly politicalGeocodingLevelURI: readonly Iri[]
  readonly politicalGeocodingURI: readonly Iri[]
  readonly geocodingDescription: LanguageText
  readonly legalBasis: LanguageText
  readonly qualityProcessURI?: Iri
  readonly applicableLegislation: readonly Iri[]
  readonly hvdCategory: readonly Iri[]
  readonly extra: readonly Statement[]
  readonly provenance: readonly ProvenanceNote[]
  readonly ckan?: Kept
}

/** dcat:Catalog, without its datasets. */
export type Catalogue = {
  readonly uri?: Iri
  readonly title: LanguageText
  readonly description: LanguageText
  readonly publisher?: Organisation
  readonly homepage?: Iri
  readonly language: readonly Iri[]
  readonly license?: Iri
  readonly themeTaxonomy: readonly Iri[]
  readonly spatial: readonly Location[]
  readonly issued?: DateText
  readonly modified?: DateText
  readonly hasPart: readonly Iri[]
}

/** What mapping one record yields: the dataset with the doubts that stay beside it, or the reasons it is kept out. */
export type MappedDataset =
  | { readonly kind: 'dataset'; readonly dataset: Dataset; readonly warnings: readonly Refusal[] }
  | { readonly kind: 'refused'; readonly subject: string; readonly title?: string; readonly reasons: readonly Refusal[] }

/** A theme, licence, format or other entry of a vocabulary file. */
export type Concept = { readonly uri: Iri; readonly code: string; readonly label: { readonly de: string; readonly en: string } }

/** A licence in plain words. `null` = the licence text does not settle it for data. */
export type Licence = Concept & {
  readonly open: boolean
  readonly commercialUse: boolean | null
  readonly attribution: boolean | null
  readonly shareAlike: boolean | null
  readonly changesAllowed: boolean | null
  readonly url: string
  readonly explanation: { readonly de: string; readonly en: string }
  readonly ckanId: string
}
