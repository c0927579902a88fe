import type { Deadline } from './schema.ts'

type Entry = Pick<Deadline, 'id' | 'rule' | 'dueOn'>

/**
 * Deadlines as a calendar to subscribe to (RFC 5545): whole days on the last day, and for each rule a word of the service that says
 * nothing about the case, such as "Frist". Calendars lie on telephones and at foreign hosts, so no subject is in it. `host` makes
 * the ids lasting and unique: the town's host name.
 */
export function calendarOf(entries: readonly Entry[], words: (rule: string) => string, { host, now }: { host: string; now: Date }): string {
  const stamp = now.toISOString().replaceAll(/[-:]|\.\d+/g, '')
  const event = ({ id, rule, dueOn }: Entry): string[] => [
    'BEGIN:VEVENT',
    `UID:${id}@${host}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${dueOn.replaceAll('-', '')}`, // without an end it takes one day (section 3.6.1)
    `SUMMARY:${escaped(words(rule))}`,
    'TRANSP:TRANSPARENT', // nobody is busy because something is due
    'END:VEVENT',
  ]
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', `PRODID:-//${escaped(host)}//Deadlines//EN`, ...entries.flatMap(event), 'END:VCALENDAR']
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

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
