import { Type } from 'typebox'
import { errorsIn, get, newId, page, post, refuse, seeOther, title, type Answer, type Ask, type FormErrors, type Typed, type UnitOfWork } from '@modellregion/kernel'
import { pageWords, words } from '../../locales/index.ts'
import { schoolHref } from '../../place/frame.ts'
import { listThingsOfSchool } from '../../store/queries.ts'
import { closeExperiment, eraseExperiment, experimentPath, unblind } from '../experiment.ts'
import { SurePage } from '../pages/confirm.tsx'
import { ExperimentPage } from '../pages/experiment.tsx'
import { deleteGroup, getExperiment, listGroups, listPublicationsOfExperiment, listValues, setCode, setConclusion, setHypothesis } from '../queries.ts'
import { proposePublication } from '../publication.ts'
import { codeUntilOf, hasHypothesis, isCodeOpen, mayLook, mayUnblind, mayWriteHypothesis, phaseOf } from '../rules/state.ts'
import { ConclusionForm, GroupForm, TextForm, type Experiment } from '../schema.ts'
import { newClassCode, openClassCode } from '../seal.ts'
import { localDate } from '@modellregion/standards'
import { accountOf, homeCrumbs, loadFor, notOfSchool, readResults } from './staff.ts'

const params = Type.Object({ id: Type.String({ format: 'uuid' }) })
const subject = (db: UnitOfWork, { id }: { id: string }): Promise<Experiment> => getExperiment(db, id)
const heading = title(words, 'lesson.experiment.kind')
const read = { access: 'experiment.read', params, subject, title: heading }
const lead = { access: 'experiment.lead', params, subject, title: heading }
type Asks = Pick<Ask<unknown, unknown, unknown, Experiment>, 'say' | 'csrf' | 'subject' | 'read' | 'actor' | 'now' | 'may' | 'platform' | 'tenant' | 'url'>

/** The teacher's page of an experiment and everything done on it. */
export const leadRoutes = [
  get('/smart-school/lesson/experiment/:id', read, (ask) => show(ask, {}, {})),

  post('/smart-school/lesson/experiment/:id/hypothesis', lead, async (ask) => {
    const t = ask.say(pageWords)
    const form = ask.form(TextForm)
    if (!form.ok) return await show(ask, form.typed, errorsIn(t, form.errors, () => t('lesson.field.hypothesis')))
    if (!mayWriteHypothesis(ask.subject, ask.subject.hypothesis, ask.now)) return await show(ask, form.typed, { text: t('smart-school.lesson.too-late') })
    await ask.write((db) => setHypothesis(db, ask.subject.id, form.value.text))
    return seeOther(`${experimentPath(ask.subject.id)}#hypotheses`)
  }),

  post('/smart-school/lesson/experiment/:id/unblind', lead, async (ask) => {
    const groups = await ask.read((db) => listGroups(db, ask.subject.id))
    if (!mayUnblind(ask.subject, groups, ask.now)) return refuse(409, 'smart-school.lesson.still-blind', ask.say(pageWords)('smart-school.lesson.still-blind'), { label: ask.subject.title, href: experimentPath(ask.subject.id) })
    await ask.write((db) => unblind(db, ask.subject.id))
    return seeOther(`${experimentPath(ask.subject.id)}#results`)
  }),

  post('/smart-school/lesson/experiment/:id/code', { ...lead, rate: { max: 60, per: 'hour' } }, async (ask) => {
    const form = ask.form(Type.Object({ do: Type.Union([Type.Literal('new'), Type.Literal('revoke')]) }))
    const { id, until } = ask.subject
    const today = localDate(ask.now)
    if (form.ok && form.value.do === 'new' && ask.subject.closedAt === null) {
      const code = await newClassCode(ask.platform, ask.tenant.id, id)
      await ask.write((db) => setCode(db, id, { ...code, until: codeUntilOf({ until: until > today ? until : today }) }))
    } else await ask.write((db) => setCode(db, id, undefined))
    return seeOther(experimentPath(id))
  }),

  post('/smart-school/lesson/experiment/:id/group', lead, async (ask) => {
    const form = ask.form(GroupForm)
    if (form.ok) await ask.write((db) => deleteGroup(db, ask.subject.id, form.value.animal))
    return seeOther(`${experimentPath(ask.subject.id)}#hypotheses`)
  }),

  post('/smart-school/lesson/experiment/:id/conclusion', lead, async (ask) => {
    const t = ask.say(pageWords)
    const form = ask.form(ConclusionForm)
    if (!form.ok) return await show(ask, form.typed, errorsIn(t, form.errors, (field) => t(field === 'learned' ? 'lesson.field.learned' : 'lesson.conclusion.answer')))
    await ask.write((db) => setConclusion(db, ask.subject.id, form.value.conclusion, form.value.learned ?? ''))
    return seeOther(`${experimentPath(ask.subject.id)}#conclusion`)
  }),

  post('/smart-school/lesson/experiment/:id/publish', lead, async (ask) => {
    const wished = newId(ask.now)
    const id = await ask.write((db) => proposePublication(db, { id: wished, schoolId: ask.subject.schoolId, kind: 'experiment', experimentId: ask.subject.id, scope: [], from: ask.subject.from, proposedBy: accountOf(ask) }))
    return seeOther(`/smart-school/lesson/publication/${id}`)
  }),

  ...(['close', 'erase'] as const).flatMap((what) => [
    get(`/smart-school/lesson/experiment/:id/${what}`, { ...lead, title: title(words, `lesson.${what}.title`) }, (ask) =>
      page(SurePage, { t: ask.say(pageWords), csrf: ask.csrf(), what, action: `${experimentPath(ask.subject.id)}/${what}`, back: experimentPath(ask.subject.id), name: ask.subject.title }, { frame: 'question', private: true, noindex: true }),
    ),
    post(`/smart-school/lesson/experiment/:id/${what}`, { ...lead, title: title(words, `lesson.${what}.title`) }, async (ask) => {
      await ask.write((db) => (what === 'close' ? closeExperiment(db, ask.subject.id) : eraseExperiment(db, ask.subject.id)))
      return seeOther(what === 'close' ? experimentPath(ask.subject.id) : '/smart-school/lesson')
    }),
  ]),
]

