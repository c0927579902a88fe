import { Type } from 'typebox'
import { errorsIn, get, newId, page, post, refuse, seeOther, title, type Answer, type Ask, type FieldError, type FormErrors, type Typed, type UnitOfWork } from '@modellregion/kernel'
import { pageWords, words, type PageT } from '../../locales/index.ts'
import { findEntry, getEntry } from '../../shelf/queries.ts'
import { textOf, type Entry } from '../../shelf/schema.ts'
import { endAdoption } from '../carry-out.ts'
import { settleEvidence } from '../evidence.ts'
import { EndPage } from '../pages/end.tsx'
import { adoptionHref } from '../pages/parts.tsx'
import { ReportPage } from '../pages/report.tsx'
import { findOwnAdoptionOf, getOwnAdoption, listOwnLessons } from '../queries.ts'
import { findInstallation } from '../queries/installation.ts'
import { changeConsent, faultsOfReport, keepReport, typedOfReport } from '../report.ts'
import { ReportForm } from '../schema.ts'
import { actingOf } from '../stand.ts'

const params = Type.Object({ id: Type.String({ format: 'uuid' }) })
const ofEntry = { access: 'adoption.edit', params, subject: (db: UnitOfWork, { id }: { id: string }) => getEntry(db, id), title: title(words, 'adoption.panel.use') } as const
const own = { access: 'adoption.edit', params, subject: (db: UnitOfWork, { id }: { id: string }) => getOwnAdoption(db, id) } as const
const report = { ...own, title: title(words, 'adoption.report.open') } as const
const end = { ...own, title: title(words, 'adoption.end.title') } as const
const rate = { max: 120, per: 'hour' } as const
const frame = { frame: 'question', private: true, noindex: true } as const

type Asks = Pick<Ask, 'say' | 'csrf' | 'now' | 'tenant' | 'platform' | 'actor' | 'form' | 'write' | 'read'>
type Shown = { readonly title: string; readonly lead: string; readonly action: string; readonly back: string; readonly hidden: Readonly<Record<string, string>>; /** The version that the catalogue installed: nobody types another one. */ readonly installed: string | undefined }

/** Telling the others: also of what was not installed from the catalogue; changing what they may see; ending a use. */
export const reportRoutes = [
  get('/portfolio/reuse/:id/use', ofEntry, async (ask) => {
    const known = await ask.read((db) => findOwnAdoptionOf(db, ask.subject.id))
    if (isOwn(ask, ask.subject)) return refuseOwn(ask, ask.subject)
    return known ? seeOther(adoptionHref(known.id, '/report')) : form(ask, ofUse(ask.say(pageWords), ask.subject, newId(ask.now)), { state: 'running' }, {})
  }),
  post('/portfolio/reuse/:id/use', { ...ofEntry, rate }, async (ask) => {
    const entry = ask.subject
    if (isOwn(ask, entry)) return refuseOwn(ask, entry)
    const sent = ask.form(Type.Object({ id: Type.String({ format: 'uuid' }) }))
    const id = sent.ok ? sent.value.id : newId(ask.now)
    const known = await ask.read((db) => findOwnAdoptionOf(db, entry.id))
    return await save(ask, ofUse(ask.say(pageWords), entry, id), known?.id ?? id, entry.id)
  }),

  get('/portfolio/adoption/:id/report', report, async (ask) => {
    if (ask.subject.state === 'ended') return seeOther(adoptionHref(ask.subject.id))
    const t = ask.say(pageWords)
    const lessons = await ask.read((db) => listOwnLessons(db, ask.subject.id))
    return form(ask, await ofReport(ask), typedOfReport(ask.subject, lessons, (cents) => t.format.number(cents / 100, 2)), {})
  }),
  post('/portfolio/adoption/:id/report', { ...report, rate }, async (ask) => (ask.subject.state === 'ended' ? seeOther(adoptionHref(ask.subject.id)) : await save(ask, await ofReport(ask), ask.subject.id, ask.subject.entryId))),

  post('/portfolio/adoption/:id/withdraw', { ...report, rate }, async (ask) => {
    await ask.write((db) => changeConsent(db, ask.subject, 'counted'))
    await settleEvidence(ask.platform, ask.tenant.id, ask.subject.id, ask.now)
    return seeOther(adoptionHref(ask.subject.id, '?note=reported'))
  }),

  get('/portfolio/adoption/:id/end', end, async (ask) => page(EndPage, { t: ask.say(pageWords), csrf: ask.csrf(), id: ask.subject.id, title: await titleOf(ask) }, frame)),
  post('/portfolio/adoption/:id/end', { ...end, rate }, async (ask) => {
    const t = ask.say(pageWords)
    if (!(await endAdoption(actingOf(ask), ask.subject.id))) return refuse(409, 'portfolio.adoption.busy', t('portfolio.adoption.busy'), { label: t('adoption.back'), href: adoptionHref(ask.subject.id) })
    return seeOther(adoptionHref(ask.subject.id, '?note=ended'))
  }),
]

