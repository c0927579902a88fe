import { calendarText } from '@modellregion/standards'
import type { TransferEvent } from '../schema.ts'
import { plainTextOf } from './text.ts'

type InCalendar = Pick<TransferEvent, 'id' | 'title' | 'description' | 'startsAt' | 'endsAt' | 'place' | 'link' | 'topics' | 'state' | 'sequence' | 'changedAt'>

/**
 * Events as a calendar to subscribe to. The UID of an event is its id, the same in every town, feed and file, and SEQUENCE grows
 * with each change of time, place or title, so that a calendar that knows the event changes it. A cancelled one stays in the feed
 * and says so. The text depends on the events alone: unchanged events make the same bytes.
 */
export const calendarOfEvents = (events: readonly InCalendar[], { name, pageOf }: { name: string; pageOf: (event: InCalendar) => string }): string =>
  calendarText({
    producer: '-//Modellregion//Portfolio//DE',
    name,
    refreshHours: 12,
    isPublished: true,
    events: events.map((event) => {
      const { id, title, description, startsAt, endsAt, place, link, topics, state, sequence, changedAt } = event
      const where = place ?? link
      return {
        uid: id,
        stamp: changedAt,
        changedAt,
        sequence,
        status: state === 'cancelled' ? 'cancelled' : 'confirmed',
        starts: startsAt,
        ends: endsAt,
        summary: title,
        description: [plainTextOf(description), ...(link === null ? [] : [link])].join('\n\n'),
        ...(where !== null && { location: where }),
        categories: topics,
        url: pageOf(event),
      }
    }),
  })
