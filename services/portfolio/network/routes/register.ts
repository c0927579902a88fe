import { get, NotFound, page, post, refuse, seeOther, title, type Answer, type Ask, type FormErrors, type Typed } from '@modellregion/kernel'
import { pageWords, words } from '../../locales/index.ts'
import { confirm, register, withdraw } from '../attend.ts'
import { formPage, sentencesOf } from '../form.ts'
import { ConfirmRegistrationPage, OutcomePage, RegisterPage, WithdrawPage } from '../pages/register.tsx'
import { findEvent } from '../queries/event.ts'
import { findRegistration } from '../queries/registration.ts'
import { keptDays, lettersADay, unconfirmedDays, whyNotRegister } from '../rules/event.ts'
import { eventPath } from '../rules/reference.ts'
import { seatsLeft } from '../rules/seats.ts'
import { ById, RegisterForm, Signed, type TransferEvent } from '../schema.ts'
import { isTokenFor, type Purpose } from '../token.ts'
import { senderOf, townLine } from '../town.ts'
import { whenOf } from '../when.ts'
import { subjectEvent } from './event-read.ts'

const wish = { access: 'anyone', params: ById, subject: subjectEvent, title: title(words, 'network.register.title') } as const
// Links of letters need no account, no session and no form token, because the signed address is the authority; a GET changes nothing.
const signed = { access: 'anyone', csrf: false, params: ById, query: Signed } as const
const confirming = { ...signed, title: title(words, 'network.confirm.title') } as const
const withdrawing = { ...signed, title: title(words, 'network.withdraw.title') } as const
const byNetwork = { max: 30, per: 'hour' } as const
const byLink = { max: 60, per: 'hour' } as const

type OfEvent = Ask<{ id: string }, unknown, unknown, TransferEvent>

/** Registering without an account: form, link of the letter, and the way back out. */
export const registeringRoutes = [
  get('/portfolio/event/:id/register', wish, (ask) => closed(ask) ?? form(ask, {}, {})),
  post('/portfolio/event/:id/register', { ...wish, rate: byNetwork }, async (ask) => {
    const t = ask.say(pageWords)
    const over = closed(ask)
    if (over) return over
    const read = ask.form(RegisterForm)
    if (!read.ok) return form(ask, read.typed, sentencesOf(ask, 'register', read.errors))
    const { needs = null, ...who } = read.value
    await ask.write((db) => register(db, senderOf(ask), ask.subject, { ...who, needs, locale: ask.locale }))
    return page(OutcomePage, { t, title: t('network.register.sent-title'), text: t('network.register.sent', { email: who.email, most: lettersADay }), tone: 'ok', back: eventPath(ask.subject.id) }, { ...formPage(), title: t('network.register.sent-title') })
  }),

  get('/portfolio/event/registration/:id/confirm', confirming, async (ask) => {
    await check(ask, 'confirm')
    const event = await eventOf(ask)
    if (!event) return gone(ask)
    return page(ConfirmRegistrationPage, { t: ask.say(pageWords), action: `${ask.url.pathname}${ask.url.search}`, title: event.title }, formPage())
  }),
  post('/portfolio/event/registration/:id/confirm', { ...confirming, rate: byLink }, async (ask) => {
    await check(ask, 'confirm')
    const t = ask.say(pageWords)
    const done = await ask.write((db) => confirm(db, senderOf(ask), ask.params.id))
    if (!done) return gone(ask)
    const heading = t(`network.confirm.${done.state}-title`)
    return page(OutcomePage, { t, title: heading, text: t(`network.confirm.${done.state}`, { title: done.event.title }), tone: done.state === 'confirmed' ? 'ok' : 'warn', back: eventPath(done.event.id) }, { ...formPage(), title: heading })
  }),

  get('/portfolio/event/registration/:id/withdraw', withdrawing, async (ask) => {
    await check(ask, 'withdraw')
    const event = await eventOf(ask)
    if (!event) return withdrawn(ask)
    return page(WithdrawPage, { t: ask.say(pageWords), action: `${ask.url.pathname}${ask.url.search}`, title: event.title, back: eventPath(event.id) }, formPage())
  }),
  // Whoever asks twice is told the same: what is gone is gone.
  post('/portfolio/event/registration/:id/withdraw', { ...withdrawing, rate: byLink }, async (ask) => {
    await check(ask, 'withdraw')
    const event = await ask.write((db) => withdraw(db, senderOf(ask), ask.params.id))
    return withdrawn(ask, event)
  }),
]

/** @throws NotFound when the link is not one of ours */
async function check({ platform, tenant, params, query }: Pick<Ask<{ id: string }, Signed>, 'platform' | 'tenant' | 'params' | 'query'>, purpose: Purpose): Promise<void> {
  if (!(await isTokenFor(platform, tenant.id, purpose, params.id, query.token))) throw new NotFound()
}

const eventOf = ({ read, params }: Pick<Ask<{ id: string }>, 'read' | 'params'>): Promise<TransferEvent | undefined> =>
  read(async (db) => {
    const known = await findRegistration(db, params.id)
    return known && (await findEvent(db, known.eventId))
  })

/** What answers instead of the form: the organising town, or why nobody can register. */
function closed(ask: Pick<OfEvent, 'say' | 'subject' | 'tenant' | 'now' | 'platform' | 'url'>): Answer | undefined {
  const { subject: event } = ask
  if (event.town !== ask.tenant.id) return seeOther(`${townLine(ask, event.town).origin}${eventPath(event.id)}/register`)
  if (event.state === 'draft') throw new NotFound()
  const why = whyNotRegister(event, ask.now)
  return why && refuse(409, `portfolio.network.${why}`, ask.say(words)(`network.register.refusal.${why}`), { label: event.title, href: eventPath(event.id) })
}

function form(ask: Pick<OfEvent, 'say' | 'csrf' | 'subject'>, typed: Typed, errors: FormErrors): Answer {
  const t = ask.say(pageWords)
  const { subject: event } = ask
  return page(
    RegisterPage,
    { t, csrf: ask.csrf(), typed, errors, action: `${eventPath(event.id)}/register`, back: eventPath(event.id), title: event.title, when: `${event.title}, ${whenOf(t, event)}`, isFull: seatsLeft(event) === 0, keptDays },
    { ...formPage(errors), crumbs: [{ label: t('service.title'), href: '/portfolio' }, { label: event.title, href: eventPath(event.id) }, { label: t('network.register.title') }] },
  )
}

/** The link is one of ours, what it was for has been deleted. */
function gone(ask: Pick<Ask, 'say'>): Answer {
  const t = ask.say(pageWords)
  return page(OutcomePage, { t, title: t('network.gone.title'), text: t('network.gone', { days: unconfirmedDays }), tone: 'warn', back: '/portfolio/event', backLabel: t('network.gone.events') }, { ...formPage(), status: 410, title: t('network.gone.title') })
}

function withdrawn(ask: Pick<Ask, 'say'>, event?: TransferEvent): Answer {
  const t = ask.say(pageWords)
  return page(OutcomePage, { t, title: t('network.withdraw.done-title'), text: t('network.withdraw.done'), tone: 'ok', back: event ? eventPath(event.id) : '/portfolio/event' }, { ...formPage(), title: t('network.withdraw.done-title') })
}
