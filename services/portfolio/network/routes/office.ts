import { Type } from 'typebox'
import { body, consolePage, get, page, title } from '@modellregion/kernel'
import { localTime } from '@modellregion/standards'
import { csvFile, germanCsv } from '../../csv/rules.ts'
import { pageWords, words, type T } from '../../locales/index.ts'
import { DeskPage } from '../pages/desk.tsx'
import { RegistrationsPage } from '../pages/registrations.tsx'
import { countOwnEvents, listOwnEvents } from '../queries/event.ts'
import { listOpenObjections } from '../queries/objection.ts'
import { listAskedOfUs, listFreshlyAnswered, listHiddenQuestions } from '../queries/question.ts'
import { listRegistrations } from '../queries/registration.ts'
import { keptDays } from '../rules/event.ts'
import { ById, Paged, type Registration } from '../schema.ts'
import { townOf } from '../town.ts'
import { ownEvent } from './event-edit.ts'

const pageSize = 25
const most = 20
const registrations = { access: 'registration.read', params: ById, subject: ownEvent, title: title(words, 'network.registrations.title') } as const

/** The desk of the project office, and who has registered. */
export const officeRoutes = [
  get('/portfolio/network', { access: 'event.edit', query: Type.Object(Paged), title: title(words, 'network.desk.title') }, async (ask) => {
    const t = ask.say(pageWords)
    const { page: at } = ask.query
    const [events, { n }, fresh, asked, hidden, objections] = await ask.read(
      async (db) =>
        [await listOwnEvents(db, { from: (at - 1) * pageSize, size: pageSize }), await countOwnEvents(db), await listFreshlyAnswered(db, most), await listAskedOfUs(db, most), await listHiddenQuestions(db, most), await listOpenObjections(db, most)] as const,
    )
    return page(DeskPage, { t, now: ask.now, events, total: n, page: at, pageSize, fresh, asked, hidden, objections, townOf: townOf(ask) }, consolePage(ask))
  }),

  get('/portfolio/event/:id/registration', registrations, async (ask) => {
    const t = ask.say(pageWords)
    const { subject: event } = ask
    const all = await ask.read((db) => listRegistrations(db, event.id))
    return page(RegistrationsPage, { t, event, registrations: all, keptDays }, consolePage(ask))
  }),

  get('/portfolio/event/:id/registration.csv', { access: 'registration.read', params: ById, subject: ownEvent, api: { summary: 'Confirmed registrations of an event and its waiting list as CSV, for the organiser.' } }, async (ask) => {
    const all = await ask.read((db) => listRegistrations(db, ask.subject.id))
    return body('text/csv; charset=utf-8', csvOf(ask.say(words), all), { headers: { 'content-disposition': 'attachment; filename="anmeldungen.csv"', 'cache-control': 'private, no-store' } })
  }),
]

function csvOf(t: T, all: readonly Registration[]): string {
  const head = [...(['name', 'organisation', 'email', 'needs'] as const).map((name) => t(`network.register.field.${name}`)), t('network.registrations.state'), t('network.registrations.since')]
  const rows = all.map(({ name, organisation, email, needs, state, confirmedAt }) => [name, organisation, email, needs ?? '', t(state === 'confirmed' ? 'network.registrations.seat' : 'network.registrations.waiting'), confirmedAt ? momentIn(confirmedAt) : ''])
  return csvFile([head, ...rows], germanCsv)
}

/** `2026-03-04 09:30` in Berlin, as a spreadsheet reads it. */
function momentIn(instant: Date): string {
  const { date, hour, minute } = localTime(instant)
  return `${date} ${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
