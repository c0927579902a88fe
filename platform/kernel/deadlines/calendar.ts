import { calendarText } from '@modellregion/standards'
import type { Deadline } from './schema.ts'

type Entry = Pick<Deadline, 'id' | 'rule' | 'dueOn'>

/**
 * Deadlines as a calendar to subscribe to: whole days on the last day, and for each rule a word of the service that says nothing
 * about the case, such as "Frist". Calendars lie on telephones and at foreign hosts, so no subject is in it. `host` makes the ids
 * lasting and unique: the town's host name.
 */
export const calendarOf = (entries: readonly Entry[], words: (rule: string) => string, { host, now }: { host: string; now: Date }): string =>
  calendarText({
    producer: `-//${host}//Deadlines//EN`,
    events: entries.map(({ id, rule, dueOn }) => ({ uid: `${id}@${host}`, stamp: now, starts: dueOn, summary: words(rule), isFree: true })),
  })
