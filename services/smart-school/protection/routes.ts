import { Type } from 'typebox'
import { audit, body, errorsIn, get, htmlLang, page, post, refuse, seeOther, title, type Answer, type Ask, type FormErrors, type Route, type Typed } from '@modellregion/kernel'
import { pageWords, words } from '../locales/index.ts'
import { printSheet } from '../lesson/pdf/print.ts'
import { assessmentBlocks } from './assessment.ts'
import { readOverview, type Measured } from './overview.ts'
import { AssessmentPage } from './pages/assessment.tsx'
import { ProtectionPage } from './pages/overview.tsx'
import { SettingsPage, typedOfMeasured, WidenPage, type SettingsForm } from './pages/settings.tsx'
import { saveQuantityDecision, saveViewDecision, setAudience } from './queries.ts'
import { isCloser, isWider, mayBePublic } from './rules.ts'
import { labelOf } from './say.ts'
import { QuantityForm, ViewForm } from './schema.ts'

const home = '/smart-school/protection'
const params = Type.Object({ quantity: Type.String({ maxLength: 40 }) })
const deciding = { access: 'protection.decide', params, title: title(words, 'protection.settings.title') } as const
const hrefOf = (quantity: string): string => `${home}/settings/${quantity}`
const languageOf = (locale: Ask['locale']): 'de' | 'en' => (locale === 'en' ? 'en' : 'de')

/** What is measured, told to everybody; the draft of the impact assessment; and the town's decisions. */
export const protectionRoutes: readonly Route[] = [
  get(home, { access: 'anyone', title: title(words, 'protection.title') }, async (ask) => {
    const t = ask.say(pageWords)
    const overview = await ask.read(readOverview)
    return page(ProtectionPage, { t, language: languageOf(ask.locale), overview, now: ask.now, mayDecide: ask.may('protection.decide') }, { crumbs: [{ label: t('service.title'), href: '/smart-school' }, { label: t('protection.title') }] })
  }),

  get(`${home}/assessment`, { access: 'anyone', title: title(words, 'protection.dpia.title') }, async (ask) => {
    const t = ask.say(pageWords)
    const overview = await ask.read(readOverview)
    return page(AssessmentPage, { t, version: overview.version, now: ask.now, blocks: assessmentBlocks(t, overview, languageOf(ask.locale), townOf(ask)) }, { crumbs: [{ label: t('service.title'), href: '/smart-school' }, { label: t('protection.title'), href: home }, { label: t('protection.dpia.title') }] })
  }),

  get(`${home}/assessment.pdf`, { access: 'anyone', title: title(words, 'protection.dpia.title'), rate: { max: 20, per: 'minute' } }, async (ask) => {
    const t = ask.say(pageWords)
    const overview = await ask.read(readOverview)
    const stand = t('protection.version', { version: overview.version, at: ask.now })
    const file = await printSheet({
      title: t('protection.dpia.title'),
      subject: t('protection.dpia.draft'),
      author: townOf(ask),
      at: ask.now,
      lang: htmlLang(ask.locale),
      brand: ask.tenant.brand,
      facts: [stand],
      parts: assessmentBlocks(t, overview, languageOf(ask.locale), townOf(ask)),
      footer: stand,
      numbered: (at, of) => t('protection.dpia.page', { at, of }),
    })
    return body('application/pdf', file, { headers: { 'content-disposition': 'inline; filename="dsfa-smart-school.pdf"', 'cache-control': 'private, max-age=60' } })
  }),

  get(`${home}/settings/:quantity`, { ...deciding, query: Type.Object({ done: Type.Optional(Type.String()) }) }, async (ask) => {
    const measured = await findMeasured(ask)
    return measured ? settings(ask, measured, undefined, {}, ask.query.done !== undefined) : unknown(ask)
  }),

  post(`${home}/settings/:quantity`, deciding, async (ask) => {
    const measured = await findMeasured(ask)
    if (!measured) return unknown(ask)
    const t = ask.say(pageWords)
    const form = ask.form(QuantityForm)
    if (!form.ok) return settings(ask, measured, form.typed, errorsIn(t, form.errors, (field) => t.find(`protection.settings.field.${field}`) ?? field))
    const { audience, keepDays, reason, sure = false } = form.value
    const { quantity } = measured
    if (audience === 'public' && !mayBePublic(quantity)) return settings(ask, measured, form.typed, { audience: t('smart-school.protection.not-public') })
    const what = labelOf(quantity, languageOf(ask.locale))
    const keepsLonger = measured.keepDays !== null && (keepDays === 0 || keepDays > measured.keepDays)
    const widens = [
      ...(isWider(measured.audience, audience) ? [t('protection.confirm.audience', { what, before: t(`protection.audience.${measured.audience}`), after: t(`protection.audience.${audience}`) })] : []),
      ...(keepsLonger ? [t('protection.confirm.keep', { what })] : []),
    ]
    if (widens.length > 0 && !sure) return confirm(ask, hrefOf(quantity), quantity, widens, { audience, keepDays: String(keepDays), reason })
    await ask.write(async (db) => {
      await saveQuantityDecision(db, { quantity, audience, keepDays, reason })
      const series = await setAudience(db, quantity, audience)
      await audit(db, { action: 'smart-school.protection.quantity', subject: quantity, detail: { before: measured.audience, audience, keepDaysBefore: measured.keepDays, keepDays, series, reason } })
    })
    return seeOther(`${hrefOf(quantity)}?done=1`)
  }),

  post(`${home}/settings/:quantity/view`, deciding, async (ask) => {
    const measured = await findMeasured(ask)
    if (!measured) return unknown(ask)
    const t = ask.say(pageWords)
    const form = ask.form(ViewForm)
    if (!form.ok) return settings(ask, measured, form.typed, errorsIn(t, form.errors, (field) => t.find(`protection.settings.field.${field}`) ?? field), false, 'view')
    const { role, resolution, reason, sure = false } = form.value
    const { quantity } = measured
    const before = measured.views.find((view) => view.role === role)?.resolution ?? 'none'
    if (isCloser(before, resolution) && !sure) {
      const sentence = t('protection.confirm.view', { what: labelOf(quantity, languageOf(ask.locale)), role: t(`protection.role.${role}`), before: t(`protection.resolution.${before}`), after: t(`protection.resolution.${resolution}`) })
      return confirm(ask, `${hrefOf(quantity)}/view`, quantity, [sentence], { role, resolution, reason })
    }
    await ask.write(async (db) => {
      await saveViewDecision(db, { role, quantity, resolution, reason })
      await audit(db, { action: 'smart-school.protection.view', subject: `${role} ${quantity}`, detail: { before, resolution, reason } })
    })
    return seeOther(`${hrefOf(quantity)}?done=1`)
  }),
]

