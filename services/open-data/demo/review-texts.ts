import type { Ground } from '../review/criteria/schema.ts'
import type { Verdict } from '../review/schema.ts'
import type { Decision } from '../scan/schema.ts'
import type { DemoDataset } from './datasets.ts'
import { schoolSpeeds, treePatrons } from './tables.ts'

/** One step: who says what about a draft. `no` names the questions that are answered with no. */
type DemoVote = { person: 'eva' | 'gesa' | 'gerd'; daysAgo: number; verdict: Verdict; no?: readonly string[]; reasons?: string; grounds?: readonly Ground[]; publicReason?: string }
type DemoRound = { daysAgo: number; note: string; votes: readonly DemoVote[] }
export type DemoReview = Omit<DemoDataset, 'file' | 'versions' | 'views' | 'deleted'> & {
  /** A table that is looked through before it goes on, or the address of a file that lies elsewhere. */
  table?: DemoDataset['file'] & { text: string }
  link?: string
  /** What is decided about everything the search has found. */
  finding?: { decision: Decision; reason: string }
  rounds: readonly DemoRound[]
  /** Accepted for a day to come. */
  releaseInDays?: number
}

const invented = 'Für die Vorführung erfunden.'

/** Ways through the review that have ended in each possible way, or still wait. */
export const demoReviews: readonly DemoReview[] = [
  {
    name: 'geschwindigkeit-vor-schulen', title: 'Geschwindigkeit vor Schulen', office: 'fachbereich-mobilitaet', theme: 'TRAN', rhythm: 'ANNUAL', keywords: ['Schule', 'Geschwindigkeit', 'Messung', 'Verkehrssicherheit'], from: '2026-05-04', to: '2026-05-17',
    description: `Ergebnisse der Messtafeln vor acht Schulen in zwei Wochen: Zahl der Fahrzeuge, mittlere Geschwindigkeit und die Geschwindigkeit, die 85 von 100 nicht überschreiten. Kennzeichen werden nicht erfasst. ${invented}`,
    table: { title: 'Ergebnisse der Messtafeln', name: 'geschwindigkeit-vor-schulen.csv', text: schoolSpeeds(), columns: { median_kmh: { label: 'Mittlere Geschwindigkeit', unit: 'km/h' }, v85_kmh: { label: 'Geschwindigkeit, die 85 von 100 nicht überschreiten', unit: 'km/h' }, erlaubt_kmh: { label: 'Erlaubt', unit: 'km/h' }, anteil_zu_schnell_prozent: { label: 'Zu schnell', unit: '%' } } },
    rounds: [
      { daysAgo: 82, note: 'Im Rat angekündigt.', votes: [{ person: 'eva', daysAgo: 80, verdict: 'return', no: ['kept-fresh'], reasons: 'Bitte klären, welche Stelle die Messung jedes Jahr wiederholt. Sonst ist alles verständlich.' }] },
      { daysAgo: 76, note: 'Der Fachbereich misst von jetzt an jedes Jahr im Mai.', votes: [{ person: 'eva', daysAgo: 75, verdict: 'accept' }, { person: 'gesa', daysAgo: 73, verdict: 'accept' }, { person: 'gerd', daysAgo: 72, verdict: 'accept' }] },
    ],
  },
  {
    name: 'baumpatenschaften', title: 'Patenschaften für Baumscheiben', office: 'fachbereich-umwelt', theme: 'ENVI', rhythm: 'ANNUAL', keywords: ['Baum', 'Patenschaft', 'Ehrenamt'], from: '2026-01-01',
    description: `Straßen, in denen Vereine und Nachbarschaften die Flächen um die Bäume pflegen, mit der Person, die der Verein als Kontakt benannt hat. ${invented}`,
    table: { title: 'Patenschaften', name: 'baumpatenschaften.csv', text: treePatrons, columns: {} },
    finding: { decision: 'allowed', reason: 'Die Vereine haben ihre Kontakte selbst benannt, und alle haben der Nennung schriftlich zugestimmt.' },
    rounds: [{ daysAgo: 5, note: 'Die Zustimmungen liegen in der Akte.', votes: [{ person: 'eva', daysAgo: 3, verdict: 'accept' }, { person: 'gesa', daysAgo: 1, verdict: 'return', no: ['useful'], reasons: 'Genügt der Name des Vereins? Dann müsste niemand mit Namen in der Tabelle stehen.' }] }],
  },
  {
    name: 'blindenleitstreifen', title: 'Haltestellen mit Leitstreifen', office: 'fachbereich-mobilitaet', theme: 'TRAN', rhythm: 'ANNUAL', keywords: ['Haltestelle', 'Leitstreifen', 'Barrierefreiheit'], from: '2026-01-01',
    description: `Haltestellen, an denen Streifen im Boden Menschen mit Sehbehinderung führen. ${invented}`,
    link: 'https://daten.example/mobilitaet/leitstreifen.csv',
    rounds: [{ daysAgo: 14, note: 'Bitte zum Aktionstag veröffentlichen.', votes: [{ person: 'eva', daysAgo: 12, verdict: 'accept' }, { person: 'gesa', daysAgo: 10, verdict: 'accept' }, { person: 'gerd', daysAgo: 9, verdict: 'accept' }] }],
    releaseInDays: 12,
  },
  {
    name: 'baustellen', title: 'Baustellen im Straßennetz', office: 'fachbereich-mobilitaet', theme: 'TRAN', rhythm: 'WEEKLY', keywords: ['Baustelle', 'Sperrung', 'Verkehr'], from: '2026-01-01',
    description: `Genehmigte Baustellen mit Beginn, Ende und Art der Sperrung. ${invented}`,
    link: 'https://daten.example/mobilitaet/baustellen.csv',
    rounds: [{ daysAgo: 7, note: '', votes: [{ person: 'eva', daysAgo: 4, verdict: 'return', no: ['described', 'kept-fresh'], reasons: 'Es fehlt, wer die Liste jede Woche erneuert, und was „halbseitig“ für den Radverkehr heißt.' }] }],
  },
  {
    name: 'falschparken', title: 'Falschparken nach Kennzeichen und Uhrzeit', office: 'fachbereich-mobilitaet', theme: 'TRAN', rhythm: 'MONTHLY', keywords: ['Falschparken', 'Ordnungswidrigkeit'], from: '2026-01-01',
    description: `Verwarnungen mit Kennzeichen, Straße und Uhrzeit. ${invented}`,
    link: 'https://daten.example/mobilitaet/verwarnungen.csv',
    rounds: [
      {
        daysAgo: 60, note: 'Wird von der Presse nachgefragt.',
        votes: [
          { person: 'eva', daysAgo: 58, verdict: 'accept' },
          { person: 'gesa', daysAgo: 55, verdict: 'refuse', no: ['no-persons'], grounds: ['data-protection'], reasons: 'Kennzeichen sind personenbezogen.', publicReason: 'Kennzeichen, Ort und Uhrzeit zeigen, wer wann wo war.' },
          { person: 'gerd', daysAgo: 54, verdict: 'refuse', no: ['no-persons'], grounds: ['data-protection'], reasons: 'Zahlen je Straße und Monat wären möglich.', publicReason: 'Aus Kennzeichen, Straße und Uhrzeit lässt sich ablesen, wer wann wo war. Zahlen je Straße und Monat ohne Kennzeichen sind in Vorbereitung.' },
        ],
      },
    ],
  },
  {
    name: 'notstromanlagen', title: 'Pumpwerke und Notstromanlagen', office: 'fachbereich-umwelt', theme: 'ENVI', rhythm: 'ANNUAL', keywords: ['Pumpwerk', 'Notstrom'], from: '2026-01-01',
    description: `Lage und Leistung der Pumpwerke mit ihren Notstromanlagen. ${invented}`,
    link: 'https://daten.example/umwelt/pumpwerke.csv',
    rounds: [
      {
        daysAgo: 120, note: '',
        votes: [
          { person: 'eva', daysAgo: 118, verdict: 'accept' },
          { person: 'gerd', daysAgo: 115, verdict: 'refuse', no: ['no-infrastructure'], grounds: ['infrastructure'], reasons: 'Die Lage hilft, Anlagen anzugreifen.', publicReason: 'Die Lage der Anlagen zu kennen kann einem Angriff helfen.' },
          { person: 'gesa', daysAgo: 114, verdict: 'refuse', no: ['no-infrastructure'], grounds: ['infrastructure'], reasons: 'Zahl und Alter könnten veröffentlicht werden.', publicReason: 'Die Anlagen halten die Entwässerung bei Stromausfall in Gang. Ihre genaue Lage bleibt deshalb innen; ihre Zahl steht im Umweltbericht.' },
        ],
      },
    ],
  },
] // prettier-ignore
