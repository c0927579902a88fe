import type { DatasetFeed, DatasetFeeds, FeedField, FeedFile, FeedValue } from '@modellregion/contracts'
import { missedSearches, speak, type Platform, type UnitOfWork } from '@modellregion/kernel'
import { formatLabel, licenceLabel, themeLabel } from '../../dataset/labels.ts'
import { words } from '../../locales/index.ts'
import { namesPeople } from '../../scan/shapes.ts'
import { countByAge, countByFormat, countByLicence, countByMonth, countByPoints, countByPublisher, countByTheme } from '../../statistics/queries.ts'
import { byGrade, stockByMonth } from '../../statistics/rules.ts'
import { listChain } from './queries.ts'

type Rows = FeedFile<Platform>['rows']
const allMonths = 1_200
const allPublishers = 10_000

/** Rows of one reading transaction. */
const reading = (service: string, work: (db: UnitOfWork) => Promise<readonly (readonly FeedValue[])[]>): Rows =>
  async function* (platform, town, now) {
    yield* await platform.database.unit({ tenant: town.id, service, access: 'read', now }, work)
  }

const count: FeedField = { id: 'anzahl', type: 'int', label: { de: 'Anzahl der Datensätze', en: 'Number of datasets' } }

const figures: FeedFile<Platform> = {
  id: 'kennzahlen',
  title: { de: 'Datensätze nach Thema, Format, Lizenz, Herausgeber, Qualität und Alter', en: 'Datasets by theme, format, licence, publisher, quality and age' },
  fields: [
    { id: 'merkmal', type: 'text', label: { de: 'Merkmal', en: 'Trait' }, notes: { de: 'thema, format, lizenz, herausgeber, qualitaet oder alter', en: 'thema (theme), format, lizenz (licence), herausgeber (publisher), qualitaet (quality) or alter (age)' } },
    { id: 'schluessel', type: 'text', label: { de: 'Schlüssel', en: 'Code' } },
    { id: 'bezeichnung', type: 'text', label: { de: 'Bezeichnung', en: 'Label' } },
    count,
  ],
  rows: reading('open-data', async (db) => {
    const t = speak(words, { locale: 'de' })
    const ages = await countByAge(db)
    return [
      ...(await countByTheme(db)).map(({ value, n }) => ['thema', value, themeLabel(value, 'de'), n]),
      ...(await countByFormat(db)).map(({ value, n }) => ['format', value, formatLabel(value), n]),
      ...(await countByLicence(db)).map(({ value, n }) => ['lizenz', value, licenceLabel(value as Parameters<typeof licenceLabel>[0], t), n]), // classes as they are stored
      ...(await countByPublisher(db, allPublishers)).map(({ name, title, n }) => ['herausgeber', name, title, n]),
      ...byGrade(await countByPoints(db)).map(({ grade, n }) => ['qualitaet', grade, t(`feed.grade.${grade}`), n]),
      ...(['year', 'three', 'ten', 'older', 'unknown'] as const).map((age) => ['alter', age, t(`feed.age.${age}`), ages[age]]),
    ]
  }),
}

const stock: FeedFile<Platform> = {
  id: 'bestand',
  title: { de: 'Bestand am Ende jedes Monats', en: 'Stock at the end of each month' },
  fields: [{ id: 'monat', type: 'text', label: { de: 'Monat', en: 'Month' }, notes: { de: 'Jahr und Monat, 2026-03', en: 'Year and month, 2026-03' } }, count],
  rows: reading('open-data', async (db) => stockByMonth(await countByMonth(db), allMonths).map(({ month, n }) => [month, n])),
}

const missed: FeedFile<Platform> = {
  id: 'vergebliche-suchen',
  title: { de: 'Wonach in 90 Tagen mindestens dreimal vergeblich gesucht wurde', en: 'What was searched for in vain at least three times in 90 days' },
  fields: [
    { id: 'suchwort', type: 'text', label: { de: 'Gesucht', en: 'Searched for' }, notes: { de: 'Ohne Zahlen, Adressen und Namen', en: 'Without numbers, addresses and names' } },
    { id: 'suchen', type: 'int', label: { de: 'Suchen', en: 'Searches' } },
    { id: 'treffer', type: 'int', label: { de: 'Treffer', en: 'Hits' } },
  ],
  // Counted by the platform for the whole town; the words pass the same look for people as a text that is to be public.
  rows: reading('platform', async (db) => (await missedSearches(db)).filter(({ q }) => !namesPeople(q)).map(({ q, n, hits }) => [q, n, hits])),
}

const chain: FeedFile<Platform> = {
  id: 'wunsch-bis-nutzung',
  title: { de: 'Vom Datenwunsch über den Datensatz zur Anwendung', en: 'From the request through the dataset to its use' },
  fields: [
    { id: 'nummer', type: 'int', label: { de: 'Nummer des Wunsches', en: 'Number of the request' } },
    { id: 'gewuenscht_am', type: 'date', label: { de: 'Gewünscht am', en: 'Requested on' } },
    { id: 'stand', type: 'text', label: { de: 'Stand', en: 'State' } },
    { id: 'datensatz', type: 'text', label: { de: 'Kurzname des Datensatzes', en: 'Short name of the dataset' } },
    { id: 'veroeffentlicht_am', type: 'date', label: { de: 'Datensatz veröffentlicht am', en: 'Dataset published on' } },
    { id: 'anwendungen', type: 'int', label: { de: 'Anwendungen, die ihn nutzen', en: 'Applications that use it' } },
    { id: 'erste_anwendung_am', type: 'date', label: { de: 'Erste Anwendung am', en: 'First application on' } },
  ],
  rows: reading('open-data', async (db) => (await listChain(db)).map((line) => [line.number, line.wishedOn, line.state, line.datasetName, line.datasetOn, line.reuses, line.firstReuseOn])),
}

const portal: DatasetFeed<Platform> = {
  id: 'portal-kennzahlen',
  title: { de: 'Kennzahlen des Datenportals', en: 'Figures of the data portal' },
  description: {
    de: 'Wie viele Datensätze das Portal hat, nach Thema, Format, Lizenz, Herausgeber, Qualität und Alter. Dazu der Bestand je Monat, vergebliche Suchen und der Weg vom Datenwunsch bis zur Anwendung. Das Portal zählt keine Personen.',
    en: 'How many datasets the portal has, by theme, format, licence, publisher, quality and age. Also the stock by month, searches in vain and the way from a request for data to its use. The portal counts no people.',
  },
  keywords: { de: ['Open Data', 'Statistik', 'Datenqualität'], en: ['open data', 'statistics', 'data quality'] },
  theme: 'GOVE',
  licence: 'cc-zero',
  refresh: 'daily',
  files: [figures, stock, missed, chain],
}

/** What the portal publishes about itself. */
export const portalFeeds: DatasetFeeds<Platform> = [portal]
