import { createHash } from 'node:crypto'
import type { Entry } from '../../services/portfolio/shelf/schema.ts'
import { reuseClasses } from '../../services/portfolio/shelf/schema.ts'
import type { ListQuery } from '../../services/portfolio/catalogue/schema.ts'

// What is assumed, for a catalogue of 50,000 entries. Four hundred subjects; the forty that are asked for make up a third of all entries. An entry speaks of
// two subjects, two audiences and three kinds of thing, in 1,000 letters: a word of an audience stands in one entry of six, and "Schule", "Bauen", "Daten" and
// "Ehrenamt", being topic, audience and parts of compounds at once, in every third or fourth. Five kinds and four classes, twenty licences and four hundred
// towns, of which a few occur most and most rarely, one to three topics of fourteen. Nothing goes together: nearly every entry has a combination of facets of
// its own, the worst case for counting them.

const things = ['Wohngeldantrag', 'Parkraumkonzept', 'Hochwasserwarnung', 'Spielplatzkataster', 'Bürgerbeteiligung', 'Ehrenamtsbörse', 'Kitaplatzvergabe', 'Baumkataster', 'Grünflächenpflege', 'Straßenbeleuchtung', 'Abfallkalender', 'Schulwegplan', 'Museumsführung', 'Stadtarchiv', 'Fahrradverleih', 'Energiebericht', 'Wärmeplanung', 'Glasfaserausbau', 'Bauantrag', 'Hundesteuer', 'Gewerbeanmeldung', 'Führerscheintausch', 'Personalausweis', 'Ratsinformation', 'Haushaltsplan', 'Feuerwehrbedarf', 'Katastrophenschutz', 'Trinkwasserleitung', 'Luftmessung', 'Lärmkarte', 'Unterrichtsentwurf', 'Sensorennetz', 'Datenportal', 'Bibliotheksausweis', 'Volkshochschulkurs', 'Pflegeberatung', 'Integrationslotse', 'Sprachkurs', 'Wochenmarkt', 'Leerstandsmelder']
const fields = ['Fernwärme', 'Friedhof', 'Gewässer', 'Wald', 'Radweg', 'Brücken', 'Jugend', 'Senioren', 'Schwimmbad', 'Sporthallen', 'Denkmal', 'Tourismus', 'Handwerk', 'Winterdienst', 'Hafen', 'Flughafen', 'Ladesäulen', 'Streuobst', 'Imkerei', 'Musikschul', 'Theater', 'Zoo', 'Rettungsdienst', 'Standesamts']
const forms = ['register', 'kataster', 'planung', 'bericht', 'verzeichnis', 'konzept', 'vergabe', 'auskunft', 'buchung', 'pflege', 'wartung', 'statistik', 'satzung', 'entgelt', 'meldung']
const subjects = [...things, ...forms.flatMap((form) => fields.map((field) => `${field}${form}`))]
const kinds = ['Konzept', 'Leitfaden', 'Vorlage', 'Formular', 'Prozessmodell', 'Baustein', 'Software', 'Schulungsunterlage', 'Pflichtenheft', 'Datenmodell', 'Textbausteine', 'Prüfliste', 'Dienstanweisung', 'Ratsbeschluss', 'Anleitung']
const whom = ['für kleine Gemeinden', 'für kreisfreie Städte', 'für den Landkreis', 'für Schulen', 'für das Bürgerbüro', 'für die Kämmerei', 'für Zweckverbände', 'ohne eigene IT', 'mit offenen Standards', 'in Leichter Sprache', 'im ländlichen Raum', 'für Ehrenamtliche']
const verbs = ['einführen', 'betreiben', 'ausschreiben', 'verbessern', 'vereinfachen', 'auswerten', 'zusammenlegen', 'absichern', 'erklären', 'messen']
const topics = ['Mobilität', 'Klima', 'Schule', 'Soziales', 'Bauen', 'Kultur', 'Sicherheit', 'Finanzen', 'Gesundheit', 'Umwelt', 'Wirtschaft', 'Ehrenamt', 'Daten', 'Verwaltung']
const towns = Array.from({ length: 120 }, (_, index) => `stadt-${index}`)
const places = [...towns, ...Array.from({ length: 280 }, (_, index) => `gemeinde-${index}`)]
const licences = ['CC-BY-4.0', 'EUPL-1.2', 'CC0-1.0', 'MIT', 'CC-BY-SA-4.0', 'AGPL-3.0-or-later', 'DL-DE-BY-2.0', 'NOASSERTION']
const rareLicences = ['Apache-2.0', 'GPL-3.0-or-later', 'MPL-2.0', 'ODbL-1.0', 'LGPL-3.0-or-later', 'BSD-3-Clause', 'CC-BY-NC-4.0', 'CC-BY-ND-4.0', 'ISC', 'DL-DE-ZERO-2.0', 'GFDL-1.3-or-later', 'OSL-3.0']
const entryKinds = ['reading', 'reading', 'reading', 'software', 'smart-school.lesson-plan', 'portfolio.document', 'smart-school.codec']