// Nobody proves the use of their own results to others; what ended stays ended, a new use begins in the catalogue.
const isOwn = ({ tenant }: Pick<Ask, 'tenant'>, entry: Entry): boolean => entry.town === tenant.id && entry.origin !== 'package'
function refuseOwn({ say }: Pick<Ask, 'say'>, { id }: Entry): Answer {
  const t = say(words)
  return refuse(409, 'portfolio.adoption.own', t('portfolio.adoption.own'), { label: t('adoption.back-to-entry'), href: `/portfolio/reuse/${id}` })
}

type OfOwn = Pick<Ask<unknown, unknown, unknown, { id: string; entryId: string }>, 'say' | 'read' | 'subject'>
const titleOf = ({ read, subject, say }: OfOwn): Promise<string> =>
  read(async (db) => textOf((await findInstallation(db, subject.id))?.title ?? (await findEntry(db, subject.entryId))?.title ?? {}, say(words).locale))

const ofUse = (t: PageT, entry: Entry, id: string): Shown => ({ title: t('adoption.use.title', { title: textOf(entry.title, t.locale) }), lead: t('adoption.use.lead'), action: `/portfolio/reuse/${entry.id}/use`, back: `/portfolio/reuse/${entry.id}`, hidden: { id }, installed: undefined })
async function ofReport(ask: OfOwn): Promise<Shown> {
  const t = ask.say(pageWords)
  const installed = (await ask.read((db) => findInstallation(db, ask.subject.id)))?.versionLabel
  return { title: t('adoption.report.title', { title: await titleOf(ask) }), lead: t('adoption.report.lead'), action: adoptionHref(ask.subject.id, '/report'), back: adoptionHref(ask.subject.id), hidden: {}, installed }
}

async function save(ask: Asks, shown: Shown, id: string, entryId: string): Promise<Answer> {
  const t = ask.say(pageWords)
  const typed = ask.form(ReportForm)
  if (!typed.ok) return form(ask, shown, typed.typed, errorsOf(t, typed.errors))
  const faults = faultsOfReport(typed.value, ask.now)
  if (faults.length > 0) return form(ask, shown, typed.typed, Object.fromEntries(faults.map(({ field, code }) => [field, t(`adoption.error.${code}`)])))
  if (!(await ask.write((db) => keepReport(db, id, entryId, typed.value)))) return seeOther(adoptionHref(id))
  await settleEvidence(ask.platform, ask.tenant.id, id, ask.now)
  return seeOther(adoptionHref(id, '?note=reported'))
}

const labels = { consent: 'adoption.field.consent', state: 'adoption.column.state', since: 'adoption.field.since', versionLabel: 'adoption.column.version', effortDays: 'adoption.field.effort', once: 'adoption.column.once', yearly: 'adoption.column.yearly', worked: 'adoption.lesson.worked', beware: 'adoption.lesson.beware', contactOffice: 'adoption.field.office', contactEmail: 'adoption.field.mailbox' } as const
const errorsOf = (t: PageT, errors: readonly FieldError[]): FormErrors => errorsIn(t, errors, (field) => (field in labels ? t(labels[field as keyof typeof labels]) : field)) // `in` has just looked

const form = (ask: Asks, shown: Shown, typed: Typed, errors: FormErrors): Answer =>
  page(ReportPage, { t: ask.say(pageWords), csrf: ask.csrf(), ...shown, typed, errors }, { ...frame, title: shown.title, ...(Object.keys(errors).length > 0 && { status: 422, hasErrors: true }) })
