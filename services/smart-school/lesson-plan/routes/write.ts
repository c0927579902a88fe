import { Type } from 'typebox'
import { errorsIn, get, newId, NotFound, page, post, seeOther, title, type Answer, type Ask, type FormErrors, type Typed } from '@modellregion/kernel'
import { localDate, type Block } from '@modellregion/standards'
import { homeCrumbs } from '../../lesson/routes/staff.ts'
import { pageWords, words, type PageT } from '../../locales/index.ts'
import { findPlan, makePlan, openPlan, planHref, planOf, restorePlan, retirePlan, revisePlan } from '../desk.ts'
import { WritePlanPage } from '../pages/write.tsx'
import { findPlanVersion, findTownPlan } from '../queries.ts'
import { readPlan, type ReadPlan } from '../rules/read.ts'
import { placeOf, planIdOf, sourceOf, typedFrom, whyNotLicence } from '../rules/write.ts'
import { PlanForm, type LessonPlan, type TownPlan } from '../schema.ts'
import { faultText } from '../say.ts'
import { findShippedPlan } from '../shipped.ts'
import { ById } from './read.ts'

type Asks = Pick<Ask, 'say' | 'csrf' | 'now' | 'form' | 'fields' | 'read' | 'write' | 'tenant'>
const bodyLimit = 524_288
const newTitle = title(words, 'lesson-plan.new')
const editTitle = title(words, 'lesson-plan.edit')

/** Where a form comes from: nothing, a plan that is copied, or a plan of the town that is changed. */
type Origin = { readonly basedOn?: LessonPlan | undefined; readonly town?: TownPlan | undefined; readonly since?: number }

/** Writing plans: a new one, a copy, the next version, an earlier version again, and out of use. */
export const planWriteRoutes = [
  get('/smart-school/lesson/plan/new', { access: 'lesson-plan.write', query: Type.Object({ from: Type.Optional(Type.String({ maxLength: 80 })) }), title: newTitle }, async (ask) => {
    const basedOn = await ask.read((db) => findPlan(db, ask.query.from ?? '', true))
    const source = basedOn && (await sourceFor(ask, basedOn.id))
    const blank: Typed = { publisher: ask.tenant.name, licence: 'CC BY 4.0', minutes: '45', body: ask.say(pageWords)('lesson-plan.blank') }
    return form(ask, { basedOn }, basedOn && source !== undefined ? copied(ask, basedOn, source) : blank, {})
  }),

  post('/smart-school/lesson/plan/new', { access: 'lesson-plan.write', bodyLimit, title: newTitle, rate: { max: 120, per: 'hour' } }, async (ask) => {
    const basedOn = await ask.read((db) => findPlan(db, sentAlong(ask, 'from'), true))
    const read = readForm(ask, { basedOn })
    if ('answer' in read) return read.answer
    const uuid = newId(ask.now)
    const id = planIdOf(read.plan.title, uuid)
    await ask.write((db) => makePlan(db, { id, source: read.source, note: '' }, { basedOn: basedOn?.id ?? null, open: read.open, installed: false }))
    return seeOther(`${planHref(id)}?done=saved`)
  }),

  get('/smart-school/lesson/plan/:plan/edit', { access: 'lesson-plan.write', params: ById, title: editTitle }, async (ask) => {
    const town = await getTown(ask, ask.params.plan)
    const source = await sourceFor(ask, town.id)
    if (source === undefined) throw new NotFound(`lesson plan ${town.id}`)
    return form(ask, { town, since: town.version }, { ...typedFrom(planOf(town.id, source), source), ...(town.open && { open: 'true' }) }, {})
  }),

  post('/smart-school/lesson/plan/:plan/edit', { access: 'lesson-plan.write', params: ById, bodyLimit, title: editTitle, rate: { max: 240, per: 'hour' } }, async (ask) => {
    const town = await getTown(ask, ask.params.plan)
    const since = Number(sentAlong(ask, 'since'))
    const basedOn = town.basedOn === null ? undefined : await ask.read((db) => findPlan(db, town.basedOn ?? '', true))
    const read = readForm(ask, { basedOn, town, since })
    if ('answer' in read) return read.answer
    const written = await ask.write(async (db) => {
      const done = await revisePlan(db, { id: town.id, source: read.source, note: read.note }, since)
      if (!done.outdated && read.open !== town.open) await openPlan(db, town.id, read.open)
      return done
    })
    if (written.outdated) return form(ask, { town, since: written.version }, read.typed, { body: ask.say(pageWords)('lesson-plan.outdated', { version: written.version }) })
    return seeOther(`${planHref(town.id)}?done=saved`)
  }),

  post('/smart-school/lesson/plan/:plan/restore', { access: 'lesson-plan.write', params: ById, title: editTitle }, async (ask) => {
    const town = await getTown(ask, ask.params.plan)
    const version = Number(sentAlong(ask, 'version'))
    const earlier = Number.isInteger(version) ? await ask.read((db) => findPlanVersion(db, town.id, version)) : undefined
    if (!earlier) throw new NotFound(`lesson plan ${town.id}`)
    await ask.write((db) => restorePlan(db, earlier, ask.say(pageWords)('lesson-plan.restored-note', { version })))
    return seeOther(`${planHref(town.id)}?done=restored`)
  }),

  ...(['retire', 'return'] as const).map((what) =>
    post(`/smart-school/lesson/plan/:plan/${what}`, { access: 'lesson-plan.write', params: ById, title: editTitle }, async (ask) => {
      const town = await getTown(ask, ask.params.plan)
      await ask.write((db) => retirePlan(db, town.id, what === 'retire'))
      return seeOther(`${planHref(town.id)}?done=${what === 'retire' ? 'retired' : 'returned'}`)
    }),
  ),
]

