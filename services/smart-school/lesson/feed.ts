import type { DatasetFeeds } from '@modellregion/contracts'
import type { Platform, UnitOfWork } from '@modellregion/kernel'
import { addDays, isSchoolDay, localDate, type PlainDate } from '@modellregion/standards'
import { consumptionOf } from '../meter/consumption.ts'
import { listMeterPoints } from '../meter/queries.ts'
import { mayReadMeter } from '../meter/rules/reach.ts'
import type { MeterPoint } from '../meter/schema.ts'
import { reachOf } from '../protection/rules.ts'
import { quantityOf } from '../quantity/quantity.ts'
import { listSchools, listSeriesOfSchool } from '../store/queries.ts'
import type { School } from '../store/schema.ts'
import { listFreeDays } from '../water/queries/days.ts'
import { listPublic, readSlotRows } from './queries.ts'
import { boundsOf, slotsOf } from './rules/slots.ts'
import { firstWholeWeek, weeksOfAir, type LessonMean } from './rules/publish.ts'
import type { Publication } from './schema.ts'

type Asked = { platform: Platform; town: { readonly id: string }; now: Date }
const read = <T>({ platform, town, now }: Asked, work: (db: UnitOfWork) => Promise<T>): Promise<T> => platform.database.unit({ tenant: town.id, service: 'smart-school', access: 'read', now }, work)

/** What is public now of a kind, with its school. Without a consent there is nothing; a withdrawn one gives nothing any more. */
async function publicOf(asked: Asked, kind: Publication['kind']): Promise<{ publication: Publication; school: School }[]> {
  return await read(asked, async (db) => {
    const schools = await listSchools(db)
    return (await listPublic(db)).filter((one) => one.kind === kind).flatMap((publication) => {
      const school = schools.find(({ id }) => id === publication.schoolId)
      return school ? [{ publication, school }] : []
    })
  })
}

