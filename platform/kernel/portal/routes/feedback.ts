import { Type } from 'typebox'
import { page, seeOther } from '../../http/answer.ts'
import { NotFound } from '../../database/index.ts'
import { get, post, title } from '../../http/route.ts'
import { speak, type Say } from '../../i18n/index.ts'
import { kernelWords, type KernelWords } from '../../locales/index.ts'
import { errorsIn, type FieldError } from '../../forms/index.ts'
import { isReportNumber, reportNumber } from '../number.ts'
import { FeedbackPage, FeedbackSentPage, type FeedbackErrors } from '../pages/feedback.tsx'
import { newReturnCode, returnCodeHash } from '../return-code.ts'
import { keepReport } from '../report.ts'
import { FeedbackForm } from '../schema.ts'

/** The way to say that something does not work, as § 10d BGG NRW asks of every page. */
export const feedbackRoutes = [
  get('/feedback', { access: 'anyone', everyTown: true, query: Type.Object({ page: Type.Optional(Type.String({ maxLength: 500 })) }, { additionalProperties: true }), title: title(kernelWords, 'portal.feedback-heading') }, (ask) => {
    const t = ask.say(kernelWords)
    const typed = { kind: 'barrier', page: ask.query.page ?? '' }
    return page(FeedbackPage, { t, csrf: ask.csrf(), typed, errors: {} }, { frame: 'question', private: true, noindex: true, crumbs: [{ label: t('portal.feedback-heading') }] })
  }),

  post('/feedback', { access: 'anyone', everyTown: true, rate: { max: 20, per: 'hour' }, title: title(kernelWords, 'portal.feedback-heading') }, async (ask) => {
    const t = ask.say(kernelWords)
    const form = ask.form(FeedbackForm)
    if (!form.ok) {
      const props = { t, csrf: ask.csrf(), typed: form.typed, errors: errorsOf(t, form.errors) }
      return page(FeedbackPage, props, { frame: 'question', status: 422, hasErrors: true, private: true, noindex: true, crumbs: [{ label: t('portal.feedback-heading') }] })
    }
    // Whoever fell into the trap is told nothing that would help to avoid it.
    if (form.value.website !== undefined) return seeOther(sentAt(reportNumber()))
    const { tenant, platform, url } = ask
    const office = speak(kernelWords, { locale: 'de', form: tenant.addressForm, gender: tenant.gender, overrides: tenant.words })
    // Whoever has no account gets a code. It stands in this answer only: an address would keep it in every history.
    const code = ask.actor.id === undefined ? newReturnCode() : undefined
    const returnHash = code === undefined ? undefined : await returnCodeHash(platform, tenant.id, code)
    const number = await ask.write((db) => keepReport(db, { form: form.value, host: url.host, tenant, mailer: platform.mailer, office, ...(returnHash !== undefined && { returnHash }) }))
    return code === undefined ? seeOther(sentAt(number)) : page(FeedbackSentPage, { t, number, code }, { frame: 'question', title: t('portal.feedback-sent-title'), private: true, noindex: true })
  }),

  get('/feedback/sent', { access: 'anyone', everyTown: true, query: Type.Object({ number: Type.String({ maxLength: 20 }) }, { additionalProperties: true }), title: title(kernelWords, 'portal.feedback-sent-title') }, (ask) => {
    if (!isReportNumber(ask.query.number)) throw new NotFound()
    const t = ask.say(kernelWords)
    return page(FeedbackSentPage, { t, number: ask.query.number, code: undefined }, { frame: 'question', private: true, noindex: true })
  }),
]

const sentAt = (number: string): string => `/feedback/sent?number=${number}`

const labels = { kind: 'portal.feedback-kind', page: 'portal.feedback-page', message: 'portal.feedback-what', mail: 'portal.feedback-mail' } as const

function errorsOf(t: Say<KernelWords>, errors: readonly FieldError[]): FeedbackErrors {
  const isLabelled = (field: string): field is keyof typeof labels => Object.hasOwn(labels, field)
  const known = errors.filter(({ field }) => isLabelled(field))
  const said = errorsIn(t, known, (field) => (isLabelled(field) ? t(labels[field]) : field))
  return known.some(({ field, code }) => field === 'mail' && code === 'wrong-form') ? { ...said, mail: t('portal.feedback-mail-wrong') } : said
}