/** A parameter that nobody typed. */
function sentAlong(ask: Pick<Ask, 'fields'>, name: string): string {
  const value = ask.fields().get(name)?.[0]
  return typeof value === 'string' ? value : ''
}

/** @throws NotFound */
async function getTown(ask: Pick<Ask, 'read'>, id: string): Promise<TownPlan> {
  const town = await ask.read((db) => findTownPlan(db, id))
  if (!town) throw new NotFound(`lesson plan ${id}`)
  return town
}

const sourceFor = async (ask: Pick<Ask, 'read'>, id: string): Promise<string | undefined> =>
  findShippedPlan(id)?.source ??
  (await ask.read(async (db) => {
    const town = await findTownPlan(db, id)
    return town && (await findPlanVersion(db, id, town.version))?.source
  }))

/** What a copy begins with: everything of its model, and the model's name, as its licence wants it. */
function copied(ask: Pick<Ask, 'say' | 'tenant'>, basedOn: LessonPlan, source: string): Typed {
  const t = ask.say(pageWords)
  const named = t('lesson-plan.named-source', { title: basedOn.title, publisher: basedOn.publisher ?? 'Modellregion', licence: basedOn.licence })
  return { ...typedFrom(basedOn, source), title: t('lesson-plan.copy-title', { title: basedOn.title }), publisher: ask.tenant.name, source: basedOn.source === undefined ? named : `${named}; ${basedOn.source}` }
}

type Kept = { readonly source: string; readonly plan: Extract<ReadPlan, { ok: true }>['plan']; readonly open: boolean; readonly note: string; readonly typed: Typed }

/** What was typed as a plan, or the page again: with every fault at its field, or with a preview. */
function readForm(ask: Asks, origin: Origin): Kept | { readonly answer: Answer } {
  const t = ask.say(pageWords)
  const read = ask.form(PlanForm)
  if (!read.ok) return { answer: form(ask, origin, read.typed, errorsIn(t, read.errors, (field) => t.find(`lesson-plan.field.${field}`) ?? t.find(`lesson.field.${field}`) ?? field)) }
  const source = sourceOf(read.value, localDate(ask.now))
  const result = readPlan(source)
  const refusal = whyNotLicence(read.value.licence, origin.basedOn?.licence, read.value.source ?? '')
  if (!result.ok || refusal) {
    const errors: FormErrors = { ...(refusal && { [refusal === 'stays' ? 'licence' : 'source']: t(`smart-school.lesson-plan.licence-${refusal}`) }), ...(result.ok ? {} : errorsOf(t, result, source)) }
    return { answer: form(ask, origin, read.typed, errors) }
  }
  if (sentAlong(ask, 'preview') !== '') return { answer: form(ask, origin, read.typed, {}, result.plan.blocks) }
  return { source, plan: result.plan, open: read.value.open === true, note: read.value.note ?? '', typed: read.typed }
}

function errorsOf(t: PageT, { faults }: Extract<ReadPlan, { ok: false }>, source: string): FormErrors {
  const errors: Record<string, string> = {}
  for (const fault of faults) {
    const { field, line } = placeOf(fault, source)
    const named = fault.kind === 'front' ? { ...fault, key: t.find(`lesson-plan.field.${fault.key}`) ?? t.find(`lesson.field.${fault.key}`) ?? fault.key } : fault
    errors[field] ??= fault.kind === 'text' ? t('lesson-plan.at-line', { line, said: faultText(t, named) }) : faultText(t, named)
  }
  return errors
}

function form(ask: Pick<Ask, 'say' | 'csrf'>, { basedOn, town, since }: Origin, typed: Typed, errors: FormErrors, preview?: readonly Block[]): Answer {
  const t = ask.say(pageWords)
  const heading = town ? t('lesson-plan.edit-title', { name: town.title }) : t('lesson-plan.new')
  const base = town ? planHref(town.id) : '/smart-school/lesson/plan'
  const hidden: Record<string, string> = town ? { since: String(since ?? town.version) } : basedOn ? { from: basedOn.id } : {}
  const crumbs = town ? [...homeCrumbs(t, town.title).slice(0, 2), { label: town.title, href: base }, { label: t('lesson-plan.edit') }] : homeCrumbs(t, heading)
  return page(
    WritePlanPage,
    { t, csrf: ask.csrf(), title: heading, action: town ? `${base}/edit` : `${base}/new`, cancel: town ? base : basedOn ? planHref(basedOn.id) : '/smart-school/lesson', hidden, typed, errors, preview, isNew: town === undefined },
    { title: heading, frame: 'object', private: true, noindex: true, crumbs, ...(Object.keys(errors).length > 0 && { status: 422, hasErrors: true }) },
  )
}