// The same entry for the same number on every machine: numbers from a hash, not from chance.
const numberOf = (at: number, what: string): number => createHash('sha256').update(`${at} ${what}`).digest().readUInt32BE(0)
const pick = <T>(list: readonly T[], at: number, what: string): T => list[numberOf(at, what) % list.length] as T // the lists are not empty

// One of five entries has one topic, one has three.
const topicsOf = (at: number): string[] => [...new Set(['t1', 't2', 't2', 't2', 't3'].slice(0, numberOf(at, 'topics') % 5 + 1).map((what) => skewed(topics, at, what, 1.3)))]

// The first of a list far more often than the last, which is rare and there all the same.
const skewed = <T>(list: readonly T[], at: number, what: string, skew: number): T => list[Math.floor(list.length * (numberOf(at, what) / 2 ** 32) ** skew)] as T // below the length

/** An invented entry with German texts: about 1,000 characters, compounds as towns write them. */
export function entryAt(at: number, now: Date): Entry {
  const [thing, other] = [skewed(subjects, at, 'thing', 2.1), skewed(subjects, at, 'other', 2.1)]
  const [kind, group, verb] = [pick(kinds, at, 'kind'), pick(whom, at, 'whom'), pick(verbs, at, 'verb')]
  const hex = createHash('sha256').update(`entry ${at}`).digest('hex')
  const day = new Date(now.getTime() - (numberOf(at, 'age') % 1_500) * 86_400_000)
  const [mentioned, addressed] = [[kind, pick(kinds, at, 's1'), pick(kinds, at, 's3')], [group, pick(whom, at, 's2')]]
  const sentences = Array.from({ length: 9 }, (_, index) => `${mentioned[index % 3]} ${addressed[index % 2]}: ${index % 2 === 0 ? thing : other} gemeinsam ${pick(verbs, at + index, 's5')}.`)
  return {
    id: `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`,
    town: skewed(places, at, 'town', 2.5), published: true, class: pick(reuseClasses, at, 'class'), kind: pick(entryKinds, at, 'entry-kind'), itemRef: null,
    title: { de: `${thing} ${verb}: ${kind} ${group} (${at})` }, summary: { de: `${kind} zum Thema ${thing} und ${other}, erprobt in einer Stadt ${group}.` }, problem: `${other} kostet Zeit und wird selten verstanden.`, description: sentences.join(' '),
    licence: skewed([...licences, ...rareLicences], at, 'licence', 2.2), languages: ['de'], topics: topicsOf(at), origin: pick(['own', 'own', 'publiccode', 'shipped'] as const, at, 'origin'), sourceUrl: null, pageUrl: null, contact: {}, effort: {}, cost: {},
    service: null, project: null, publiccode: null, vitality: null, currentVersion: null, retiredAt: null, changedAt: day, createdAt: day,
  } // prettier-ignore
}

/** 240 questions as people ask them: one word, several, parts of compounds, misspelt, with and without filters, later pages. */
export function questions(): ListQuery[] {
  const words = Array.from({ length: 240 }, (_, at) => {
    const thing = pick(things, at, 'q')
    if (at % 6 === 0) return thing
    if (at % 6 === 1) return `${thing} ${pick(whom, at, 'q2').replace(/^(für|im|in|mit|ohne) /, '')}`
    if (at % 6 === 2) return thing.slice(0, Math.max(5, thing.length - 4))
    if (at % 6 === 3) return `${thing.slice(0, 4)}${thing.slice(5)}`
    if (at % 6 === 4) return `${pick(kinds, at, 'q3')} ${thing} ${pick(things, at, 'q4')}`
    return pick(topics, at, 'q5')
  })
  return words.map((q, at): ListQuery => ({
    q,
    ...(at % 2 === 1 && { class: [pick(reuseClasses, at, 'f1')] }),
    ...(at % 4 === 3 && { licence: [pick(licences, at, 'f2'), pick(licences, at, 'f3')] }),
    ...(at % 8 === 7 && { town: [pick(towns, at, 'f4'), pick(towns, at, 'f5'), pick(towns, at, 'f6')] }),
    ...(at % 10 === 9 && { installable: ['yes'] }),
    ...(at % 12 === 0 && { page: 3 }),
    ...(at % 15 === 0 && { sort: 'newest' as const }),
  }))
}
