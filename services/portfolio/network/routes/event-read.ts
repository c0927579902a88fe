import { Type } from 'typebox'
import { body, get, NotFound, page, title, type Ask, type UnitOfWork } from '@modellregion/kernel'
import { pageWords, words } from '../../locales/index.ts'
import { listEntries } from '../../shelf/queries.ts'
import { textOf } from '../../shelf/schema.ts'
import { doneOf } from '../form.ts'
import { EventPage } from '../pages/event.tsx'
import { EventListPage } from '../pages/events.tsx'
import { countComing, countPast, getEvent, listComing, listComingElsewhere, listForCalendar, listPast } from '../queries/event.ts'
import { calendarOfEvents } from '../rules/calendar.ts'
import { whyNotRegister } from '../rules/event.ts'
import { eventPath } from '../rules/reference.ts'
import { beginningOf } from '../rules/text.ts'
import { ById, Paged, type TransferEvent } from '../schema.ts'
import { townLine } from '../town.ts'

const pageSize = 20
const elsewhereShown = 20
/** What a subscribed calendar keeps of the past, and how much it holds at most. */
const calendarDays = 180
const mostInCalendar = 1_000

const ListQuery = Type.Object({ view: Type.Optional(Type.Union([Type.Literal('coming'), Type.Literal('past')])), ...Paged })
const doneWords = ['saved', 'published', 'cancelled'] as const
type Asks = Pick<Ask, 'platform' | 'url' | 'tenant'>

export const subjectEvent = (db: UnitOfWork, { id }: { id: string }): Promise<TransferEvent> => getEvent(db, id)
/** A draft is there for its own office only. @throws NotFound */
export function refuseDraft({ subject, may }: Pick<Ask<{ id: string }, unknown, unknown, TransferEvent>, 'subject' | 'may'>): void {
  if (subject.state === 'draft' && !may('event.edit')) throw new NotFound()
}
const lineOf = (ask: Asks, event: TransferEvent) => ({ event, town: townLine(ask, event.town), isOwn: event.town === ask.tenant.id })

/** Reading events: lists, one event, calendars. */
export const eventReadingRoutes = [
  get('/portfolio/event', { access: 'anyone', query: ListQuery, title: title(words, 'network.event.title') }, async (ask) => {
    const t = ask.say(pageWords)
    const { view = 'coming', page: at } = ask.query
    const wanted = { from: (at - 1) * pageSize, size: pageSize }
    const [events, elsewhere, coming, past] = await ask.read(
      async (db) =>
        [
          view === 'coming' ? await listComing(db, ask.now, wanted) : await listPast(db, ask.now, wanted),
          view === 'coming' && at === 1 ? await listComingElsewhere(db, ask.now, elsewhereShown) : [],
          await countComing(db, ask.now),
          await countPast(db, ask.now),
        ] as const,
    )
    const mayEdit = ask.may('event.edit')
    return page(
      EventListPage,
      { t, now: ask.now, view, events: events.map((event) => lineOf(ask, event)), elsewhere: elsewhere.map((event) => lineOf(ask, event)), counts: { coming: coming.n, past: past.n }, page: at, pageSize, mayEdit },
      { frame: 'list', crumbs: [{ label: t('service.title'), href: '/portfolio' }, { label: t('network.event.title') }], alternates: [{ type: 'text/calendar', href: '/portfolio/event.ics', title: t('network.event.title') }], ...(mayEdit && { private: true }) },
    )
  }),

  get('/portfolio/event/:id', { access: 'anyone', params: ById, query: Type.Object({ done: Type.Optional(Type.String({ maxLength: 20 })) }), subject: subjectEvent, title: title(words, 'network.kind.event') }, async (ask) => {
    refuseDraft(ask)
    const { subject: event, now } = ask
    const t = ask.say(pageWords)
    const { town, isOwn } = lineOf(ask, event)
    const entries = event.entries.length === 0 ? [] : (await ask.read((db) => listEntries(db, event.entries))).filter(({ published }) => published || ask.may('entry.edit'))
    const may = { edit: isOwn && ask.may('event.edit'), registrations: isOwn && ask.may('registration.read') }
    return page(
      EventPage,
      { t, csrf: may.edit ? ask.csrf() : '', now, event, town, isOwn, whyNot: whyNotRegister(event, now), entries: entries.map((entry) => ({ id: entry.id, title: textOf(entry.title, ask.locale) })), may, done: doneOf(doneWords, ask.query.done) },
      {
        title: event.title,
        frame: 'object',
        description: beginningOf(event.description),
        crumbs: [{ label: t('service.title'), href: '/portfolio' }, { label: t('network.event.title'), href: '/portfolio/event' }, { label: event.title }],
        ...(event.published && isOwn ? { structuredData: schemaOrgOf(event, town.name, ask.url.origin) } : { noindex: true }),
        ...(may.edit && { private: true }),
      },
    )
  }),

  get('/portfolio/event.ics', { access: 'anyone', cacheFor: 300, query: Type.Object({ towns: Type.Optional(Type.Literal('all')) }), api: { summary: 'Transfer events as a calendar to subscribe to (RFC 5545): of this town, or with towns=all of all towns of the installation.' } }, async (ask) => {
    const since = new Date(ask.now.getTime() - calendarDays * 86_400_000)
    const events = await ask.read((db) => listForCalendar(db, since, ask.query.towns === 'all', mostInCalendar))
    return calendarAnswer(ask, events, 'inline')
  }),

  get('/portfolio/event/:id/event.ics', { access: 'anyone', params: ById, subject: subjectEvent, api: { summary: 'One transfer event as a calendar file (RFC 5545).' } }, (ask) => {
    refuseDraft(ask)
    return calendarAnswer(ask, [ask.subject], 'attachment')
  }),
]

const calendarAnswer = (ask: Asks & Pick<Ask, 'say'>, events: readonly TransferEvent[], as: 'inline' | 'attachment') =>
  body('text/calendar; charset=utf-8', calendarOfEvents(events, { name: ask.say(words)('network.event.calendar-name', { town: ask.tenant.name }), pageOf: ({ id }) => `${townLine(ask, events.find((event) => event.id === id)?.town ?? '').origin || ask.url.origin}${eventPath(id)}` }), {
    headers: { 'content-disposition': `${as}; filename="termine.ics"` },
  })

const schemaOrgOf = (event: TransferEvent, organiser: string, origin: string) => ({
  '@context': 'https://schema.org',
  '@type': 'Event',
  name: event.title,
  description: beginningOf(event.description, 400),
  startDate: event.startsAt.toISOString(),
  endDate: event.endsAt.toISOString(),
  eventStatus: `https://schema.org/${event.state === 'cancelled' ? 'EventCancelled' : 'EventScheduled'}`,
  eventAttendanceMode: `https://schema.org/${event.place === null ? 'OnlineEventAttendanceMode' : event.link === null ? 'OfflineEventAttendanceMode' : 'MixedEventAttendanceMode'}`,
  location: event.place === null ? { '@type': 'VirtualLocation', url: event.link } : { '@type': 'Place', name: event.place, address: event.place },
  organizer: { '@type': 'Organization', name: organiser },
  url: `${origin}${eventPath(event.id)}`,
})
