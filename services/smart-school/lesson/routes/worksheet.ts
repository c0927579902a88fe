import { Type } from 'typebox'
import { body, get, htmlLang, page, seeOther, title, type Answer, type Ask, type UnitOfWork } from '@modellregion/kernel'
import { pageWords, words } from '../../locales/index.ts'
import { experimentPath } from '../experiment.ts'
import { memberOf } from '../class.ts'
import { WorksheetPage } from '../pages/worksheet.tsx'
import { printSheet } from '../pdf/print.ts'
import { getExperiment, listGroups } from '../queries.ts'
import { hasHypothesis, mayLook } from '../rules/state.ts'
import type { Experiment } from '../schema.ts'
import { levels, solutionOf, worksheetOf, type Level } from '../worksheet.ts'
import { loadFor, notOfSchool } from './staff.ts'
import { csvAnswer } from './take.ts'
import { reachOfActor } from '../../protection/reach.ts'

const params = Type.Object({ id: Type.String({ format: 'uuid' }) })
const subject = (db: UnitOfWork, { id }: { id: string }): Promise<Experiment> => getExperiment(db, id)
const query = Type.Object({ level: Type.Optional(Type.String({ maxLength: 1 })), solution: Type.Optional(Type.String({ maxLength: 1 })) })
const read = { access: 'experiment.read', params, subject, query, title: title(words, 'lesson.take.worksheet') }

export type Wish = { level: string | undefined; solution: string | undefined; base: string; isTeacher: boolean }
type Asks = Pick<Ask, 'say' | 'tenant' | 'now' | 'locale'>

const levelOf = (wish: Pick<Wish, 'level'>): Level => levels.find((one) => one === wish.level) ?? '2'
const partsOf = (t: Parameters<typeof worksheetOf>[0], experiment: Experiment, wish: Wish) => (wish.solution !== undefined && wish.isTeacher ? solutionOf(t, experiment) : worksheetOf(t, experiment, levelOf(wish)))

/** The sheet as a page; solutions for teachers only. */
export function worksheetAnswer(ask: Asks, experiment: Experiment, wish: Wish): Answer {
  const t = ask.say(pageWords)
  const isSolution = wish.solution !== undefined && wish.isTeacher
  const at = `${wish.base}/worksheet`
  return page(
    WorksheetPage,
    {
      t,
      experiment,
      parts: partsOf(t, experiment, wish),
      tabs: [
        ...levels.map((level) => ({ href: `${at}?level=${level}`, label: t(`lesson.sheet.tab-${level}`), current: !isSolution && levelOf(wish) === level })),
        ...(wish.isTeacher ? [{ href: `${at}?solution=1`, label: t('lesson.take.solution'), current: isSolution }] : []),
      ],
      pdfHref: `${at}.pdf?${isSolution ? 'solution=1' : `level=${levelOf(wish)}`}`,
      back: wish.base,
    },
    { title: t('lesson.sheet.title', { title: experiment.title }), frame: 'text', private: true, noindex: true },
  )
}

/** The same as tagged PDF. */
export async function worksheetPdf(ask: Asks, experiment: Experiment, wish: Wish): Promise<Answer> {
  const t = ask.say(pageWords)
  const isSolution = wish.solution !== undefined && wish.isTeacher
  const file = await printSheet({
    title: experiment.title,
    subject: isSolution ? t('lesson.take.solution') : t('lesson.sheet.names'),
    author: ask.tenant.name,
    at: experiment.createdAt,
    lang: htmlLang(ask.locale),
    brand: ask.tenant.brand,
    facts: [t('lesson.period', { from: experiment.from, until: experiment.until }), ...(isSolution ? [] : [t(`lesson.sheet.tab-${levelOf(wish)}`)])],
    parts: partsOf(t, experiment, wish),
    footer: `${ask.tenant.name} · ${t('service.title')}`,
    numbered: (at, of) => t('lesson.page', { at, of }),
  })
  return body('application/pdf', file, { headers: { 'content-disposition': `inline; filename="${isSolution ? 'solution' : 'worksheet'}-${experiment.id.slice(-8)}.pdf"`, 'cache-control': 'private, no-store' } })
}

/** What a teacher takes along: values, worksheets, solutions; and the class's PDF. */
export const takeRoutes = [
  get('/smart-school/lesson/experiment/:id/worksheet', read, async (ask) => {
    const own = await ask.read((db) => loadFor(db, ask.actor, ask.subject))
    return own ? worksheetAnswer(ask, ask.subject, { level: ask.query.level, solution: ask.query.solution, base: experimentPath(ask.subject.id), isTeacher: true }) : notOfSchool(ask)
  }),
  get('/smart-school/lesson/experiment/:id/worksheet.pdf', { ...read, rate: { max: 120, per: 'hour' } }, async (ask) => {
    const own = await ask.read((db) => loadFor(db, ask.actor, ask.subject))
    return own ? await worksheetPdf(ask, ask.subject, { level: ask.query.level, solution: ask.query.solution, base: experimentPath(ask.subject.id), isTeacher: true }) : notOfSchool(ask)
  }),
  get('/smart-school/class/worksheet.pdf', { access: 'anyone', query, api: { summary: 'The worksheet of the class whose code the device has, as PDF.' }, rate: { max: 600, per: 'hour' } }, async (ask) => {
    const member = await memberOf(ask)
    return member ? await worksheetPdf(ask, member.experiment, { level: ask.query.level, solution: undefined, base: '/smart-school/class', isTeacher: false }) : seeOther('/smart-school/class')
  }),
  get('/smart-school/lesson/experiment/:id/values.csv', { access: 'experiment.read', params, subject, api: { summary: 'The values of an experiment as CSV, for whoever may see its results.' }, query: Type.Object({ decimal: Type.Optional(Type.String({ maxLength: 8 })) }) }, async (ask) => {
    const own = await ask.read(async (db) => ((await loadFor(db, ask.actor, ask.subject)) ? { groups: await listGroups(db, ask.subject.id), reach: await reachOfActor(db, ask.actor) } : undefined))
    if (!own) return notOfSchool(ask)
    if (!mayLook(ask.subject, hasHypothesis(ask.subject, own.groups), ask.now)) return seeOther(experimentPath(ask.subject.id))
    return await csvAnswer(ask, ask.subject, own.reach, ask.query.decimal === 'point' ? 'point' : 'comma')
  }),
]
