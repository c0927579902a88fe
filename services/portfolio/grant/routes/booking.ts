import { fileAnswer, get, getFile, kernelWords, newId, NotFound, page, post, receiveFile, recordFile, seeOther, title, typedOf, type Answer, type FormErrors, type ReceivedFile, type Typed, type Ask } from '@modellregion/kernel'
import { cents, localDate, parsePlainDate } from '@modellregion/standards'
import { pageWords, words, type PageT } from '../../locales/index.ts'
import { accountOf } from '../account.ts'
import { bookFresh, correctBooking, isProved, keepEvidence, keepRemark, whyNotCorrect } from '../book.ts'
import { accountPage, at, byOf, dayFields, doneAt, DoneQuery, fresh, idOf, OfAccount, OfThing, sentencesOf, viewOf, wayTo, type Asks } from '../frame.ts'
import { BookingPage, CorrectPage, NewBookingPage } from '../pages/booking.tsx'
import type { Done } from '../pages/parts.tsx'
import { findBooking, findEvidence, listEvidence, listRemarksOn } from '../queries/booking.ts'
import { amountFrom, euroText, parsePercent, percentText } from '../rules/amount.ts'
import { BookingForm, ReasonForm, RemarkForm, type BookingEntry, type BookingRow, type Line } from '../schema.ts'

const book = { access: 'grant.book', params: OfAccount, title: title(words, 'grant.booking.new') } as const
const correct = { access: 'grant.book', params: OfThing, title: title(words, 'grant.booking.correct') } as const
const fileLimit = 10_000_000
const fileTypes = ['application/pdf', 'image/', 'text/plain']

/** Payments: booked, corrected by counter-bookings, proved by files, remarked on. */
export const bookingRoutes = [
  get(`${at}/booking/new`, book, (ask) => newBooking(ask, ask.params.slug, { ...fresh(ask), vatCounts: 'true', share: '100' }, {})),

  post(`${at}/booking/new`, { ...book, rate: { max: 600, per: 'hour' } }, async (ask) => {
    const { slug } = ask.params
    const read = await entryOf(ask, slug)
    if ('errors' in read) return await newBooking(ask, slug, read.typed, read.errors)
    const { id, entry } = read
    const done = await ask.write(async (db) => (await findBooking(db, slug, id)) !== undefined || (await bookFresh(db, slug, [{ id, entry }], byOf(ask))).twice === 0)
    return !done ? await newBooking(ask, slug, read.typed, { voucher: ask.say(pageWords)('grant.booking.error.twice') }) : seeOther(doneAt(slug, 'booked', `/booking/${id}`))
  }),

  get(`${at}/booking/:id`, { access: 'grant.read', params: OfThing, query: DoneQuery, title: title(words, 'grant.bookings') }, (ask) => bookingPage(ask, ask.params, { done: ask.query.done })),

  get(`${at}/booking/:id/correct`, correct, async (ask) => await correctPage(ask, ask.params, undefined, {})),
  post(`${at}/booking/:id/correct`, { ...correct, rate: { max: 600, per: 'hour' } }, async (ask) => {
    const { slug, id } = ask.params
    const t = ask.say(pageWords)
    const why = ask.form(ReasonForm)
    if (!why.ok) return await correctPage(ask, ask.params, { ...ask.form(BookingForm).typed, ...why.typed }, sentencesOf(ask, 'booking', why.errors))
    const read = why.value.again === true ? await entryOf(ask, slug) : undefined
    if (read && 'errors' in read) return await correctPage(ask, ask.params, { ...read.typed, ...why.typed }, read.errors)
    const ids = { counter: idOf(ask, { ...why.value, ...read?.entry }), again: newId(ask.now) }
    const refusal = await ask.write((db) => correctBooking(db, slug, id, ids, why.value.reason, read?.entry, byOf(ask)))
    if (refusal === 'unknown') throw new NotFound()
    if (refusal) return await correctPage(ask, ask.params, { ...ask.form(BookingForm).typed, ...why.typed }, { reason: t(`grant.booking.not-correctable.${refusal}`) })
    return seeOther(doneAt(slug, 'corrected', `/booking/${id}`))
  }),

  post(`${at}/booking/:id/evidence`, { ...correct, bodyLimit: fileLimit + 500_000, rate: { max: 300, per: 'hour' } }, async (ask) => {
    const { slug, id } = ask.params
    if (!(await ask.read((db) => findBooking(db, slug, id)))) throw new NotFound()
    const received = await receiveEvidence(ask)
    if ('error' in received) return await bookingPage(ask, ask.params, { errors: { file: received.error } })
    const fileId = newId(ask.now)
    await ask.write(async (db) => {
      const { file } = received
      // The same file sent once more is the one that is there.
      if (await isProved(db, slug, { bookingId: id, sha256: file.sha256 })) return
      await recordFile(db, file, fileId)
      await keepEvidence(db, slug, { id: fileId, bookingId: id, title: file.name, mediaType: file.type, sizeBytes: file.size, sha256: file.sha256 })
    })
    return seeOther(doneAt(slug, 'evidence', `/booking/${id}`))
  }),

  get(`${at}/evidence/:id`, { access: 'grant.read', params: OfThing, api: { summary: 'A file that proves a booking.', tag: 'Portfolio' } }, async (ask) => {
    const file = await ask.read(async (db) => {
      if (!(await findEvidence(db, ask.params.slug, ask.params.id))) throw new NotFound()
      return await getFile(db, ask.params.id)
    })
    return await fileAnswer(ask.platform.files, file, ask.headers)
  }),

  post(`${at}/booking/:id/remark`, { access: 'grant-remark.write', params: OfThing, title: title(words, 'grant.remark.add'), rate: { max: 300, per: 'hour' } }, async (ask) => {
    const { slug, id } = ask.params
    const form = ask.form(RemarkForm)
    const { id: accountId } = ask.actor
    if (!form.ok || accountId === undefined) return await bookingPage(ask, ask.params, { typed: form.typed, errors: form.ok ? {} : sentencesOf(ask, 'remark', form.errors) })
    const remark = { id: idOf(ask, form.value), about: 'booking' as const, aboutId: id, remark: form.value.remark, accountId }
    await ask.write(async (db) => {
      if (!(await findBooking(db, slug, id))) throw new NotFound()
      await keepRemark(db, slug, remark)
    })
    return seeOther(doneAt(slug, 'remark', `/booking/${id}`))
  }),
]

