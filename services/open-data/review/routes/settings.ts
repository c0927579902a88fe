import { Type } from 'typebox'
import { audit, errorsIn, get, newId, page, post, seeOther, title, type Answer, type Ask, type FormErrors, type Typed } from '@modellregion/kernel'
import { pageWords, words } from '../../locales/index.ts'
import { insertCriterion, keepSetting, listOwnCriteria, retireCriterion } from '../criteria/queries.ts'
import { CriterionForm, SettingForm } from '../criteria/schema.ts'
import { reviewHome } from '../menu.ts'
import { staffPage } from '../../staff/menu.ts'
import { SettingsPage } from '../pages/settings.tsx'
import { getSetting } from '../queries.ts'

const path = `${reviewHome}/settings`
const change = { access: 'review-setting.change', title: title(words, 'review.settings') } as const
const Saved = Type.Object({ saved: Type.Optional(Type.String({ maxLength: 10 })) })
type Asks = Pick<Ask, 'say' | 'csrf' | 'may' | 'url' | 'read'>
type Shown = { times?: Typed; timeErrors?: FormErrors; question?: Typed; questionErrors?: FormErrors; saved?: boolean }

/** The town's own questions, its deadlines and its smallest group. */
export const settingRoutes = [
  get(path, { ...change, query: Saved }, (ask) => shown(ask, { saved: ask.query.saved !== undefined })),

  post(path, change, async (ask) => {
    const form = ask.form(SettingForm)
    if (!form.ok) return await shown(ask, { times: form.typed, timeErrors: errorsOf(ask, form.errors) })
    await ask.write(async (db) => {
      await keepSetting(db, form.value)
      await audit(db, { action: 'review-setting.change', subject: 'review-setting', detail: form.value })
    })
    return seeOther(`${path}?saved=1`)
  }),

  post(`${path}/question`, change, async (ask) => {
    const form = ask.form(CriterionForm)
    if (!form.ok) return await shown(ask, { question: form.typed, questionErrors: errorsOf(ask, form.errors) })
    const { questionDe, questionEn = '', stage, ground, weight, knockOut = false } = form.value
    const id = newId(ask.now)
    await ask.write(async (db) => {
      await insertCriterion(db, { id, code: `own-${id}`, stage, ground, weight, knockOut, question: { de: questionDe, en: questionEn } })
      await audit(db, { action: 'review-criterion.add', subject: `review-criterion/${id}`, detail: { stage, ground, weight, knockOut } })
    })
    return seeOther(`${path}?saved=1`)
  }),

  post(`${path}/:id/retire`, { ...change, params: Type.Object({ id: Type.String({ format: 'uuid' }) }) }, async (ask) => {
    await ask.write(async (db) => {
      if ((await retireCriterion(db, ask.params.id)) > 0) await audit(db, { action: 'review-criterion.retire', subject: `review-criterion/${ask.params.id}` })
    })
    return seeOther(`${path}?saved=1`)
  }),
]

const errorsOf = (ask: Asks, errors: Parameters<typeof errorsIn>[1]): FormErrors => {
  const t = ask.say(pageWords)
  return errorsIn(t, errors, (field) => t.find(`review.form.${field}`) ?? field)
}

async function shown(ask: Asks, { times, timeErrors = {}, question = {}, questionErrors = {}, saved = false }: Shown): Promise<Answer> {
  const { own, setting } = await ask.read(async (db) => ({ own: await listOwnCriteria(db), setting: await getSetting(db) }))
  const kept = Object.fromEntries(Object.entries(setting).map(([field, value]) => [field, String(value)]))
  const failed = Object.keys({ ...timeErrors, ...questionErrors }).length > 0
  return page(
    SettingsPage,
    { t: ask.say(pageWords), csrf: ask.csrf(), own, times: times ?? kept, timeErrors, question: { weight: '3', ...question }, questionErrors, saved },
    staffPage(ask, failed ? { status: 422, hasErrors: true } : {}),
  )
}
