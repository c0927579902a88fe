import { Type } from 'typebox'
import { errorsIn, get, page, post, refuse, seeOther, title, type Answer, type Ask, type FieldError, type FormErrors, type Typed } from '@modellregion/kernel'
import { instantAt, localDate, plainDate } from '@modellregion/standards'
import { pageWords, words, type PageT } from '../../locales/index.ts'
import { schoolHref } from '../../place/frame.ts'
import type { School } from '../../store/schema.ts'
import { recordFlush, recordLab, renewPlan, signEntry, waterKeys } from '../act.ts'
import { CorrectPage, FlushPage, LabPage } from '../pages/forms.tsx'
import { groupHref } from '../pages/school.tsx'
import type { GroupState } from '../read.ts'
import { standing, temperatureFindings } from '../rules.ts'
import { CorrectionForm, FlushForm, LabForm, type FlushData } from '../schema.ts'
import { viewsOf } from '../view.ts'
import { actingGroup, ByGroup, groupThing, notYours, signerOf } from './reach.ts'

const ByTask = Type.Object({ task: Type.Optional(Type.String({ format: 'uuid' })) })
const ByEntry = Type.Object({ id: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }), seq: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }) })
const frame = { frame: 'question', private: true, noindex: true } as const
const sign = { access: 'water.sign', params: ByGroup, subject: groupThing } as const
const flush = { ...sign, title: title(words, 'water.flush.title') }
const lab = { ...sign, title: title(words, 'water.lab.title') }
const correct = { access: 'water.sign', params: ByEntry, subject: groupThing, title: title(words, 'water.correct.title') } as const

type Asks = Pick<Ask<{ id: number }, unknown, unknown, { id: number; schoolId: number }>, 'say' | 'csrf' | 'read' | 'write' | 'actor' | 'subject' | 'now' | 'platform'>
type Own = { school: School; state: GroupState }

/** Signing what was done: flushing, use, laboratory results and corrections. Nothing signed is ever changed. */
export const signingRoutes = [
  get('/smart-school/water/:id/flush', { ...flush, query: ByTask }, (ask) => withOwn(ask, (own) => flushForm(ask, own, {}, {}, ask.query.task))),
  post('/smart-school/water/:id/flush', { ...flush, rate: { max: 120, per: 'hour' } }, (ask) =>
    withOwn(ask, async (own) => {
      const t = ask.say(pageWords)
      const form = ask.form(FlushForm)
      const task = ask.fields().get('task')?.find((value): value is string => typeof value === 'string')
      const errors = form.ok ? { ...(!form.value.done && { done: t('water.flush.not-done') }) } : flushErrors(t, form.errors)
      if (!form.ok || Object.keys(errors).length > 0) return flushForm(ask, own, form.typed, errors, task)
      const { minutes, coldBefore, coldAfter, hotAfter, note = '' } = form.value
      const data: FlushData = { minutes, coldBefore: celsius(coldBefore), coldAfter: celsius(coldAfter), hotAfter: celsius(hotAfter), task: task ?? null }
      const keys = await waterKeys(ask.platform, ask.now)
      await ask.write(async (db) => {
        await recordFlush(db, keys, own.state.group, signerOf(ask.actor), ask.now, data, note)
        await renewPlan(db, own.school, ask.now)
      })
      const [finding] = temperatureFindings(data)
      return seeOther(`${schoolHref(own.school.slug, 'water')}?saved=1${finding ? `&${finding.kind === 'cold-warm' ? 'cold' : 'hot'}=${finding.celsius}` : ''}`)
    }),
  ),

  post('/smart-school/water/:id/use', { ...sign, title: title(words, 'water.use.title'), rate: { max: 120, per: 'hour' } }, (ask) =>
    withOwn(ask, async ({ school, state }) => {
      const keys = await waterKeys(ask.platform, ask.now)
      await ask.write(async (db) => {
        await signEntry(db, keys, state.group, signerOf(ask.actor), { kind: 'use', at: ask.now, data: {} })
        await renewPlan(db, school, ask.now)
      })
      return seeOther(groupHref(state.group.id))
    }),
  ),

  get('/smart-school/water/:id/lab', lab, (ask) => withOwn(ask, (own) => labForm(ask, own, {}, {}))),
  post('/smart-school/water/:id/lab', { ...lab, rate: { max: 60, per: 'hour' } }, (ask) =>
    withOwn(ask, async (own) => {
      const t = ask.say(pageWords)
      const form = ask.form(LabForm)
      if (!form.ok) return labForm(ask, own, form.typed, errorsIn(t, form.errors, (field) => t.find(`water.lab.field.${field}`) ?? field))
      const { sampledOn, cfuPer100ml, laboratory, sample = '', note = '' } = form.value
      if (plainDate(sampledOn) > localDate(ask.now)) return labForm(ask, own, form.typed, { sampledOn: t('water.lab.future') })
      const keys = await waterKeys(ask.platform, ask.now)
      await ask.write((db) => recordLab(db, keys, own.state.group, signerOf(ask.actor), instantAt(plainDate(sampledOn), 12), { cfuPer100ml, laboratory, sample }, note))
      return seeOther(groupHref(own.state.group.id))
    }),
  ),

  get('/smart-school/water/:id/correct/:seq', correct, (ask) => withOwn(ask, (own) => correctForm(ask, own, ask.params.seq, {}, {}))),
  post('/smart-school/water/:id/correct/:seq', { ...correct, rate: { max: 60, per: 'hour' } }, (ask) =>
    withOwn(ask, async (own) => {
      const t = ask.say(pageWords)
      const form = ask.form(CorrectionForm)
      if (!form.ok) return correctForm(ask, own, ask.params.seq, form.typed, errorsIn(t, form.errors, () => t('water.correct.field.reason')))
      if (!standing(own.state.entries).some(({ seq }) => seq === ask.params.seq)) return noEntry(ask)
      const keys = await waterKeys(ask.platform, ask.now)
      await ask.write(async (db) => {
        await signEntry(db, keys, own.state.group, signerOf(ask.actor), { kind: 'correction', at: ask.now, data: { of: ask.params.seq, replacement: null }, note: form.value.reason })
        await renewPlan(db, own.school, ask.now)
      })
      return seeOther(groupHref(own.state.group.id))
    }),
  ),
]

