import type { PlainDate } from './plain-date.ts'

/** A calendar of RFC 5545, for one download or to subscribe to. */
export type Calendar = {
  /** PRODID: `-//owner//program//language`. */
  readonly producer: string
  /** What programs call the calendar. */
  readonly name?: string
  /** How often a subscriber should look again, in hours. */
  readonly refreshHours?: number
  /** True for a feed of what somebody publishes; deadlines and reminders of one person have no method. */
  readonly isPublished?: boolean
  readonly events: readonly CalendarEvent[]
}

export type CalendarEvent = {
  /** Lasting and unique in the world: by it a calendar knows an event again and changes it. */
  readonly uid: string
  /** When what stands here was written down. */
  readonly stamp: Date
  /** A moment, or a whole day. */
  readonly starts: Date | PlainDate
  /** Of the same kind as the beginning. A day is the first one that does not belong to it any more; without an end it takes one day. */
  readonly ends?: Date | PlainDate
  readonly summary: string
  readonly description?: string
  readonly location?: string
  readonly categories?: readonly string[]
  readonly url?: string
  /** Grows with each change that somebody with the event in the calendar must learn. */
  readonly sequence?: number
  readonly changedAt?: Date
  readonly status?: 'confirmed' | 'cancelled'
  /** Nobody is busy because of it. */
  readonly isFree?: boolean
}

/**
 * The calendar as text. It depends on what it is given alone: the same events make the same bytes. Moments stand in UTC, so that
 * no rule of summer time has to travel with them; days are days wherever they are read.
 */
export function calendarText({ producer, name, refreshHours, isPublished, events }: Calendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:${escaped(producer)}`,
    ...(isPublished ? ['METHOD:PUBLISH'] : []),
    // RFC 7986, 5.1, and what older programs read.
    ...(name === undefined ? [] : [`NAME:${escaped(name)}`, `X-WR-CALNAME:${escaped(name)}`]),
    ...(refreshHours === undefined ? [] : [`REFRESH-INTERVAL;VALUE=DURATION:PT${refreshHours}H`]),
    ...events.flatMap(linesOf),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function linesOf({ uid, stamp, starts, ends, summary, description, location, categories = [], url, sequence, changedAt, status, isFree }: CalendarEvent): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${utc(stamp)}`,
    ...(changedAt === undefined ? [] : [`LAST-MODIFIED:${utc(changedAt)}`]),
    ...(sequence === undefined ? [] : [`SEQUENCE:${sequence}`]),
    ...(status === undefined ? [] : [`STATUS:${status.toUpperCase()}`]),
    `DTSTART${timed(starts)}`,
    ...(ends === undefined ? [] : [`DTEND${timed(ends)}`]),
    `SUMMARY:${escaped(summary)}`,
    ...(description === undefined ? [] : [`DESCRIPTION:${escaped(description)}`]),
    ...(location === undefined ? [] : [`LOCATION:${escaped(location)}`]),
    ...(categories.length > 0 ? [`CATEGORIES:${categories.map(escaped).join(',')}`] : []),
    // An address is no text: its commas stay as they are (section 3.3.13).
    ...(url === undefined ? [] : [`URL:${url.replaceAll(control, '')}`]),
    ...(isFree ? ['TRANSP:TRANSPARENT'] : []),
    'END:VEVENT',
  ]
}

/** Sections 3.3.4 and 3.3.5, form 2. */
const timed = (at: Date | PlainDate): string => (at instanceof Date ? `:${utc(at)}` : `;VALUE=DATE:${at.replaceAll('-', '')}`)
const utc = (moment: Date): string => moment.toISOString().replaceAll(/[-:]|\.\d+/g, '')

// eslint-disable-next-line no-control-regex -- exactly what section 3.1 forbids
const control = /[\x00-\x1f\x7f]/g

/** Section 3.3.11: a text in which nothing is taken for structure. A tab is the one control character that may stay. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/[\\;,]/g, String.raw`\$&`)
    .replaceAll(/\r\n|\r|\n/g, String.raw`\n`)
    .replaceAll(control, (sign) => (sign === '\t' ? sign : ''))

const encoder = new TextEncoder()

/** Section 3.1: no line is longer than 75 octets; what follows begins with a space. No character is cut in two. */
function folded(line: string): string {
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
