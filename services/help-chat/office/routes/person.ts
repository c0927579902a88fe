import { Type } from 'typebox'
import { get, newId, page, post, seeOther, title, type Answer, type Ask } from '@modellregion/kernel'
import { localDate, parsePlainDate, plainDate } from '@modellregion/standards'
import { pageWords, words } from '../../locales/index.ts'
import { changeAbsence, changeProfile, endConfidant, type By } from '../confidants.ts'
import { accountOf, officePage, pageProps, refusedForm, untouched, type FormState } from '../form.ts'
import { readProfile, typedProfile } from '../profile-form.ts'
import { AbsenceFormPage, EndPage, ProfileFormPage, TrainingFormPage } from '../pages/person-forms.tsx'
import { typedDay } from '../pages/parts.tsx'
import { NoProfilePage, PersonPage } from '../pages/person.tsx'
import { listConfidants } from '../queries/confidant.ts'
import { listTraining } from '../queries/training.ts'
import { whyNotAbsent } from '../rules.ts'
import { findTarget, PersonParams, sides, targetOf, type Side, type Target } from '../target.ts'
import { confidantEverywhere } from '../towns.ts'
import { recordTrainingOf, removeTraining } from '../training.ts'
import { viewConfidants } from '../view.ts'
import { WithDone } from './board.ts'

const AbsenceForm = Type.Object({ from: Type.String({ format: 'date' }), until: Type.String({ format: 'date' }), substitute: Type.Union([Type.Literal('none'), Type.String({ format: 'uuid' })]) })
const TrainingForm = Type.Object({ title: Type.String({ maxLength: 200 }), doneOn: Type.String({ format: 'date' }), validUntil: Type.Optional(Type.String({ format: 'date' })) })
const EndForm = Type.Object({ handedOver: Type.Boolean() })
const OneTraining = Type.Object({ id: Type.Optional(Type.String({ format: 'uuid' })), training: Type.String({ format: 'uuid' }) })

type Asks = Pick<Ask<{ id?: string }>, 'params' | 'read' | 'write' | 'tenant' | 'actor' | 'say' | 'csrf' | 'url' | 'platform' | 'now' | 'may'>

export const byOf = (ask: Pick<Ask, 'tenant' | 'actor'>): By => ({ tenant: ask.tenant.id, actor: accountOf(ask) })

/** One confidant: profile, absence, training, and the end. Pictures are in photo.ts. */
export const personRoutes = sides.flatMap((side) => {
  const { at, access, isHead } = side
  const heading = title(words, isHead ? 'office.confidant' : 'office.me-title')
  const options = { access, params: PersonParams, title: heading } as const
  return [
    get(at, { ...options, query: WithDone }, (ask) => showPerson(ask, side, ask.query.done)),

    get(`${at}/profile`, options, async (ask) => {
      const target = await targetOf(ask, side)
      return showProfile(ask, side, target, { typed: typedProfile(target.confidant), errors: {} })
    }),
    post(`${at}/profile`, options, async (ask) => {
      const target = await targetOf(ask, side)
      const read = readProfile(ask)
      if ('errors' in read) return showProfile(ask, side, target, read)
      const { holder, ...profile } = read.profile
      await changeProfile(ask.platform, byOf(ask), target.confidant.id, isHead ? { ...profile, holder } : profile)
      return seeOther(`${target.base}?done=saved`)
    }),

    get(`${at}/absence`, options, async (ask) => {
      const target = await targetOf(ask, side)
      const { absentFrom, absentUntil, substituteId } = target.confidant
      return await showAbsence(ask, target, { typed: { ...typedDay('from', absentFrom), ...typedDay('until', absentUntil), substitute: substituteId ?? 'none' }, errors: {} })
    }),
    post(`${at}/absence`, options, async (ask) => {
      const t = ask.say(pageWords)
      const target = await targetOf(ask, side)
      const read = ask.form(AbsenceForm)
      if (!read.ok) return await showAbsence(ask, target, refusedForm(ask, read))
      const [from, until] = [plainDate(read.value.from), plainDate(read.value.until)]
      const substitute = (await ask.read(listConfidants)).find(({ id, homeTown }) => id === read.value.substitute && homeTown === ask.tenant.id)
      if (read.value.substitute !== 'none' && !substitute) return await showAbsence(ask, target, { typed: read.typed, errors: { substitute: t('forms.error.not-offered', { field: t('office.field.substitute') }) } })
      const refusal = whyNotAbsent({ from, until }, localDate(ask.now), target.confidant.id, substitute)
      if (refusal) return await showAbsence(ask, target, { typed: read.typed, errors: { [refusal.field]: t(`office.error.${refusal.code}`) } })
      await changeAbsence(ask.platform, byOf(ask), target.confidant.id, { absentFrom: from, absentUntil: until, substituteId: substitute?.id ?? null })
      return seeOther(`${target.base}?done=saved`)
    }),
    post(`${at}/absence/end`, options, async (ask) => {
      const { confidant, base } = await targetOf(ask, side)
      await changeAbsence(ask.platform, byOf(ask), confidant.id, { absentFrom: null, absentUntil: null, substituteId: confidant.substituteId })
      return seeOther(`${base}?done=saved`)
    }),

    get(`${at}/training`, options, async (ask) => showTraining(ask, await targetOf(ask, side))),
    post(`${at}/training`, options, async (ask) => {
      const t = ask.say(pageWords)
      const target = await targetOf(ask, side)
      const read = ask.form(TrainingForm)
      if (!read.ok) return showTraining(ask, target, refusedForm(ask, read))
      const { title: what } = read.value
      const [doneOn, validUntil] = [plainDate(read.value.doneOn), parsePlainDate(read.value.validUntil ?? '') ?? null]
      if (doneOn > localDate(ask.now)) return showTraining(ask, target, { typed: read.typed, errors: { doneOn: t('office.error.done-in-future') } })
      if (validUntil !== null && validUntil < doneOn) return showTraining(ask, target, { typed: read.typed, errors: { validUntil: t('office.error.valid-before') } })
      const id = newId(ask.now)
      await ask.write((db) => recordTrainingOf(db, target.confidant, { id, title: what, doneOn, validUntil, source: isHead ? 'office' : 'self' }))
      return seeOther(`${target.base}?done=saved`)
    }),
    post(`${at}/training/:training/remove`, { ...options, params: OneTraining }, async (ask) => {
      const { confidant, base } = await targetOf(ask, side)
      await ask.write((db) => removeTraining(db, confidant.id, ask.params.training))
      return seeOther(`${base}?done=saved`)
    }),

    ...(isHead
      ? [
          get(`${at}/end`, options, async (ask) => showEnd(ask, await targetOf(ask, side))),
          post(`${at}/end`, options, async (ask) => {
            const target = await targetOf(ask, side)
            const read = ask.form(EndForm)
            if (!read.ok || !read.value.handedOver) return showEnd(ask, target, { typed: {}, errors: { handedOver: ask.say(pageWords)('office.error.handed-over') } })
            await endConfidant(ask.platform, byOf(ask), target.confidant.id)
            return seeOther('/help-chat/office?done=ended')
          }),
        ]
      : []),
  ]
})

