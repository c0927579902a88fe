import { Type, type Static } from 'typebox'
import { audit, get, hasRole, NotFound, page, post, title, type Answer, type Ask, type Typed, type UnitOfWork } from '@modellregion/kernel'
import { listDatasetsByIds } from '../../dataset/queries.ts'
import type { DatasetRow } from '../../dataset/schema.ts'
import { findDraft, insertDraft } from '../../draft/queries.ts'
import { words, type T } from '../../locales/index.ts'
import { submitDraft } from '../../review/submit.ts'
import { sentencesOf } from '../../review/shown.ts'
import { labelOf, licences, frequencies, themes } from '../../vocabulary/lists.ts'
import { readAnswers } from '../answers.ts'
import { reopen } from '../begin.ts'
import { applyBulk, bulkQuestions, changesSomething, type BulkChange } from '../bulk.ts'
import { errorTitle, type Asks } from '../draft-page.ts'
import { usualLicences } from '../files.ts'
import { workshopPath } from '../menu.ts'
import { staffPage } from '../../staff/menu.ts'
import { BulkPage, BulkPreviewPage, BulkReportPage } from '../pages/bulk.tsx'
import { findDigestOf, listOwnDatasets, listOwnOrganisations } from '../queries.ts'
import { differences } from '../rules.ts'
import { changeDraft, getDraft } from '../save.ts'
import { isOpen } from '../subject.ts'
import { answerIn } from '../view.ts'

const path = `${workshopPath}/bulk`
const write = { access: 'draft.write', title: title(words, 'edit.bulk.title') } as const
const text = Type.Optional(Type.String({ maxLength: 500 }))
const BulkForm = Type.Object({ dataset: Type.Array(Type.String({ format: 'uuid' }), { minItems: 1, maxItems: 200 }), license: text, attribution: text, frequency: text, theme: text, contactOffice: text, contactEmail: text, addKeywords: text, removeKeywords: text })
type BulkForm = Static<typeof BulkForm>

/** One change to many datasets: chosen, looked at, made; each becomes a draft, and those of editors go on to the check. */
export const bulkRoutes = [
  get(path, write, (ask) => choose(ask, {}, {})),

  post(`${path}/preview`, write, async (ask) => {
    const read = readBulk(ask)
    if (!read.ok) return choose(ask, read.typed, read.errors)
    const t = ask.say(words)
    const datasets = await ask.read((db) => ownOf(db, ask, read.ids))
    return page(BulkPreviewPage, { t, csrf: ask.csrf(), sendsOn: hasRole(ask.actor, 'editor'), sent: Object.entries(read.typed), rows: datasets.map((dataset) => previewRow(t, dataset, read.change)) }, staffPage(ask))
  }),

  post(path, { ...write, rate: { max: 30, per: 'hour' } }, async (ask) => {
    const read = readBulk(ask)
    if (!read.ok) return choose(ask, read.typed, read.errors)
    const t = ask.say(words)
    const datasets = await ask.read((db) => ownOf(db, ask, read.ids))
    const rows = []
    // Each on its own: one that cannot be changed keeps none of the others back.
    for (const dataset of datasets) rows.push({ title: dataset.title, id: dataset.id, ...(await ask.write((db) => changeOne(db, t, dataset, read.change, hasRole(ask.actor, 'editor')))) })
    return page(BulkReportPage, { t, rows }, staffPage(ask))
  }),
]

type Outcome = { state: 'unchanged' | 'busy' | 'draft' | 'sent'; detail: string }

