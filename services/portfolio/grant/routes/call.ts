import type { Static } from 'typebox'
import { get, NotFound, page, post, seeOther, title, typedOf, type Answer, type Ask, type FormErrors, type Typed } from '@modellregion/kernel'
import { cents, localDate, parsePlainDate } from '@modellregion/standards'
import { pageWords, words, type PageT } from '../../locales/index.ts'
import { accountOf, callFactsOf } from '../account.ts'
import { accountPage, at, dayFields, doneAt, DoneQuery, fresh, idOf, OfAccount, OfThing, sentencesOf, viewOf, type Asks } from '../frame.ts'
import { correctAnswer, discardCall, draftCall, sendCall, settleCall, type Outcome } from '../fund.ts'
import { accountHref } from '../links.ts'
import { AnswerPage } from '../pages/answer.tsx'
import { CallPage, NewCallPage } from '../pages/call.tsx'
import type { Done } from '../pages/parts.tsx'
import { listFormerAnswers } from '../queries/call.ts'
import { amountFrom, euroText } from '../rules/amount.ts'
import { callable, callWarnings, type AnswerRefusal, type CallRefusal } from '../rules/call.ts'
import { CallForm, CorrectAnswerForm, SettleForm, type Call } from '../schema.ts'

const draft = { access: 'grant-call.draft', params: OfAccount, title: title(words, 'grant.call.new') } as const
const one = { params: OfThing, title: title(words, 'grant.calls') } as const

/** Calls for funds: drafted by the project lead, sent by somebody else of the office, answered by the authority. */
export const callRoutes = [
  get(`${at}/call/new`, draft, (ask) => newCall(ask, ask.params.slug, fresh(ask), {})),

  post(`${at}/call/new`, { ...draft, rate: { max: 120, per: 'hour' } }, async (ask) => {
    const { slug } = ask.params
    const t = ask.say(pageWords)
    const form = ask.form(CallForm)
    if (!form.ok) return await newCall(ask, slug, form.typed, sentencesOf(ask, 'call', form.errors))
    const amountCents = amountFrom(form.value.amount)
    const [neededFrom, neededUntil] = [parsePlainDate(form.value.neededFrom), parsePlainDate(form.value.neededUntil)]
    if (amountCents === undefined || amountCents <= 0 || !neededFrom || !neededUntil || ask.actor.id === undefined) return await newCall(ask, slug, form.typed, { amount: t('grant.booking.error.amount') })
    const call = { id: idOf(ask, form.value), project: slug, neededFrom, neededUntil, amountCents, reason: form.value.reason, accountId: ask.actor.id }
    const refusal = await ask.write((db) => draftCall(db, call))
    if (!refusal) return seeOther(doneAt(slug, 'draft', `/call/${call.id}`))
    const months = (await ask.read((db) => accountOf(db, slug))).notice.useMonths
    return await newCall(ask, slug, form.typed, { [refusal.field]: refusalText(t, refusal, months) })
  }),

  get(`${at}/call/:id`, { ...one, access: 'grant.read', query: DoneQuery }, (ask) => callPage(ask, ask.params, { done: ask.query.done })),

  post(`${at}/call/:id/send`, { ...one, access: 'grant-call.send' }, async (ask) => {
    const { slug, id } = ask.params
    const t = ask.say(pageWords)
    const refusal = await ask.write((db) => sendCall(db, slug, id, ask.actor.id, localDate(ask.now)))
    if (refusal === 'unknown') throw new NotFound()
    if (refusal === 'same-person') return await callPage(ask, ask.params, { refusal: t('grant.call.same-person') })
    if (refusal) {
      const { notice } = await ask.read((db) => accountOf(db, slug))
      return await callPage(ask, ask.params, { refusal: refusalText(t, refusal, notice.useMonths) })
    }
    return seeOther(doneAt(slug, 'sent', `/call/${id}`))
  }),

  post(`${at}/call/:id/discard`, { ...one, access: 'grant-call.draft' }, async (ask) => {
    const { slug, id } = ask.params
    await ask.write((db) => discardCall(db, slug, id))
    return seeOther(doneAt(slug, 'discarded'))
  }),

  post(`${at}/call/:id/settle`, { ...one, access: 'grant-call.send' }, async (ask) => {
    const { slug, id } = ask.params
    const t = ask.say(pageWords)
    const form = ask.form(SettleForm)
    if (!form.ok) return await callPage(ask, ask.params, { typed: form.typed, errors: sentencesOf(ask, 'call', form.errors) })
    const read = outcomeOf(ask, form.value)
    if ('errors' in read) return await callPage(ask, ask.params, { typed: form.typed, errors: read.errors })
    const refused = await ask.write((db) => settleCall(db, slug, id, read.outcome))
    if (refused === 'unknown') throw new NotFound()
    if (refused) return await callPage(ask, ask.params, { typed: form.typed, errors: { [refused === 'above-call' ? 'paid' : 'settledOn']: t(`grant.call.error.${refused}`) } })
    return seeOther(doneAt(slug, 'settled', `/call/${id}`))
  }),

  get(`${at}/call/:id/answer`, { ...one, access: 'grant-call.send' }, (ask) => answerPage(ask, ask.params, undefined, {})),

  post(`${at}/call/:id/answer`, { ...one, access: 'grant-call.send' }, async (ask) => {
    const { slug, id } = ask.params
    const { id: accountId } = ask.actor
    const form = ask.form(CorrectAnswerForm)
    if (!form.ok || accountId === undefined) return await answerPage(ask, ask.params, form.typed, form.ok ? {} : sentencesOf(ask, 'call', form.errors))
    const read = outcomeOf(ask, form.value)
    if ('errors' in read) return await answerPage(ask, ask.params, form.typed, read.errors)
    const { basis, reason } = form.value
    const refused = await ask.write((db) => correctAnswer(db, slug, id, { id: idOf(ask, form.value), outcome: read.outcome, reason, basis, accountId }))
    if (refused === 'unknown') throw new NotFound()
    if (refused === 'changed') return await answerPage(ask, ask.params, { ...form.typed, basis: '' }, { outcome: ask.say(pageWords)('grant.call.error.changed') })
    if (refused) return await answerPage(ask, ask.params, form.typed, await answerErrors(ask, ask.params, refused))
    return seeOther(doneAt(slug, 'answer', `/call/${id}`))
  }),
]

