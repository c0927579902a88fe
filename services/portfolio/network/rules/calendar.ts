import type { TransferEvent } from '../schema.ts'
import { plainTextOf } from './text.ts'

type InCalendar = Pick<TransferEvent, 'id' | 'title' | 'description' | 'startsAt' | 'endsAt' | 'place' | 'link' | 'topics' | 'state' | 'sequence' | 'changedAt'>

/**
 * Events as a calendar (RFC 5545). The UID of an event is its id, the same in every town, feed and file, and SEQUENCE grows with
 * each change of time, place or title, so that a calendar that knows the event changes it. A cancelled one stays in the feed and
 * says so. The text depends on the events alone: unchanged events make the same bytes.
 */
export function calendarOfEvents(events: readonly InCalendar[], { name, pageOf }: { name: string; pageOf: (event: InCalendar) => string }): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Modellregion//Portfolio//DE',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escaped(name)}`, // RFC 7986, 5.1
    `X-WR-CALNAME:${escaped(name)}`, // what older programs read
    'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
    ...events.flatMap((event) => linesOf(event, pageOf(event))),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function linesOf({ id, title, description, startsAt, endsAt, place, link, topics, state, sequence, changedAt }: InCalendar, page: string): string[] {
  const where = place ?? link
  return [
    'BEGIN:VEVENT',
    `UID:${id}`,
    `DTSTAMP:${utc(changedAt)}`,
    `LAST-MODIFIED:${utc(changedAt)}`,
    `SEQUENCE:${sequence}`,
    `STATUS:${state === 'cancelled' ? 'CANCELLED' : 'CONFIRMED'}`,
    `DTSTART:${utc(startsAt)}`,
    `DTEND:${utc(endsAt)}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped([plainTextOf(description), ...(link === null ? [] : [link])].join('\n\n'))}`,
    ...(where === null ? [] : [`LOCATION:${escaped(where)}`]),
    ...(topics.length > 0 ? [`CATEGORIES:${topics.map(escaped).join(',')}`] : []),
    `URL:${page}`,
    'END:VEVENT',
  ]
}

/** Section 3.3.5, form 2: a moment in UTC, so that no rule of summer time has to travel with it. */
export const utc = (moment: Date): string => moment.toISOString().replaceAll(/[-:]|\.\d+/g, '')

/** Section 3.3.11: a text in which nothing is taken for structure. */
export const escaped = (text: string): string =>
  text
    .replaceAll(/[\\;,]/g, String.raw`\$&`)
    .replaceAll(/\r\n|\r|\n/g, String.raw`\n`)
    .replaceAll(/[\x00-\x08\x0b-\x1f\x7f]/g, '')

const encoder = new TextEncoder()

/** Section 3.1: no line is longer than 75 octets; what follows begins with a space. No character is cut in two. */
export function folded(line: string): string {
  let text = ''
  let octets = 0
  for (const character of line) {
    const size = encoder.encode(character).length
    if (octets + size > 75) {
      text += '\r\n '
      octets = 1
    }
    text += character
    octets += size
  }
  return text
}