async function showPerson(ask: Asks, side: Side, done: string | undefined): Promise<Answer> {
  const target = side.isHead ? await targetOf(ask, side) : await findTarget(ask, side)
  if (!target) return page(NoProfilePage, { t: ask.say(pageWords) }, officePage(ask))
  const { id, accountId, name, substituteId } = target.confidant
  const all = await viewConfidants(ask.platform, ask.tenant.id, ask.now)
  const shown = all.find(({ confidant }) => confidant.id === id)
  if (!shown) throw new Error('A confidant was found and then not shown.')
  const training = await ask.read((db) => listTraining(db, id))
  const towns = accountId === null ? [] : await confidantEverywhere(ask.platform, { homeTown: ask.tenant.id, accountId })
  const substitute = all.find(({ confidant }) => confidant.id === substituteId)?.confidant.name
  const colleagues = all.filter(({ standing }) => standing !== 'ended')
  const props = { ...pageProps(ask), done, base: target.base, isHead: side.isHead, shown, training, substitute, towns: towns.map(({ townName }) => townName), colleagues, today: localDate(ask.now) }
  return page(PersonPage, props, officePage(ask, untouched, side.isHead ? { title: name } : {}))
}

const formProps = (ask: Asks, { confidant, base }: Target, state: FormState = untouched) => ({ ...pageProps(ask, state), base, name: confidant.name })

const showProfile = (ask: Asks, { isHead }: Side, target: Target, state: FormState): Answer =>
  page(ProfileFormPage, { ...formProps(ask, target, state), isHead }, officePage(ask, state, { title: ask.say(words)('office.profile-title', { name: target.confidant.name }) }))

async function showAbsence(ask: Asks, target: Target, state: FormState): Promise<Answer> {
  const others = (await ask.read(listConfidants)).filter(({ id, homeTown }) => id !== target.confidant.id && homeTown === ask.tenant.id).map(({ id, name }) => ({ value: id, label: name }))
  return page(AbsenceFormPage, { ...formProps(ask, target, state), others }, officePage(ask, state, { title: ask.say(words)('office.absence-title', { name: target.confidant.name }) }))
}

const showTraining = (ask: Asks, target: Target, state: FormState = untouched): Answer =>
  page(TrainingFormPage, formProps(ask, target, state), officePage(ask, state, { title: ask.say(words)('office.training-title', { name: target.confidant.name }) }))

const showEnd = (ask: Asks, target: Target, state: FormState = untouched): Answer =>
  page(EndPage, formProps(ask, target, state), officePage(ask, state, { title: ask.say(words)('office.end-title', { name: target.confidant.name }) }))
