import { addDays, instantAt, type PlainDate } from '@modellregion/standards'
import type { Content, Slot } from '../crypto/message.ts'
import type { Act } from '../thread/schema.ts'
import type { DemoConfidant } from './confidants.ts'

type Key = DemoConfidant['key']
export type DemoStep = { daysAgo: number; hour: number; by: 'person' | Key; content: Content | ((today: PlainDate) => Content); act?: Act; declares?: true }
export type DemoCase = {
  id: string
  town: 'aachen' | 'hohenried'
  readers: readonly Key[]
  excluded?: readonly Key[]
  /** Return secret that is shown in the demonstration; the others have none that anybody knows. */
  secret?: readonly string[]
  steps: readonly DemoStep[]
}

/** Eight words with which everybody may come back to an invented case, as the person would. Nothing where no demonstration is on. */
export const demoReturnSecret = (platform: { readonly config: { readonly demo: boolean } }, town: string): readonly string[] | undefined =>
  platform.config.demo ? demoCases.find((one) => one.town === town && one.secret)?.secret : undefined

const start = (topic: string, text: string, language: 'de' | 'en' | 'de-x-leicht' = 'de', excluded: readonly string[] = []): Content => ({ kind: 'start', topic, lane: 'counsel', language, excluded, text })
const text = (words: string): Content => ({ kind: 'text', text: words })
const declared: Content = { kind: 'report-declared', statement: 'Ich möchte, dass aus diesem Gespräch ein Hinweis nach dem Hinweisgeberschutzgesetz wird. Das entscheide ich selbst.' }

const place = 'Teeküche der Bibliothek, zweiter Stock'
const slot = (today: PlainDate, days: number, hour: number): Slot => ({ from: instantAt(addDays(today, days), hour).toISOString(), minutes: 45 })

/** Invented conversations: everything in them is made up, nobody is meant. Days count back from the first start. */
export const demoCases: readonly DemoCase[] = [
  {
    id: '0de30000-0000-4000-8000-00000000c001',
    town: 'aachen',
    readers: ['vera'],
    secret: ['drossel', 'morgen', 'kastanie', 'silber', 'lampe', 'nadel', 'besen', 'birne'],
    steps: [
      { daysAgo: 3, hour: 20, by: 'person', content: start('bullying', 'Seit der neuen Einteilung werde ich bei Besprechungen nicht mehr eingeladen, und meine Vorschläge werden nachgemacht. Ich weiß nicht, ob ich mir das einbilde.') },
      { daysAgo: 2, hour: 9, by: 'vera', content: text('Danke, dass Sie schreiben. Sie bilden sich nichts ein, wenn es Ihnen so geht. Mögen Sie erzählen, wann es angefangen hat? Namen brauche ich nicht.') },
      { daysAgo: 1, hour: 19, by: 'person', content: text('Im Herbst, nach dem Umzug in das andere Haus. Ich habe angefangen, die Tage aufzuschreiben.') },
    ],
  },
  {
    id: '0de30000-0000-4000-8000-00000000c002',
    town: 'aachen',
    readers: ['vera', 'yasemin'],
    excluded: ['viktor'],
    steps: [{ daysAgo: 0, hour: 6, by: 'person', content: start('harassment', 'A colleague keeps sending me messages at night. I have asked him to stop. I do not want a big procedure, I want it to end.', 'en', ['0193e000-0000-7000-8000-0000000c0002']) }],
  },
  {
    id: '0de30000-0000-4000-8000-00000000c003',
    town: 'aachen',
    readers: ['viktor'],
    steps: [
      { daysAgo: 24, hour: 21, by: 'person', content: start('compliance', 'Bei uns werden Rechnungen geteilt, damit sie unter der Grenze für Ausschreibungen bleiben. Ich habe zwei Beispiele.') },
      { daysAgo: 23, hour: 18, by: 'viktor', content: text('Danke für das Vertrauen. Wir können erst einmal nur reden. Wenn Sie möchten, wird daraus ein Hinweis mit festen Fristen. Das entscheiden nur Sie.') },
      { daysAgo: 20, hour: 21, by: 'person', content: declared, declares: true },
      { daysAgo: 18, hour: 18, by: 'viktor', content: { kind: 'receipt-confirmed' }, act: 'receipt' },
      { daysAgo: 17, hour: 19, by: 'viktor', content: { kind: 'record', version: 1, text: 'Geschildert wurde, dass Aufträge über Pflegearbeiten in mehrere Rechnungen geteilt werden. Zwei Beispiele aus dem Frühjahr liegen vor. Weitere Personen wurden nicht genannt.' } },
    ],
  },
  {
    id: '0de30000-0000-4000-8000-00000000c004',
    town: 'aachen',
    readers: ['yasemin'],
    steps: [
      { daysAgo: 6, hour: 22, by: 'person', content: start('violence', 'In der Notbetreuung ist ein Kollege laut geworden und hat eine Tür so zugeschlagen, dass sie kaputt war. Ich habe Angst vor dem nächsten Dienst.') },
      { daysAgo: 6, hour: 23, by: 'person', content: declared, declares: true },
    ],
  },
  {
    id: '0de30000-0000-4000-8000-00000000c005',
    town: 'aachen',
    readers: ['vera'],
    steps: [
      { daysAgo: 30, hour: 12, by: 'person', content: start('conflict', 'Zwei von uns reden nicht mehr miteinander, und ich stehe dazwischen.') },
      { daysAgo: 29, hour: 9, by: 'vera', content: text('Das ist anstrengend. Würde ein Gespräch zu dritt helfen, mit jemandem von außen? Ich kann sagen, wen man fragen kann, ohne dass Sie auftauchen.') },
      { daysAgo: 15, hour: 17, by: 'person', content: text('Wir haben es gemacht. Es ist besser geworden. Danke.') },
      { daysAgo: 10, hour: 10, by: 'vera', content: { kind: 'closed', text: 'Das freut mich. Ich schließe das Gespräch. In 90 Tagen wird alles gelöscht, auf Wunsch auch sofort.' }, act: 'close' },
    ],
  },
  {
    id: '0de30000-0000-4000-8000-00000000c006',
    town: 'aachen',
    readers: ['yasemin'],
    steps: [
      { daysAgo: 9, hour: 20, by: 'person', content: start('health', 'Ich kann nicht mehr schlafen, seit drei Stellen unbesetzt sind. Ich würde lieber reden als schreiben.') },
      { daysAgo: 8, hour: 14, by: 'yasemin', content: (today) => ({ kind: 'slots', place, slots: [slot(today, 2, 15), slot(today, 5, 16)] }) },
      { daysAgo: 7, hour: 19, by: 'person', content: (today) => ({ kind: 'slot-chosen', slot: slot(today, 5, 16), place, code: 'Kastanie 27' }) },
    ],
  },
  {
    id: '0de30000-0000-4000-8000-00000000c007',
    town: 'hohenried',
    readers: ['vera'],
    steps: [
      { daysAgo: 2, hour: 18, by: 'person', content: start('discrimination', 'Im Bauhof bekomme ich als Einzige nie die großen Maschinen. Es heißt, das sei nichts für mich.') },
      { daysAgo: 1, hour: 11, by: 'vera', content: text('Danke, dass du schreibst. Ich arbeite nicht bei euch im Ort, das hilft vielleicht. Magst du erzählen, wer die Arbeit einteilt, nur die Rolle?') },
    ],
  },
]
