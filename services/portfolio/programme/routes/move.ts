import { errorsIn, get, newId, page, post, seeOther, title, type Answer, type Ask, type FormErrors, type Typed } from '@modellregion/kernel'
import { localDate, partsOf, plainDate } from '@modellregion/standards'
import { pageWords, words, type PageT } from '../../locales/index.ts'
import { AmountPage, PeriodPage, StagePage } from '../pages/forms.tsx'
import { changeAmount, changePeriod, moveStage } from '../project.ts'
import { projectPath } from '../record.ts'
import { amountFrom } from '../rules/amount.ts'
import type { PeriodRefusal } from '../rules/period.ts'
import { needsOf, nextStages, type StageRefusal } from '../rules/stage.ts'
import { AmountForm, PeriodForm, StageForm, type Project } from '../schema.ts'
import { failed, formFrame } from './edit.ts'
import { BySlug, crumbsOf, projectOf } from './read.ts'

const edit = { access: 'project.edit', params: BySlug, subject: projectOf } as const
const stage = { ...edit, title: title(words, 'programme.form.stage') }
const period = { ...edit, title: title(words, 'programme.do.period') }
const amount = { ...edit, title: title(words, 'programme.form.amount') }
const rate = { max: 240, per: 'hour' } as const
type Asks = Pick<Ask<unknown, unknown, unknown, Project>, 'say' | 'csrf' | 'subject' | 'now'>

/** What moves a project: stages, periods and amounts. Each keeps what was before. */
export const movingRoutes = [
  get('/portfolio/project/:slug/stage', stage, (ask) => stageForm(ask, { stage: nextStages(ask.subject.stage)[0] ?? '', ...typedToday(ask) }, {})),
  post('/portfolio/project/:slug/stage', { ...stage, rate }, async (ask) => {
    const t = ask.say(pageWords)
    const form = ask.form(StageForm)
    if (!form.ok) return stageForm(ask, form.typed, errorsIn(t, form.errors, (field) => t.find(`programme.form.${field}`) ?? field))
    const ids = { row: newId(ask.now), change: newId(ask.now) }
    const refusal = await ask.write((db) => moveStage(db, ask.subject.slug, { stage: form.value.stage, on: plainDate(form.value.on), reason: form.value.reason ?? '' }, ids))
    return refusal ? stageForm(ask, form.typed, { [refusal.field]: stageSentence(t, refusal) }) : seeOther(`${projectPath(ask.subject.slug)}?saved=stage`)
  }),

  get('/portfolio/project/:slug/period', period, (ask) => periodForm(ask, {}, {})),
  post('/portfolio/project/:slug/period', { ...period, rate }, async (ask) => {
    const t = ask.say(pageWords)
    const form = ask.form(PeriodForm)
    if (!form.ok) return periodForm(ask, form.typed, errorsIn(t, form.errors, (field) => t.find(`programme.form.${field}`) ?? field))
    const { startsOn, endsOn, reason, document, place = '' } = form.value
    const ids = { row: newId(ask.now), change: newId(ask.now) }
    const wish = { ...(startsOn !== undefined && { startsOn: plainDate(startsOn) }), endsOn: plainDate(endsOn), reason, source: { document, place } }
    const refusal = await ask.write((db) => changePeriod(db, ask.subject.slug, wish, ids))
    return refusal ? periodForm(ask, form.typed, { [refusal.field ?? 'endsOn']: periodSentence(t, refusal) }) : seeOther(`${projectPath(ask.subject.slug)}?saved=period`)
  }),

  get('/portfolio/project/:slug/amount', amount, (ask) => amountForm(ask, {}, {})),
  post('/portfolio/project/:slug/amount', { ...amount, rate }, async (ask) => {
    const t = ask.say(pageWords)
    const form = ask.form(AmountForm)
    if (!form.ok) return amountForm(ask, form.typed, errorsIn(t, form.errors, (field) => (field === 'amount' ? t('programme.form.euro') : (t.find(`programme.form.${field}`) ?? field))))
    const { kind, reason = '', document, place = '' } = form.value
    const cents = amountFrom(form.value.amount)
    if (typeof cents === 'string') return amountForm(ask, form.typed, { amount: t(`portfolio.programme.amount-${cents}`) })
    const ids = { row: newId(ask.now), change: newId(ask.now) }
    await ask.write((db) => changeAmount(db, ask.subject.slug, { kind, cents, reason, source: { document, place } }, ids))
    return seeOther(`${projectPath(ask.subject.slug)}?saved=amount`)
  }),
]

function typedToday({ now }: Pick<Ask, 'now'>): Typed {
  const { year, month, day } = partsOf(localDate(now))
  return { 'on-day': String(day), 'on-month': String(month), 'on-year': String(year) }
}

function stageSentence(t: PageT, refusal: StageRefusal): string {
  switch (refusal.code) {
    case 'needs':
      return t('portfolio.programme.needs', { needs: t.format.list(refusal.needs.map((need) => t(`programme.need.${need}`))) })
    case 'before-last-stage':
      return t('portfolio.programme.before-last-stage', refusal)
    case 'before-period':
      return t('portfolio.programme.before-period', refusal)
    case 'not-next':
    case 'in-the-future':
    case 'reason-missing':
      return t(`portfolio.programme.${refusal.code}`)
  }
}

function periodSentence(t: PageT, refusal: PeriodRefusal): string {
  switch (refusal.code) {
    case 'end-before-start':
      return t('portfolio.programme.end-before-start', refusal)
    case 'not-later':
      return t('portfolio.programme.not-later', refusal)
    case 'start-fixed':
      return t('portfolio.programme.start-fixed', refusal)
    case 'too-long':
      return t('portfolio.programme.too-long', refusal)
    case 'start-missing':
    case 'over':
      return t(`portfolio.programme.${refusal.code}`)
  }
}

const optionsOf = (t: PageT, project: Project, here: string, errors: FormErrors) => ({ ...formFrame, title: here, crumbs: crumbsOf(t, { label: project.name, href: projectPath(project.slug) }, { label: here }), ...failed(errors) })

function stageForm(ask: Asks, typed: Typed, errors: FormErrors): Answer {
  const t = ask.say(pageWords)
  const { subject: project } = ask
  const choices = nextStages(project.stage).map((one) => ({ stage: one, needs: needsOf(project, one) }))
  return page(StagePage, { t, csrf: ask.csrf(), typed, errors, project, choices }, optionsOf(t, project, t('programme.form.stage'), errors))
}

function periodForm(ask: Asks, typed: Typed, errors: FormErrors): Answer {
  const t = ask.say(pageWords)
  return page(PeriodPage, { t, csrf: ask.csrf(), typed, errors, project: ask.subject }, optionsOf(t, ask.subject, t('programme.do.period'), errors))
}

function amountForm(ask: Asks, typed: Typed, errors: FormErrors): Answer {
  const t = ask.say(pageWords)
  return page(AmountPage, { t, csrf: ask.csrf(), typed, errors, project: ask.subject }, optionsOf(t, ask.subject, t('programme.form.amount'), errors))
}