type Read = { id: string; entry: BookingEntry; typed: Typed } | { typed: Typed; errors: FormErrors }

async function entryOf(ask: Pick<Ask, 'form' | 'say' | 'read' | 'now'>, slug: string): Promise<Read> {
  const t = ask.say(pageWords)
  const form = ask.form(BookingForm)
  // All mistakes at once: amounts are looked at also when something else is missing.
  if (!form.ok) return { typed: form.typed, errors: { ...numberErrors(t, form.typed), ...sentencesOf(ask, 'booking', form.errors) } }
  const { value, typed } = form
  const { lines } = await ask.read((db) => accountOf(db, slug))
  const [amountCents, vatCents, shareBp, paidOn] = [amountFrom(value.amount), value.vat === undefined ? cents(0) : amountFrom(value.vat), value.share === undefined ? 10_000 : parsePercent(value.share), parsePlainDate(value.paidOn)]
  const errors: FormErrors = {
    ...(!lines.some(({ key, side }) => key === value.line && side !== 'grant') && { line: t('grant.booking.error.line') }),
    ...((paidOn === undefined || paidOn > localDate(ask.now)) && { paidOn: t('grant.booking.error.future') }),
    ...numberErrors(t, typed),
  }
  if (Object.keys(errors).length > 0 || amountCents === undefined || vatCents === undefined || shareBp === undefined || paidOn === undefined) return { typed, errors }
  return { typed, id: idOf(ask, value), entry: { lineKey: value.line, paidOn, voucher: value.voucher, payee: value.payee, purpose: value.purpose, amountCents, vatCents, vatEligible: value.vatCounts === true, shareBp } }
}

