import { get, newId, NotFound, page, post, refuse, seeOther, title, type Answer, type Ask, type FormErrors, type Typed, type UnitOfWork } from '@modellregion/kernel'
import { localDate, partsOf } from '@modellregion/standards'
import { pageWords, words, type PageT } from '../../locales/index.ts'
import { listEntries } from '../../shelf/queries.ts'
import { formPage, isOutdated, momentOf, sentencesOf } from '../form.ts'
import { announceEvent, callOff, changeEvent, dropDraft, planEvent } from '../hold.ts'
import { CancelPage, EventFormPage } from '../pages/event-form.tsx'
import { getEvent, lockOwnEvent } from '../queries/event.ts'
import { canCallOff, readEvent, typedTime, type EventRefusal } from '../rules/event.ts'
import { eventPath, reusePath } from '../rules/reference.ts'
import { ById, CancelForm, EventForm, type NewEvent, type TransferEvent } from '../schema.ts'
import { senderOf } from '../town.ts'

/** The event of the address, when it belongs to the town that is asked. @throws NotFound */
export async function ownEvent(db: UnitOfWork, { id }: { id: string }): Promise<TransferEvent> {
  const event = await getEvent(db, id)
  if (event.town !== db.tenant) throw new NotFound()
  return event
}

const heading = title(words, 'network.event.new')
const edit = { access: 'event.edit', params: ById, subject: ownEvent, title: title(words, 'network.event.edit') } as const
const cancel = { access: 'event.edit', params: ById, subject: ownEvent, title: title(words, 'network.event.cancel') } as const
const rate = { max: 120, per: 'hour' } as const
type Asks = Pick<Ask, 'say' | 'csrf' | 'form' | 'read' | 'now' | 'url'>
type OfEvent = Ask<{ id: string }, unknown, unknown, TransferEvent>

/** Planning, changing, publishing and calling off. */
export const eventEditingRoutes = [
  get('/portfolio/event/new', { access: 'event.edit', title: heading }, (ask) => form(ask, undefined, { key: newId(ask.now) }, {})),
  post('/portfolio/event', { access: 'event.edit', title: heading, rate }, async (ask) => {
    const read = await readTyped(ask)
    if (!read.ok) return form(ask, undefined, read.typed, read.errors)
    await ask.write(async (db) => {
      if (!(await planEvent(db, read.event))) await changeEvent(db, senderOf(ask), read.event)
    })
    return seeOther(`${eventPath(read.event.id)}?done=saved`)
  }),

  get('/portfolio/event/:id/edit', edit, (ask) => (ask.subject.state === 'cancelled' ? tooLate(ask) : form(ask, ask.subject, typedOfEvent(ask.subject, ask.url.origin), {}))),
  post('/portfolio/event/:id/edit', { ...edit, rate }, async (ask) => {
    const read = await readTyped(ask, ask.subject)
    if (!read.ok) return form(ask, ask.subject, read.typed, read.errors)
    const { seen } = read
    const { other, changed } = await ask.write(async (db) => {
      const now = await lockOwnEvent(db, ask.subject.id)
      return isOutdated(seen, now) ? { other: now } : { changed: await changeEvent(db, senderOf(ask), read.event) }
    })
    // What was typed stays; saved once more it replaces what the other person wrote.
    if (other) return form(ask, other, { ...read.typed, seen: momentOf(other) }, { title: ask.say(pageWords)('network.outdated') })
    return changed ? seeOther(`${eventPath(ask.subject.id)}?done=saved`) : tooLate(ask)
  }),

  post('/portfolio/event/:id/publish', { ...edit, rate }, async (ask) => {
    await ask.write((db) => announceEvent(db, ask.subject.id))
    return seeOther(`${eventPath(ask.subject.id)}?done=published`)
  }),
  post('/portfolio/event/:id/delete', { ...edit, rate }, async (ask) => {
    await ask.write((db) => dropDraft(db, ask.subject.id))
    return seeOther('/portfolio/network')
  }),

  get('/portfolio/event/:id/cancel', cancel, (ask) => cancelForm(ask, {}, {})),
  post('/portfolio/event/:id/cancel', { ...cancel, rate }, async (ask) => {
    if (!canCallOff(ask.subject, ask.now)) return tooLate(ask)
    const read = ask.form(CancelForm)
    if (!read.ok) return cancelForm(ask, read.typed, sentencesOf(ask, 'event', read.errors))
    await ask.write((db) => callOff(db, ask.subject.id, read.value.note))
    return seeOther(`${eventPath(ask.subject.id)}?done=cancelled`)
  }),
]