/** Names in the order of the alphabet: the letters are drawn by lot when the experiment is blind. */
const namesOf = (things: readonly { id: number; name: string }[], ids: readonly number[]): string[] => things.filter(({ id }) => ids.includes(id)).map(({ name }) => name).sort((a, b) => a.localeCompare(b, 'de'))

async function show(ask: Asks, typed: Typed, errors: FormErrors): Promise<Answer> {
  const { subject: experiment, now } = ask
  const t = ask.say(pageWords)
  const found = await ask.read(async (db) => {
    const own = await loadFor(db, ask.actor, experiment)
    if (!own) return undefined
    const isVisible = mayLook(experiment, hasHypothesis(experiment, own.groups), now)
    return {
      ...own,
      rooms: namesOf(await listThingsOfSchool(db, own.school.id), experiment.thingIds),
      values: await listValues(db, experiment.id),
      publications: await listPublicationsOfExperiment(db, experiment.id),
      results: isVisible ? await readResults(db, experiment, own.reach) : undefined,
    }
  })
  if (!found) return notOfSchool(ask)
  const { school, groups } = found
  const isLead = ask.may('experiment.lead', experiment)
  const code = isLead && isCodeOpen(experiment, now) && experiment.codeSealed !== null ? await openClassCode(ask.platform, ask.tenant.id, experiment.id, experiment.codeSealed) : undefined
  return page(
    ExperimentPage,
    {
      t,
      csrf: ask.csrf(),
      href: experimentPath(experiment.id),
      experiment,
      school: school.name,
      phase: phaseOf(experiment, now),
      groups,
      values: found.values,
      rooms: found.rooms,
      code,
      classUrl: `${ask.url.host}/smart-school/class`,
      results: found.results,
      publications: found.publications,
      may: {
        lead: isLead,
        unblind: isLead && mayUnblind(experiment, groups, now),
        write: isLead && mayWriteHypothesis(experiment, experiment.hypothesis, now),
        propose: isLead && found.results !== undefined && experiment.conclusion !== '',
      },
      typed,
      errors,
    },
    {
      title: experiment.title,
      frame: 'object',
      private: true,
      noindex: true,
      crumbs: [...homeCrumbs(t, school.name).slice(0, 2), { label: t('lesson.school.crumb', { school: school.name }), href: schoolHref(school.slug, 'lessons') }, { label: experiment.title }],
      ...(Object.keys(errors).length > 0 && { status: 422, hasErrors: true }),
    },
  )
}