async function withOwn(ask: Asks, then: (own: Own) => Answer | Promise<Answer>): Promise<Answer> {
  const own = await ask.read((db) => actingGroup(db, ask.actor, ask.subject, ask.now))
  return own ? await then(own) : notYours(ask)
}

const celsius = (typed: string | undefined): number | null => (typed === undefined ? null : Number(typed.replace(',', '.')))
const failed = (errors: FormErrors) => (Object.keys(errors).length > 0 ? ({ status: 422, hasErrors: true } as const) : {})
const common = (ask: Asks, { school, state }: Own, typed: Typed, errors: FormErrors) => ({ t: ask.say(pageWords), csrf: ask.csrf(), group: state.group, typed, errors, back: schoolHref(school.slug, 'water') })

// The pattern of a temperature says nothing to people; what it should look like does.
function flushErrors(t: PageT, errors: readonly FieldError[]): FormErrors {
  const said = errorsIn(t, errors, (field) => t.find(`water.flush.field.${field}`) ?? field)
  return Object.fromEntries(Object.entries(said).map(([field, text]) => [field, field === 'done' ? t('water.flush.not-done') : /^(cold|hot)/.test(field) ? t('water.flush.temperature') : text]))
}

const flushForm = (ask: Asks, own: Own, typed: Typed, errors: FormErrors, task: string | undefined): Answer =>
  page(FlushPage, { ...common(ask, own, typed, errors), name: signerOf(ask.actor).name, task }, { ...frame, ...failed(errors) })
const labForm = (ask: Asks, own: Own, typed: Typed, errors: FormErrors): Answer => page(LabPage, common(ask, own, typed, errors), { ...frame, ...failed(errors) })

const noEntry = (ask: Pick<Ask, 'say'>): Answer => refuse(404, 'smart-school.water.no-entry', ask.say(words)('water.correct.none'))
function correctForm(ask: Asks, own: Own, seq: number, typed: Typed, errors: FormErrors): Answer {
  const view = viewsOf(ask.say(words), own.state.entries).find(({ entry, counts }) => entry.seq === seq && counts && entry.kind !== 'correction')
  return view ? page(CorrectPage, { ...common(ask, own, typed, errors), entry: view.entry, what: [view.what, view.values].filter(Boolean).join(': '), back: groupHref(own.state.group.id) }, { ...frame, ...failed(errors) }) : noEntry(ask)
}