async function changeOne(db: UnitOfWork, t: T, dataset: DatasetRow, change: BulkChange, sendOn: boolean): Promise<Outcome> {
  const open = await findDraft(db, dataset.id)
  if (open && !isOpen(open)) return { state: 'busy', detail: t(`edit.state.${open.state}`) }
  const before = open?.document ?? reopen(dataset.id, dataset.document)
  const after = applyBulk(before, change)
  if (differences(before, after, bulkQuestions).length === 0) return { state: 'unchanged', detail: '' }
  if (!open) await insertDraft(db, { id: dataset.id, name: dataset.name, organisationId: dataset.organisationId, document: before, basedOn: (await findDigestOf(db, dataset.id))?.digest ?? null })
  const draft = await changeDraft(db, await getDraft(db, dataset.id), after)
  await audit(db, { action: 'draft.bulk-change', subject: `draft/${dataset.id}` })
  // A draft somebody was writing already goes on when they say so.
  if (!sendOn || open) return { state: 'draft', detail: '' }
  const refusal = await submitDraft(db, { id: draft.id, revision: draft.revision, note: t('edit.bulk.note') })
  return refusal ? { state: 'draft', detail: sentencesOf(t, refusal).join(' ') } : { state: 'sent', detail: '' }
}

function previewRow(t: T, dataset: DatasetRow, change: BulkChange) {
  const after = applyBulk(dataset.document, change)
  return { id: dataset.id, title: dataset.title, changes: differences(dataset.document, after, bulkQuestions).map((question) => ({ label: t.find(`edit.field.${question.name}`) ?? question.name, before: answerIn(t, question, dataset.document), after: answerIn(t, question, after) })) }
}

async function ownOf(db: UnitOfWork, { actor }: Pick<Ask, 'actor'>, ids: readonly string[]): Promise<DatasetRow[]> {
  const own = new Set((await listOwnOrganisations(db, actor.id ?? '')).map(({ id }) => id))
  const found = (await listDatasetsByIds(db, ids)).filter(({ organisationId, sourceId }) => sourceId === null && own.has(organisationId))
  if (found.length === 0) throw new NotFound()
  return found
}

type Read = { ok: true; ids: readonly string[]; change: BulkChange; typed: Typed } | { ok: false; typed: Typed; errors: Readonly<Record<string, string>> }

function readBulk(ask: Pick<Ask, 'form' | 'say'>): Read {
  const t = ask.say(words)
  const form = ask.form(BulkForm)
  if (!form.ok) return { ok: false, typed: form.typed, errors: Object.fromEntries(form.errors.map(({ field }) => [field, field === 'dataset' ? t('edit.bulk.none-chosen') : t('edit.problem.too-long')])) }
  const { dataset: ids, addKeywords, removeKeywords, contactEmail, ...plain } = form.value as BulkForm
  const mail = readAnswers({ name: 'contactEmail', kind: 'mail' }, form.typed)
  if (!mail.ok) return { ok: false, typed: form.typed, errors: { contactEmail: t(`edit.problem.${mail.problem}`) } }
  const change = { ...plain, contactEmail, addKeywords: tags(addKeywords), removeKeywords: tags(removeKeywords) }
  return changesSomething(change) ? { ok: true, ids, change, typed: form.typed } : { ok: false, typed: form.typed, errors: { license: t('edit.bulk.nothing-said') } }
}

const tags = (text: string | undefined): string[] | undefined => text?.split(/[,;]/).map((word) => word.trim()).filter((word) => word !== '')

async function choose(ask: Asks, typed: Typed, errors: Readonly<Record<string, string>>): Promise<Answer> {
  const t = ask.say(words)
  const datasets = await ask.read(async (db) => await listOwnDatasets(db, (await listOwnOrganisations(db, ask.actor.id ?? '')).map(({ id }) => id), 200))
  const count = Object.keys(errors).length
  const offer = (uri: string, label: string) => ({ value: uri, label })
  return page(
    BulkPage,
    {
      t, csrf: ask.csrf(), typed, errors, errorTitle: errorTitle(ask, count), datasets: datasets.filter(({ withdrawnAt }) => withdrawnAt === null).map(({ id, title: name }) => offer(id, name)),
      licences: usualLicences.flatMap((uri) => { const licence = licences.byUri.get(uri); return licence ? [offer(uri, labelOf(licence, t.locale))] : [] }),
      frequencies: frequencies.concepts.map((concept) => offer(concept.uri, labelOf(concept, t.locale))), themes: themes.concepts.map((concept) => offer(concept.uri, labelOf(concept, t.locale))),
    }, // prettier-ignore
    staffPage(ask, count > 0 ? { status: 422, hasErrors: true } : {}),
  )
}
