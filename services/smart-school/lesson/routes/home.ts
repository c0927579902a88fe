import { Type } from 'typebox'
import { body, get, NotFound, page, title, type Ask } from '@modellregion/kernel'
import { pageWords, words } from '../../locales/index.ts'
import { homeCrumbs, ownSchools } from './staff.ts'
import { experimentPath } from '../experiment.ts'
import { isMkr, mkrAreas, mkrTitle } from '../mkr.ts'
import { LessonHome, type ExperimentLine } from '../pages/home.tsx'
import { PlanPage } from '../pages/plan.tsx'
import { printSheet } from '../pdf/print.ts'
import { findPlan, lessonPlans, listPlans, type LessonPlan, type PlanFilter } from '../plans.ts'
import { listExperimentsOf } from '../queries.ts'
import { phaseOf } from '../rules/state.ts'
import type { Experiment } from '../schema.ts'

const query = Type.Object({ grade: Type.Optional(Type.String({ maxLength: 2 })), subject: Type.Optional(Type.String({ maxLength: 60 })), mkr: Type.Optional(Type.String({ maxLength: 3 })) })
const params = Type.Object({ plan: Type.String({ pattern: '^[a-z0-9-]{1,80}$' }) })

export const lineOf = (experiment: Experiment, now: Date): ExperimentLine => ({ experiment, phase: phaseOf(experiment, now), href: experimentPath(experiment.id) })

/** Lesson plans for everybody; one's own experiments for teachers. */
export const homeRoutes = [
  get('/smart-school/lesson', { access: 'anyone', query, title: title(words, 'lesson.home.title') }, async (ask) => {
    const t = ask.say(pageWords)
    const filter = filterOf(ask.query)
    const subjects = [...new Set(lessonPlans().flatMap((plan) => plan.subjects))].sort((a, b) => a.localeCompare(b, 'de'))
    const account = ask.may('experiment.start') ? ask.actor.id : undefined
    const own = account === undefined ? undefined : (await ask.read((db) => listExperimentsOf(db, account))).map((one) => lineOf(one, ask.now))
    return page(LessonHome, { t, plans: listPlans(filter), filter, subjects, own, startHref: account === undefined ? undefined : '/smart-school/lesson/new' }, { frame: 'list', crumbs: homeCrumbs(t), ...(own && { private: true }) })
  }),

  get('/smart-school/lesson/plan/:plan', { access: 'anyone', params, title: title(words, 'lesson.plan.kind') }, async (ask) => {
    const plan = getPlan(ask.params.plan)
    const t = ask.say(pageWords)
    return page(PlanPage, { t, plan, startHref: await startHref(ask, plan) }, { title: plan.title, frame: 'text', crumbs: homeCrumbs(t, plan.title) })
  }),

  get('/smart-school/lesson/plan/:plan/plan.pdf', { access: 'anyone', params, api: { summary: 'A ready lesson plan as PDF, in German.' }, rate: { max: 240, per: 'hour' } }, async (ask) => {
    const plan = getPlan(ask.params.plan)
    const t = ask.say(pageWords)
    const file = await printSheet({
      title: plan.title,
      subject: plan.summary,
      author: 'Modellregion',
      at: new Date(`${plan.version}T12:00:00Z`),
      lang: 'de',
      brand: ask.tenant.brand,
      facts: [`${plan.subjects.join(', ')} · ${t('lesson.grades', { from: plan.grades[0] ?? 1, to: plan.grades.at(-1) ?? 1 })} · ${t('lesson.minutes', { n: plan.minutes })}`, plan.mkr.map((id) => mkrTitle(id) ?? id).join(' · '), t('lesson.plan.licence-text', { licence: plan.licence, version: plan.version })],
      parts: plan.blocks,
      footer: `${plan.title} · ${plan.licence}`,
      numbered: (at, of) => t('lesson.page', { at, of }),
    })
    return body('application/pdf', file, { headers: { 'content-disposition': `inline; filename="${plan.id}.pdf"`, 'cache-control': 'public, max-age=300' } })
  }),
]

function getPlan(id: string): LessonPlan {
  const plan = findPlan(id)
  if (!plan) throw new NotFound(`lesson plan ${id}`)
  return plan
}

function filterOf({ grade, subject, mkr }: { grade?: string; subject?: string; mkr?: string }): PlanFilter {
  const year = Number(grade)
  return {
    ...(Number.isInteger(year) && year >= 1 && year <= 13 && { grade: year }),
    ...(subject !== undefined && subject !== '' && { subject }),
    ...(mkr !== undefined && (isMkr(mkr) || mkrAreas.some(({ id }) => id === mkr)) && { mkr }),
  }
}

/** Directly to the prefilled form when the teacher works for one school, else to the choice. */
async function startHref(ask: Pick<Ask, 'read' | 'actor' | 'may'>, plan: LessonPlan): Promise<string | undefined> {
  if (!ask.may('experiment.start') || !plan.experiment) return undefined
  const schools = await ask.read((db) => ownSchools(db, ask.actor))
  const only = schools.length === 1 ? schools[0] : undefined
  return `/smart-school/lesson/new?plan=${plan.id}${only ? `&school=${only.slug}` : ''}`
}
