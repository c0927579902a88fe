import type { Contact, Dataset, Distribution, LanguageText, Organisation, PeriodOfTime } from '../dcat/schema.ts'
import { all, amount, first, head, one, ownText, spoken, spokenWords, type Lens } from './lens.ts'
import { places } from './places.ts'
import type { DatasetQuestion, FileQuestion, Kind, Question, Step } from './schema.ts'

type More = { folded?: true; from?: NonNullable<DatasetQuestion['from']>; max?: number }

const asks = <T>(name: string, kind: Kind, path: string, lens: Lens<T>, more: More = {}): Question<T> => ({ name, kind, path, ...lens, ...more })
const folded = { folded: true } as const

const contact = (inner: Lens<Contact>): Lens<Dataset> => first<Dataset, Contact>('contactPoint', { kind: 'Organization' }, inner)
const agent = (key: 'maintainer' | 'originator' | 'creator' | 'contributor', inner: Lens<Organisation>): Lens<Dataset> => first<Dataset, Organisation>(key, { name: {} }, inner)
const period = (inner: Lens<PeriodOfTime>): Lens<Dataset> => first<Dataset, PeriodOfTime>('temporal', {}, inner)
const agents = (['maintainer', 'originator', 'creator', 'contributor'] as const).flatMap((role): DatasetQuestion[] => [
  asks(`${role}-name`, 'line', `${role}[0].name`, agent(role, spoken<Organisation>('name')), { ...folded, max: 200 }),
  asks(`${role}-email`, 'mail', `${role}[0].email`, agent(role, one<Organisation>('email')), folded),
])

const links = (['landingPage', 'page', 'sample', 'relation', 'source', 'references', 'isReferencedBy', 'hasVersion', 'isVersionOf', 'conformsTo'] as const).map((key) => asks<Dataset>(key, 'links', key, all<Dataset>(key), folded))

/** What the editor asks about a dataset, by step and in the order of the page. What files are asked stands in `fileQuestions`. */
export const questions: Readonly<Record<Step, readonly DatasetQuestion[]>> = {
  what: [
    asks('title', 'line', 'title', spoken<Dataset>('title'), { max: 200 }),
    asks('description', 'text', 'description', spoken<Dataset>('description'), { max: 20_000 }),
    asks('theme', 'choices', 'theme', all<Dataset>('theme'), { from: 'themes' }),
    asks('keyword', 'tags', 'keyword', spokenWords<Dataset>('keyword')),
    asks('title-en', 'line', 'title.en', spoken<Dataset>('title', 'en'), { ...folded, max: 200 }),
    asks('description-en', 'text', 'description.en', spoken<Dataset>('description', 'en'), { ...folded, max: 20_000 }),
    asks('keyword-en', 'tags', 'keyword.en', spokenWords<Dataset>('keyword', 'en'), folded),
    asks('type', 'choices', 'type', all<Dataset>('type'), { ...folded, from: 'datasetTypes' }),
  ],
  files: [],
  when: [
    asks('temporal-start', 'date', 'temporal[0].startDate', period(one<PeriodOfTime>('startDate'))),
    asks('temporal-end', 'date', 'temporal[0].endDate', period(one<PeriodOfTime>('endDate'))),
    asks('frequency', 'choice', 'accrualPeriodicity', one<Dataset>('accrualPeriodicity'), { from: 'frequencies' }),
    asks('places', 'places', 'spatial', places),
    asks('level', 'choice', 'politicalGeocodingLevelURI', head<Dataset>('politicalGeocodingLevelURI'), { from: 'levels' }),
    asks('issued', 'date', 'issued', one<Dataset>('issued'), folded),
    asks('modified', 'date', 'modified', one<Dataset>('modified'), folded),
    asks('language', 'choices', 'language', all<Dataset>('language'), { ...folded, from: 'languages' }),
        asks('geocoding-description', 'line', 'geocodingDescription', spoken<Dataset>('geocodingDescription'), { ...folded, max: 500 }),
    asks('spatial-resolution', 'number', 'spatialResolutionInMeters', amount<Dataset>('spatialResolutionInMeters'), folded),
    asks('temporal-resolution', 'duration', 'temporalResolution', one<Dataset>('temporalResolution'), folded),
  ],
  who: [
    asks('contact-office', 'line', 'contactPoint[0].organisationName', contact(one<Contact>('organisationName')), { max: 200 }),
    asks('contact-email', 'mail', 'contactPoint[0].email', contact(one<Contact>('email'))),
    asks('contact-phone', 'phone', 'contactPoint[0].telephone', contact(one<Contact>('telephone'))),
    asks('contact-url', 'url', 'contactPoint[0].url', contact(one<Contact>('url'))),
    asks('contact-name', 'line', 'contactPoint[0].name', contact(one<Contact>('name')), { ...folded, max: 200 }),
    asks('contributor-id', 'choice', 'contributorID', head<Dataset>('contributorID'), { ...folded, from: 'contributors' }),
    ...agents,
  ],
  legal: [
    asks('access-rights', 'choice', 'accessRights', one<Dataset>('accessRights'), { from: 'accessRights' }),
    asks('hvd', 'choices', 'hvdCategory', all<Dataset>('hvdCategory'), { from: 'hvdCategories' }),
    asks('legislation', 'links', 'applicableLegislation', all<Dataset>('applicableLegislation'), folded),
    asks('legal-basis', 'text', 'legalBasis', spoken<Dataset>('legalBasis'), { ...folded, max: 2_000 }),
    asks('provenance', 'text', 'provenanceStatement', first<Dataset, LanguageText>('provenanceStatement', {}, ownText()), { max: 4_000 }),
    asks('series', 'choice', 'inSeries', head<Dataset>('inSeries'), { from: 'series' }),
    asks('availability', 'choice', 'availability', one<Dataset>('availability'), { ...folded, from: 'availabilities' }),
    asks('version', 'line', 'version', one<Dataset>('version'), { ...folded, max: 100 }),
    asks('version-notes', 'text', 'versionNotes', spoken<Dataset>('versionNotes'), { ...folded, max: 2_000 }),
    ...links,
    asks('quality-process', 'url', 'qualityProcessURI', one<Dataset>('qualityProcessURI'), folded),
    asks('identifier', 'lines', 'identifier', all<Dataset>('identifier'), folded),
    asks('other-identifier', 'lines', 'otherIdentifier', all<Dataset>('otherIdentifier'), folded),
  ],
  send: [],
}