/** What an answer says, or what is wrong with it. */
function outcomeOf(ask: Pick<Ask, 'say' | 'now'>, { outcome, refusal = '', ...typed }: Static<typeof SettleForm>): { readonly outcome: Outcome } | { readonly errors: FormErrors } {
  const t = ask.say(pageWords)
  const on = parsePlainDate(typed.settledOn)
  const paid = typed.paid === undefined ? undefined : amountFrom(typed.paid)
  const errors: FormErrors = {
    ...((on === undefined || on > localDate(ask.now)) && { settledOn: t('grant.booking.error.future') }),
    ...(outcome === 'paid' && (paid === undefined || paid <= 0) && { paid: t('grant.call.error.paid-missing') }),
    ...(outcome === 'refused' && refusal === '' && { refusal: t('grant.call.error.refusal-missing') }),
  }
  if (Object.keys(errors).length > 0 || on === undefined) return { errors }
  return { outcome: outcome === 'paid' && paid !== undefined ? { paid, on } : { refusal, on } }
}

async function answerErrors(ask: Asks, { slug, id }: Place, refused: AnswerRefusal): Promise<FormErrors> {
  const t = ask.say(pageWords)
  if (refused === 'same') return { outcome: t('grant.call.error.same') }
  if (refused === 'before-sent') return { settledOn: t('grant.call.error.before-sent') }
  if (refused === 'above-call') return { paid: t('grant.call.error.above-call') }
  const { notice, calls } = await ask.read((db) => accountOf(db, slug))
  return { paid: t('grant.call.error.above-grant', { rest: callable(notice, calls.filter((call) => call.id !== id)) }) }
}

type Place = { readonly slug: string; readonly id: string }

const zero = cents(0)
const refusalText = (t: PageT, { code, cents: rest = zero }: CallRefusal, months: number): string =>
  code === 'above-grant' ? t('grant.call.error.above-grant', { rest }) : code === 'too-long' ? t('grant.call.error.too-long', { months }) : t(`grant.call.error.${code}`)

async function newCall(ask: Asks, slug: string, typed: Typed, errors: FormErrors): Promise<Answer> {
  const { notice, calls } = await ask.read((db) => accountOf(db, slug))
  const t = ask.say(words)
  return page(NewCallPage, { ...viewOf(ask), typed, errors, project: slug, rest: callable(notice, calls), months: notice.useMonths }, accountPage(ask, [{ label: notice.purpose, href: accountHref(slug) }, { label: t('grant.call.new') }], errors))
}

const typedOfAnswer = ({ state, settledOn, paidCents, refusal }: Call): Typed => ({ outcome: state, ...dayFields('settledOn', settledOn), paid: paidCents === null ? '' : euroText(paidCents), refusal: refusal ?? '' })

async function answerPage(ask: Asks, { slug, id }: Place, typed: Typed | undefined, errors: FormErrors): Promise<Answer> {
  const { notice, call, former } = await ask.read(async (db) => {
    const account = await accountOf(db, slug)
    return { notice: account.notice, call: account.calls.find((one) => one.id === id && (one.state === 'paid' || one.state === 'refused')), former: await listFormerAnswers(db, id) }
  })
  if (!call) throw new NotFound()
  const t = ask.say(pageWords)
  const shown = typed ?? { ...fresh(ask), ...typedOfAnswer(call) }
  return page(
    AnswerPage,
    { ...viewOf(ask), typed: { ...shown, basis: typedOf(shown, 'basis') || String(former.length) }, errors, project: slug, call, former },
    accountPage(ask, [{ label: notice.purpose, href: accountHref(slug) }, { label: t('grant.call', { number: call.number }), href: accountHref(slug, `/call/${id}`) }, { label: t('grant.call.correct') }], errors),
  )
}

async function callPage(ask: Asks, { slug, id }: Place, { typed = {}, errors = {}, done, refusal }: { typed?: Typed; errors?: FormErrors; done?: Done | undefined; refusal?: string }): Promise<Answer> {
  const { notice, call, warnings, former } = await ask.read(async (db) => {
    const account = await accountOf(db, slug)
    const call = account.calls.find((one) => one.id === id)
    if (!call) throw new NotFound()
    return { notice: account.notice, call, warnings: call.state === 'draft' ? callWarnings(await callFactsOf(db, account, id), call) : [], former: await listFormerAnswers(db, id) }
  })
  const t = ask.say(words)
  const send = ask.may('grant-call.send')
  return page(
    CallPage,
    { ...viewOf(ask), typed, errors, project: slug, call, warnings, former, samePerson: call.accountId === ask.actor.id, refusal, done, may: { send, settle: send, draft: ask.may('grant-call.draft') } },
    { ...accountPage(ask, [{ label: notice.purpose, href: accountHref(slug) }, { label: t('grant.call', { number: call.number }) }], refusal === undefined ? errors : { refusal }), title: t('grant.call', { number: call.number }) },
  )
}
