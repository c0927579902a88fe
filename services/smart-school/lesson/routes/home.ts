import { Type } from 'typebox'
import { get, page, title } from '@modellregion/kernel'
import { pageWords, words } from '../../locales/index.ts'
import { listRetiredPlans, listTownPlans } from '../../lesson-plan/queries.ts'
import { filterPlans, type ListedPlan } from '../../lesson-plan/rules/filter.ts'
import { origins, type PlanFilter } from '../../lesson-plan/schema.ts'
import { shippedPlans } from '../../lesson-plan/shipped.ts'
import { homeCrumbs } from './staff.ts'
import { experimentPath } from '../experiment.ts'
import { isMkr, mkrAreas } from '../mkr.ts'
import { LessonHome, type ExperimentLine } from '../pages/home.tsx'
import { listExperimentsOf } from '../queries.ts'
import { phaseOf } from '../rules/state.ts'
import type { Experiment } from '../schema.ts'

const optional = (most: number) => Type.Optional(Type.String({ maxLength: most }))
const query = Type.Object({ grade: optional(2), subject: optional(60), mkr: optional(3), origin: optional(10), page: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000 })) })
/** Plans on one page of the list. */
const pageSize = 20

export const lineOf = (experiment: Experiment, now: Date): ExperimentLine => ({ experiment, phase: phaseOf(experiment, now), href: experimentPath(experiment.id) })

/** Lesson plans for everybody; one's own experiments for teachers. */
export const homeRoutes = [
  get('/smart-school/lesson', { access: 'anyone', query, title: title(words, 'lesson.home.title') }, async (ask) => {
    const t = ask.say(pageWords)
    const filter = filterOf(ask.query)
    const mayWrite = ask.may('lesson-plan.write')
    const account = ask.may('experiment.start') ? ask.actor.id : undefined
    const { town, retired, experiments } = await ask.read(async (db) => ({ town: await listTownPlans(db, mayWrite), retired: mayWrite ? await listRetiredPlans(db) : [], experiments: account === undefined ? undefined : await listExperimentsOf(db, account) }))
    const plans: readonly ListedPlan[] = [...shippedPlans().map(({ plan }) => ({ line: plan, origin: 'shipped' as const, open: true })), ...town.map((line) => ({ line, origin: 'town' as const, open: line.open }))]
    const subjects = [...new Set(plans.flatMap(({ line }) => line.subjects))].sort((a, b) => a.localeCompare(b, 'de'))
    const found = filterPlans(plans, filter)
    const pages = Math.max(1, Math.ceil(found.length / pageSize))
    const at = Math.min(ask.query.page ?? 1, pages)
    return page(
      LessonHome,
      {
        t,
        plans: found.slice((at - 1) * pageSize, at * pageSize),
        total: found.length,
        at,
        pages,
        filter,
        subjects,
        hasOwn: town.length > 0,
        retired,
        own: experiments?.map((one) => lineOf(one, ask.now)),
        startHref: account === undefined ? undefined : '/smart-school/lesson/new',
        writeHref: mayWrite ? '/smart-school/lesson/plan/new' : undefined,
      },
      { frame: 'list', crumbs: homeCrumbs(t), ...((account !== undefined || mayWrite) && { private: true }) },
    )
  }),
]

function filterOf({ grade, subject, mkr, origin }: { grade?: string; subject?: string; mkr?: string; origin?: string }): PlanFilter {
  const year = Number(grade)
  const from = origins.find((one) => one === origin)
  return {
    ...(Number.isInteger(year) && year >= 1 && year <= 13 && { grade: year }),
    ...(subject !== undefined && subject !== '' && { subject }),
    ...(mkr !== undefined && (isMkr(mkr) || mkrAreas.some(({ id }) => id === mkr)) && { mkr }),
    ...(from && { origin: from }),
  }
}