/** What is asked about each file. Addresses are asked only of files that lie elsewhere. */
export const fileQuestions: readonly FileQuestion[] = [
  asks('file-title', 'line', 'title', spoken<Distribution>('title'), { max: 200 }),
  asks('file-description', 'text', 'description', spoken<Distribution>('description'), { max: 4_000 }),
  asks('format', 'choice', 'format', one<Distribution>('format'), { from: 'fileTypes' }),
  asks('license', 'choice', 'license', one<Distribution>('license'), { from: 'licences' }),
  asks('attribution', 'line', 'licenseAttributionByText', spoken<Distribution>('licenseAttributionByText'), { max: 500 }),
  asks('access-url', 'links', 'accessURL', all<Distribution>('accessURL')),
  asks('download-url', 'links', 'downloadURL', all<Distribution>('downloadURL')),
  asks('file-availability', 'choice', 'availability', one<Distribution>('availability'), { ...folded, from: 'availabilities' }),
  asks('file-language', 'choices', 'language', all<Distribution>('language'), { ...folded, from: 'languages' }),
  asks('file-title-en', 'line', 'title.en', spoken<Distribution>('title', 'en'), { ...folded, max: 200 }),
  asks('rights', 'lines', 'rights', all<Distribution>('rights'), folded),
  asks('file-conforms-to', 'links', 'conformsTo', all<Distribution>('conformsTo'), folded),
  asks('file-page', 'links', 'page', all<Distribution>('page'), folded),
  asks('file-legislation', 'links', 'applicableLegislation', all<Distribution>('applicableLegislation'), folded),
  asks('file-status', 'choice', 'status', one<Distribution>('status'), { ...folded, from: 'statuses' }),
  asks('media-type', 'line', 'mediaType', one<Distribution>('mediaType'), { ...folded, max: 200 }),
]

/** A question about one file as a question about its dataset, so that drafts are compared and merged in one way. */
export function ofFile(question: FileQuestion, id: string, position: number): DatasetQuestion {
  return {
    ...question,
    path: `distribution[${position}].${question.path}`,
    read: ({ distribution }) => distribution.filter((file) => file.id === id).flatMap((file) => question.read(file)),
    write: (dataset, answers) => ({ ...dataset, distribution: dataset.distribution.map((file) => (file.id === id ? question.write(file, answers) : file)) }),
  }
}

/** Everything that is asked about a dataset without its files. */
export const allQuestions: readonly DatasetQuestion[] = Object.values(questions).flat()