function numberErrors(t: PageT, typed: Typed): FormErrors {
  const [amount, vat, share] = [typedOf(typed, 'amount'), typedOf(typed, 'vat'), typedOf(typed, 'share')]
  const [amountCents, vatCents] = [amountFrom(amount), vat === '' ? 0 : amountFrom(vat)]
  return {
    ...(amount !== '' && (amountCents === undefined || amountCents <= 0) && { amount: t('grant.booking.error.amount') }),
    ...((vatCents === undefined || vatCents < 0 || vatCents > (amountCents ?? vatCents)) && { vat: t('grant.booking.error.vat') }),
    ...(share !== '' && parsePercent(share) === undefined && { share: t('grant.booking.error.share') }),
  }
}

function typedOfBooking({ lineKey, paidOn, voucher, payee, purpose, amountCents, vatCents, vatEligible, shareBp }: BookingRow): Typed {
  return { line: lineKey, ...dayFields('paidOn', paidOn), voucher, payee, purpose, amount: euroText(amountCents), vat: euroText(vatCents), vatCounts: vatEligible ? 'true' : '', share: percentText(shareBp), again: 'true' }
}

async function newBooking(ask: Asks, slug: string, typed: Typed, errors: FormErrors): Promise<Answer> {
  const { notice, lines } = await ask.read((db) => accountOf(db, slug))
  const t = ask.say(pageWords)
  return page(NewBookingPage, { ...viewOf(ask), typed, errors, project: slug, lines }, accountPage(ask, wayTo(t, notice.purpose, slug, t('grant.booking.new')), errors))
}

async function correctPage(ask: Asks, { slug, id }: { slug: string; id: string }, typed: Typed | undefined, errors: FormErrors): Promise<Answer> {
  const { account, booking } = await ask.read(async (db) => ({ account: await accountOf(db, slug), booking: await findBooking(db, slug, id) }))
  if (!booking) throw new NotFound()
  const t = ask.say(pageWords)
  return page(CorrectPage, { ...viewOf(ask), typed: typed ?? { ...fresh(ask), ...typedOfBooking(booking) }, errors, project: slug, lines: account.lines, booking }, accountPage(ask, wayTo(t, account.notice.purpose, slug, t('grant.booking.correct')), errors))
}

async function bookingPage(ask: Asks, { slug, id }: { slug: string; id: string }, { typed = fresh(ask), errors = {}, done }: { typed?: Typed; errors?: FormErrors; done?: Done | undefined }): Promise<Answer> {
  const { account, booking, evidence, remarks } = await ask.read(async (db) => ({ account: await accountOf(db, slug), booking: await findBooking(db, slug, id), evidence: await listEvidence(db, id), remarks: await listRemarksOn(db, slug, id) }))
  if (!booking) throw new NotFound()
  const t = ask.say(pageWords)
  const line = account.lines.find((one: Line) => one.key === booking.lineKey)?.title ?? booking.lineKey
  return page(
    BookingPage,
    { ...viewOf(ask), typed, errors, project: slug, booking, line, evidence, remarks, done, correctable: whyNotCorrect(booking) === undefined, may: { book: ask.may('grant.book'), remark: ask.may('grant-remark.write') } },
    { ...accountPage(ask, wayTo(t, account.notice.purpose, slug, booking.voucher), errors), title: t('grant.booking', { seq: booking.seq }) },
  )
}

async function receiveEvidence(ask: Pick<Ask, 'uploads' | 'platform' | 'tenant' | 'say'>): Promise<{ file: ReceivedFile } | { error: string }> {
  let result: { file: ReceivedFile } | { error: string } = { error: ask.say(words)('grant.evidence.missing') }
  for await (const upload of ask.uploads()) {
    const received = await receiveFile(ask.platform.files, ask.tenant.id, upload, { limit: fileLimit, allowedTypes: fileTypes })
    result = received.ok ? { file: received.file } : { error: received.code === 'files.error.empty' ? ask.say(words)('grant.evidence.missing') : (ask.say(kernelWords).find(received.code, received.args) ?? received.code) }
  }
  return result
}