/** Datasets of the schools, each row by the consent of the school it belongs to. Rows come by school and day, so new days come at each school's end. */
export const schoolFeeds: DatasetFeeds<Platform> = [
  {
    id: 'energie-der-schulen-je-tag',
    title: { de: 'Energie und Wasser der Schulen je Tag', en: 'Energy and water of schools by day' },
    description: {
      de: 'Verbrauch je Schule, Zählpunkt und Kalendertag. Nur Schulen, deren Leitung zugestimmt hat. Geschätzte Teile (Lücken der Messung) stehen in einer eigenen Spalte.',
      en: 'Use by school, metering point and calendar day. Only schools whose lead has consented. Estimated parts (gaps of the measurement) stand in a column of their own.',
    },
    keywords: { de: ['Schule', 'Energie', 'Strom', 'Wärme', 'Wasser'], en: ['school', 'energy', 'electricity', 'heat', 'water'] },
    theme: 'ENER',
    licence: 'dl-zero-de',
    refresh: 'daily',
    files: [
      {
        id: 'tage',
        title: { de: 'Verbrauch je Tag', en: 'Use by day' },
        fields: [
          { id: 'schule', type: 'text', label: { de: 'Schule', en: 'School' } },
          { id: 'zaehlpunkt', type: 'text', label: { de: 'Zählpunkt', en: 'Metering point' } },
          { id: 'art', type: 'text', label: { de: 'Art', en: 'Kind' } },
          { id: 'tag', type: 'date', label: { de: 'Tag', en: 'Day' } },
          { id: 'menge', type: 'numeric', label: { de: 'Menge', en: 'Amount' } },
          { id: 'geschaetzt', type: 'numeric', label: { de: 'davon geschätzt', en: 'of it estimated' } },
          { id: 'einheit', type: 'text', label: { de: 'Einheit', en: 'Unit' } },
          { id: 'stunden', type: 'int', label: { de: 'Stunden des Tages', en: 'Hours of the day' }, notes: { de: '23 oder 25, wenn die Uhr umgestellt wird.', en: '23 or 25 when clocks change.' } },
        ],
        rows: async function* (platform, town, now) {
          const asked = { platform, town, now }
          const yesterday = localDate(now)
          for (const { publication, school } of await publicOf(asked, 'energy'))
            for (const point of await read(asked, (db) => publicPoints(db, school))) {
              if (!(publication.scope as readonly string[]).includes(point.quantity)) continue
              for (const day of await read(asked, (db) => consumptionOf(db, point.id, publication.from, yesterday, 'day')))
                // A day that nobody measured is no day without use.
                if (day.covered >= day.hours - 1) yield [school.name, point.name, quantityOf(point.quantity).label.de, day.from, Math.round(day.amount * 1_000) / 1_000, Math.round(day.estimated * 1_000) / 1_000, day.unit, day.hours]
            }
        },
      },
    ],
  },
  {
    id: 'luft-der-schulen-je-woche',
    title: { de: 'Luft in Schulen je Woche', en: 'Air in schools by week' },
    description: {
      de: 'CO₂ im Unterricht je Schule und Woche, über alle Räume zusammen. Nur Schulen, deren Leitung zugestimmt hat, nur abgeschlossene Wochen mit mindestens drei Räumen und zehn Stunden. Einzelne Räume und Stunden werden nicht veröffentlicht, weil sie zeigen, wer wann da war.',
      en: 'CO₂ during lessons by school and week, over all rooms together. Only schools whose lead has consented, only complete weeks with at least three rooms and ten lessons. Single rooms and lessons are not published, because they show who was there when.',
    },
    keywords: { de: ['Schule', 'Luft', 'CO2', 'Lüften'], en: ['school', 'air', 'CO2', 'airing'] },
    theme: 'ENVI',
    licence: 'dl-zero-de',
    refresh: 'weekly',
    files: [
      {
        id: 'wochen',
        title: { de: 'Luft je Woche', en: 'Air by week' },
        fields: [
          { id: 'schule', type: 'text', label: { de: 'Schule', en: 'School' } },
          { id: 'woche', type: 'date', label: { de: 'Woche ab Montag', en: 'Week from Monday' } },
          { id: 'mittel_ppm', type: 'int', label: { de: 'CO₂ im Mittel', en: 'mean CO₂' }, unit: 'ppm', notes: { de: 'Auf 10 ppm gerundet.', en: 'Rounded to 10 ppm.' } },
          { id: 'anteil_unter_1000', type: 'int', label: { de: 'Stunden unter 1.000 ppm', en: 'lessons below 1,000 ppm' }, unit: '%' },
          { id: 'anteil_bis_2000', type: 'int', label: { de: 'Stunden von 1.000 bis 2.000 ppm', en: 'lessons from 1,000 to 2,000 ppm' }, unit: '%' },
          { id: 'anteil_ueber_2000', type: 'int', label: { de: 'Stunden über 2.000 ppm', en: 'lessons above 2,000 ppm' }, unit: '%' },
        ],
        rows: async function* (platform, town, now) {
          const asked = { platform, town, now }
          for (const { publication, school } of await publicOf(asked, 'air')) {
            const lessons = await read(asked, (db) => lessonMeans(db, school, firstWholeWeek(publication.from), localDate(now)))
            for (const week of weeksOfAir(lessons, localDate(now))) yield [school.name, week.week, week.mean, week.below1000, week.upTo2000, week.above2000]
          }
        },
      },
    ],
  },
  {
    id: 'versuche-von-schulklassen',
    title: { de: 'Versuche von Schulklassen', en: 'Experiments of school classes' },
    description: {
      de: 'Fragen, die Klassen mit den Messgeräten ihrer Schule untersucht haben, und was dabei herauskam. Je Raum (A, B, C) ein Wert mit Streuung, keine einzelnen Stunden, keine Namen von Räumen oder Personen. Veröffentlicht mit Zustimmung der Schulleitung.',
      en: 'Questions that classes have asked of their school’s sensors, and what came out. One value with its spread for each room (A, B, C), no single lessons, no names of rooms or people. Published with the consent of the school’s lead.',
    },
    keywords: { de: ['Schule', 'Unterricht', 'Versuch', 'Umwelt'], en: ['school', 'lesson', 'experiment', 'environment'] },
    theme: 'EDUC',
    licence: 'cc-by',
    refresh: 'daily',
    files: [
      {
        id: 'ergebnisse',
        title: { de: 'Ergebnisse je Raum', en: 'Results by room' },
        fields: [
          { id: 'versuch', type: 'text', label: { de: 'Versuch', en: 'Experiment' } },
          { id: 'schule', type: 'text', label: { de: 'Schule', en: 'School' } },
          { id: 'frage', type: 'text', label: { de: 'Frage', en: 'Question' } },
          { id: 'vermutung', type: 'text', label: { de: 'Vermutung', en: 'Hypothesis' } },
          { id: 'ergebnis', type: 'text', label: { de: 'Ergebnis in Worten der Klasse', en: 'Conclusion of the class' } },
          { id: 'von', type: 'date', label: { de: 'von', en: 'from' } },
          { id: 'bis', type: 'date', label: { de: 'bis', en: 'until' } },
          { id: 'groesse', type: 'text', label: { de: 'Messgröße', en: 'Quantity' } },
          { id: 'vergleich', type: 'text', label: { de: 'Vergleich', en: 'Comparison' }, notes: { de: 'mean: Mittelwert; median: mittlerer Wert; above: Anteil der Messungen über der Grenze', en: 'mean, median, or above: share of measurements above the limit' } },
          { id: 'grenze', type: 'numeric', label: { de: 'Grenze', en: 'Limit' } },
          { id: 'raum', type: 'text', label: { de: 'Raum', en: 'Room' } },
          { id: 'werte', type: 'int', label: { de: 'Anzahl Werte', en: 'Number of values' } },
          { id: 'wert', type: 'numeric', label: { de: 'Wert', en: 'Value' } },
          { id: 'unteres_viertel', type: 'numeric', label: { de: 'unteres Viertel bis', en: 'lower quartile' } },
          { id: 'oberes_viertel', type: 'numeric', label: { de: 'oberes Viertel ab', en: 'upper quartile' } },
        ],
        rows: async function* (platform, town, now) {
          for (const { publication, school } of await publicOf({ platform, town, now }, 'experiment')) {
            const { content } = publication
            if (!content) continue
            const round = (value: number | null): number | null => (value === null ? null : Math.round(value * 1_000) / 1_000)
            for (const place of content.places)
              yield [content.title, school.name, content.question, content.hypothesis, content.conclusion, content.from, content.until, quantityOf(content.quantity).label.de, content.comparison, content.band, place.letter, place.count, round(place.value), round(place.low), round(place.high)]
          }
        },
      },
    ],
  },
]