type Asks = Pick<Ask, 'read' | 'say' | 'csrf' | 'locale'>

const townOf = ({ tenant }: Pick<Ask, 'tenant'>): string => `${tenant.kind} ${tenant.name}`

const findMeasured = async (ask: Pick<Ask, 'read'> & { params: { quantity: string } }): Promise<Measured | undefined> => (await ask.read(readOverview)).measured.find(({ quantity }) => quantity === ask.params.quantity)

const unknown = (ask: Asks): Answer => refuse(404, 'smart-school.protection.unknown', ask.say(pageWords)('protection.none'), { label: ask.say(pageWords)('protection.title'), href: home })

function settings(ask: Asks, measured: Measured, typed: Typed | undefined, errors: FormErrors, saved = false, sent: SettingsForm = 'quantity'): Answer {
  const t = ask.say(pageWords)
  const what = labelOf(measured.quantity, languageOf(ask.locale))
  const heading = t('protection.settings.quantity-title', { what })
  return page(
    SettingsPage,
    { t, csrf: ask.csrf(), what, measured, sent, typed: typed ?? typedOfMeasured(measured), errors, saved },
    { title: heading, frame: 'question', private: true, noindex: true, ...(Object.keys(errors).length > 0 && { status: 422, hasErrors: true }), crumbs: [{ label: t('service.title'), href: '/smart-school' }, { label: t('protection.title'), href: home }, { label: t('protection.settings.crumb') }] },
  )
}

const confirm = (ask: Asks, action: string, quantity: string, sentences: readonly string[], values: Readonly<Record<string, string>>): Answer =>
  page(WidenPage, { t: ask.say(pageWords), csrf: ask.csrf(), action, back: hrefOf(quantity), sentences, values }, { title: ask.say(pageWords)('protection.confirm.title'), frame: 'question', private: true, noindex: true })