type ReadTyped = { ok: true; event: NewEvent; seen: string | undefined; typed: Typed } | { ok: false; typed: Typed; errors: FormErrors }

async function readTyped(ask: Asks, before?: TransferEvent): Promise<ReadTyped> {
  const t = ask.say(pageWords)
  const typed = ask.form(EventForm)
  if (!typed.ok) return { ok: false, typed: typed.typed, errors: sentencesOf(ask, 'event', typed.errors) }
  const read = readEvent(before?.id ?? typed.value.key ?? newId(ask.now), typed.value, ask.now, before)
  if (!read.ok) return { ok: false, typed: typed.typed, errors: Object.fromEntries(read.refusals.map((refusal) => [refusal.field, sentenceOf(t, refusal)])) }
  const known = read.event.entries.length === 0 ? [] : await ask.read((db) => listEntries(db, read.event.entries))
  if (known.length < read.event.entries.length) return { ok: false, typed: typed.typed, errors: { entries: t('network.event.refusal.entries') } }
  return { ...read, seen: typed.value.seen, typed: typed.typed }
}

const sentenceOf = (t: PageT, { code, line = 1 }: EventRefusal): string => (code === 'text' ? t('network.text-fault', { field: t('network.event.field.description'), line }) : t(`network.event.refusal.${code}`))

function form(ask: Pick<Ask, 'say' | 'csrf'>, event: TransferEvent | undefined, typed: Typed, errors: FormErrors): Answer {
  const t = ask.say(pageWords)
  const back = event ? eventPath(event.id) : '/portfolio/network'
  return page(
    EventFormPage,
    { t, csrf: ask.csrf(), typed, errors, action: event ? `${back}/edit` : '/portfolio/event', back, isNew: event === undefined, tells: event?.state === 'published' },
    { ...formPage(errors), crumbs: [{ label: t('service.title'), href: '/portfolio' }, { label: t('network.event.title'), href: '/portfolio/event' }, { label: t(event ? 'network.event.edit' : 'network.event.new') }] },
  )
}

function cancelForm(ask: Pick<OfEvent, 'say' | 'csrf' | 'subject' | 'now'>, typed: Typed, errors: FormErrors): Answer {
  const { id, title: heading, registered, waiting } = ask.subject
  if (!canCallOff(ask.subject, ask.now)) return tooLate(ask)
  return page(CancelPage, { t: ask.say(pageWords), csrf: ask.csrf(), typed, errors, action: `${eventPath(id)}/cancel`, back: eventPath(id), title: heading, told: registered + waiting }, formPage(errors))
}

const tooLate = (ask: Pick<OfEvent, 'say' | 'subject'>): Answer => refuse(409, 'portfolio.network.cancelled', ask.say(words)(ask.subject.state === 'cancelled' ? 'network.event.refusal.cancelled' : 'network.event.refusal.not-now'), { label: ask.subject.title, href: eventPath(ask.subject.id) })

/** The event as its form shows it. */
function typedOfEvent(event: TransferEvent, origin: string): Typed {
  const [first, last] = [localDate(event.startsAt), localDate(event.endsAt)]
  // The last moment of a day, or the beginning itself, which is the default.
  const until = event.registerUntil.getTime() === event.startsAt.getTime() ? undefined : localDate(event.registerUntil)
  return {
    title: event.title,
    description: event.description,
    ...dateFields('day', first),
    from: typedTime(event.startsAt),
    ...dateFields('lastDay', last === first ? undefined : last),
    until: typedTime(event.endsAt),
    place: event.place ?? '',
    link: event.link ?? '',
    invited: event.invited,
    seats: event.seats === null ? '' : String(event.seats),
    ...dateFields('registerUntil', until),
    topics: event.topics.join(', '),
    entries: event.entries.map((id) => `${origin}${reusePath(id)}`).join('\n'),
    seen: momentOf(event),
  }
}

/** The three inputs of a day. */
export function dateFields(name: string, day: ReturnType<typeof localDate> | undefined): Record<string, string> {
  if (day === undefined) return {}
  const { year, month, day: number } = partsOf(day)
  return { [`${name}-day`]: String(number), [`${name}-month`]: String(month), [`${name}-year`]: String(year) }
}