const chunkDays = 28

/** Meter points that everybody may read. A school's consent opens nothing that the town keeps to the people of the school. */
async function publicPoints(db: UnitOfWork, school: School): Promise<MeterPoint[]> {
  const series = await listSeriesOfSchool(db, school.id)
  return (await listMeterPoints(db, school.id)).filter(({ id }) => mayReadMeter(everybody, series.filter(({ thingId }) => thingId === id)))
}

const everybody = reachOf([], [])

/** One mean for each lesson and room, staff rooms left out. Read in lots of four weeks. */
async function lessonMeans(db: UnitOfWork, school: School, from: PlainDate, until: PlainDate): Promise<LessonMean[]> {
  const series = (await listSeriesOfSchool(db, school.id)).filter(({ quantity, audience }) => quantity === 'co2' && (audience === 'public' || audience === 'school'))
  const found: LessonMean[] = []
  if (series.length === 0) return found
  const free = new Set<string>((await listFreeDays(db, school.id, from, until)).map(({ day }) => day))
  for (let start = from; start < until; start = addDays(start, chunkDays)) {
    const slots = slotsOf('lessons', start, addDays(start, chunkDays - 1) < until ? addDays(start, chunkDays - 1) : addDays(until, -1), school.lessons, (day) => isSchoolDay(day, free))
    const { bounds, bucketOf } = boundsOf(slots)
    const [first] = bounds
    if (!first) continue
    const rows = await readSlotRows(db, series.map(({ id }) => id), bounds, first, null)
    const byBucket = new Map(slots.map((slot) => [bucketOf(slot), slot]))
    for (const row of rows) {
      const slot = byBucket.get(row.bucket)
      const room = series.find(({ id }) => id === row.seriesId)?.thingId
      if (slot && room !== undefined) found.push({ room, day: slot.day, mean: row.sum / row.count })
    }
  }
  return found
}
