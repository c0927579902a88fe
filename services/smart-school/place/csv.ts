import type { UnitOfWork } from '@modellregion/kernel'
import { localTime, offsetMinutes } from '@modellregion/standards'
import type { PageT } from '../locales/index.ts'
import { mayRead, type Reach } from '../protection/rules.ts'
import { listSeriesOfThings, readPoints } from '../store/queries.ts'
import type { Thing } from '../store/schema.ts'
import { listSensorNames } from './queries.ts'
import type { Span } from './rules/period.ts'
import { unitOf } from './values.ts'

const two = (value: number): string => String(value).padStart(2, '0')

/** `2026-10-25 02:30 +01:00`: with the offset, because the hour at the end of summer time occurs twice. */
export function localText(at: Date): string {
  const { date, hour, minute } = localTime(at)
  const offset = offsetMinutes(at)
  return `${date} ${two(hour)}:${two(minute)} +${two(Math.floor(offset / 60))}:${two(offset % 60)}`
}

/** A cell after RFC 4180. A leading sign of a formula gets a quote, because spreadsheets would run it. */
export function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d/.test(text) ? `'${text}` : text
  return /[",\n\r;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/**
 * What somebody may read of a room in a span, series by series, as lines of comma separated values with local time and UTC. Each series is read in
 * a unit of its own, so that a year does not stand in memory at once.
 */
export async function* csvOfRoom(read: <T>(work: (db: UnitOfWork) => Promise<T>) => Promise<T>, thing: Thing, span: Span, reach: Reach, t: PageT): AsyncIterable<string> {
  yield `\uFEFF${[t('place.csv.local'), t('place.csv.utc'), t('place.csv.place'), t('place.csv.sensor'), t('place.csv.quantity'), t('place.csv.value'), t('place.csv.unit')].map(cell).join(',')}\r\n`
  const series = (await read((db) => listSeriesOfThings(db, [thing.id]))).filter((one) => mayRead(reach, one))
  const sensors = await read((db) => listSensorNames(db, series.map(({ sensorId }) => sensorId)))
  for (const one of series) {
    const { quantity } = one
    if (quantity === null) continue
    const head = [thing.name, sensors.get(one.sensorId) ?? '', quantity].map(cell).join(',')
    const points = await read((db) => readPoints(db, one.id, span.start, span.end))
    for (let from = 0; from < points.length; from += 500)
      yield points.slice(from, from + 500).map(({ at, value }) => `${localText(at)},${at.toISOString()},${head},${value},${cell(unitOf(quantity))}\r\n`).join('')
  }
}
