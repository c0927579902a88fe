import { Type } from 'typebox'
import { audit, findJob, get, json, newId, NotFound, page, post, seeOther, title, type Answer, type Ask, type UnitOfWork } from '@modellregion/kernel'
import { checkDataset } from '../../check/check.ts'
import { whyNotUrl } from '../../fetch/guarded-fetch.ts'
import type { Dataset } from '../../dcat/schema.ts'
import type { Draft } from '../../draft/schema.ts'
import { takeFromUrl } from '../../load/take-from-url.ts'
import { takeUpload } from '../../load/take.ts'
import { words } from '../../locales/index.ts'
import { listVersionsByIds } from '../../version/queries.ts'
import { labelOf, licences } from '../../vocabulary/lists.ts'
import { errorTitle, headOf, newsOf, qualityPanel, type Asks } from '../draft-page.ts'
import { commonQuestions, fromVersion, linkedFile, moveFile, putFile, removeFile, usualLicences } from '../files.ts'
import { fileRows } from '../file-view.ts'
import { formOf } from '../forms.ts'
import { named } from '../named.ts'
import { draftPath } from '../menu.ts'
import { staffPage } from '../../staff/menu.ts'
import { FilesPage } from '../pages/files.tsx'
import { changeDraft, getDraft, saveAnswers, type News } from '../save.ts'
import { showConflict } from '../conflict-page.ts'
import { assertOpen, ById, ownDraft } from '../subject.ts'
import type { Problem } from '../schema.ts'
import { fieldsOf } from '../view.ts'

const edit = { access: 'draft.edit', params: ById, subject: ownDraft } as const
const ByFile = Type.Object({ id: Type.String({ format: 'uuid' }), file: Type.String({ format: 'uuid' }) })
const AddressForm = Type.Object({ url: Type.String({ minLength: 1, maxLength: 2_000 }), how: Type.Union([Type.Literal('fetch'), Type.Literal('link')]) })
const Following = Type.Object({ job: Type.Optional(Type.String({ format: 'uuid' })), look: Type.Optional(Type.String({ maxLength: 4 })) }, { additionalProperties: true })
const Replacing = Type.Object({ replace: Type.Optional(Type.String({ format: 'uuid' })) }, { additionalProperties: true })
/** Seconds until a page with a file that is being looked at loads itself again. */
const refresh = 3

/** Bringing files, ordering and removing them, and what is asked about all at once. */
export const fileListRoutes = [
  get('/open-data/draft/:id/files', { ...edit, query: Following, title: title(words, 'edit.step.files.title') }, (ask) => show(ask, ask.subject.draft, { job: ask.query.job, strict: ask.query.look !== undefined })),

  post('/open-data/draft/:id/files', { ...edit, title: title(words, 'edit.step.files.title') }, async (ask) => {
    assertOpen(ask.subject.draft)
    const form = ask.form(formOf(commonQuestions))
    if (!form.ok) return seeOther(draftPath(ask.params.id, 'files'))
    const { revision } = form.value as { revision: number } // declared in formOf
    const saved = await ask.write(async (db) => {
      const saved = await saveAnswers(db, ask.params.id, { revision, questions: commonQuestions, typed: form.typed, choices: form.typed })
      return saved.kind === 'saved' ? { ...saved, draft: await completeFiles(db, saved.draft, dayOf(ask.now)) } : saved
    })
    if (saved.kind === 'conflict') return showConflict(ask, 'files', { ...(await named(ask, saved)), typed: form.typed }, commonQuestions)
    if (saved.problems.size > 0) return show(ask, saved.draft, { problems: saved.problems, typed: form.typed })
    return seeOther(draftPath(ask.params.id, 'when'))
  }),

  post('/open-data/draft/:id/files/upload', { ...edit, query: Replacing, bodyLimit: 4 * 1024 ** 3, rate: { max: 300, per: 'hour' }, title: title(words, 'edit.step.files.title') }, async (ask) => {
    assertOpen(ask.subject.draft)
    const refusal = await takeUploads(ask, ask.query.replace)
    if (wantsJson(ask)) return refusal === undefined ? json({ ok: true }) : json({ ok: false, text: refusal }, 422)
    return refusal === undefined ? seeOther(draftPath(ask.params.id, 'files')) : show(ask, await ask.read((db) => getDraft(db, ask.params.id)), { refused: { field: 'upload', text: refusal } })
  }),

  post('/open-data/draft/:id/files/address', { ...edit, rate: { max: 100, per: 'hour' }, title: title(words, 'edit.step.files.title') }, async (ask) => {
    const { draft } = ask.subject
    assertOpen(draft)
    const t = ask.say(words)
    const form = ask.form(AddressForm)
    const address = form.ok ? form.value.url : String(form.typed['url'] ?? '')
    const wrong = URL.canParse(address) ? whyNotUrl(new URL(address), ask.platform.config.harvest?.allow ?? []) : { code: 'open-data.fetch.url-invalid' as const }
    if (!form.ok || wrong) return show(ask, draft, { refused: { field: 'url', text: wrong ? (t.find(wrong.code) ?? wrong.code) : t('edit.problem.url') }, typedUrl: address })
    const id = newId(ask.now)
    if (form.value.how === 'link') {
      await change(ask, (dataset) => ({ ...dataset, distribution: [...dataset.distribution, linkedFile(id, address)] }), 'file.link')
      return seeOther(draftPath(draft.id, 'files'))
    }
    const { versionId, jobId } = await takeFromUrl(ask, { datasetId: draft.id, distributionId: id, url: address })
    await change(ask, (dataset) => putFile(dataset, { id, fetched: versionId, day: dayOf(ask.now) }), 'file.fetch')
    return seeOther(`${draftPath(draft.id, 'files')}?job=${jobId}`)
  }),

  ...(['up', 'down', 'remove'] as const).map((act) =>
    post(`/open-data/draft/:id/files/:file/${act}`, { ...edit, params: ByFile }, async (ask) => {
      assertOpen(ask.subject.draft)
      const { file } = ask.params
      await change(ask, (dataset) => (act === 'remove' ? removeFile(dataset, file) : moveFile(dataset, file, act === 'up' ? -1 : 1)), `file.${act}`)
      return seeOther(draftPath(ask.params.id, 'files'))
    }),
  ),
]

type Changing = Pick<Ask<{ id: string }>, 'write' | 'params' | 'now'>

/** A change that collides with nothing, because it is made to what the draft says now. */
const change = (ask: Changing, edited: (dataset: Dataset) => Dataset, action: string): Promise<Draft> =>
  ask.write(async (db) => {
    const draft = await getDraft(db, ask.params.id)
    await audit(db, { action, subject: `draft/${draft.id}` })
    return await changeDraft(db, draft, edited(draft.document))
  })

/** Takes the files of the form one by one. Returns why one was not taken; those before it are in the draft. */
async function takeUploads(ask: Changing & Pick<Ask, 'uploads' | 'say' | 'platform' | 'tenant' | 'form'>, replace: string | undefined): Promise<string | undefined> {
  const t = ask.say(words)
  let taken = 0
  for await (const upload of ask.uploads()) {
    const distributionId = replace ?? newId(ask.now)
    const note = String(ask.form(Type.Object({ note: Type.Optional(Type.String({ maxLength: 1_000 })) })).typed['note'] ?? '')
    const received = await takeUpload(ask, { datasetId: ask.params.id, distributionId, note, upload })
    if (!received.ok) return t.find(`inspect.finding.${received.refusal.code}`, received.refusal.values) ?? t('edit.upload.failed')
    taken += 1
    await change(ask, (dataset) => putFile(dataset, { id: distributionId, version: received.version, day: dayOf(ask.now) }), replace === undefined ? 'file.upload' : 'file.replace')
  }
  return taken === 0 ? t('edit.upload.nothing') : undefined
}

/** Files that were fetched from an address say only when they have come what they are. */
async function completeFiles(db: UnitOfWork, draft: Draft, day: string): Promise<Draft> {
  const open = draft.document.distribution.filter(({ versionId, byteSize }) => versionId !== undefined && byteSize === undefined)
  if (open.length === 0) return draft
  const versions = new Map((await listVersionsByIds(db, open.flatMap(({ versionId }) => versionId ?? []))).map((version) => [version.id, version]))
  return await changeDraft(db, draft, { ...draft.document, distribution: draft.document.distribution.map((file) => completed(file, versions.get(file.versionId ?? ''), day)) })
}
const completed = (file: Dataset['distribution'][number], version: Parameters<typeof fromVersion>[1] | undefined, day: string) => (file.byteSize === undefined && version ? fromVersion(file, version, day) : file)

export const dayOf = (now: Date): string => now.toISOString().slice(0, 10)
const wantsJson = ({ headers }: Pick<Ask, 'headers'>): boolean => headers['accept'] === 'application/json'

type Shown = { job?: string | undefined; strict?: boolean; problems?: ReadonlyMap<string, Problem>; typed?: Parameters<typeof fieldsOf>[1]['typed']; news?: News; refused?: { field: 'upload' | 'url'; text: string }; typedUrl?: string }

async function show(ask: Asks, draft: Draft, { job: jobId, strict = false, problems, typed, news, refused, typedUrl = '' }: Shown = {}): Promise<Answer> {
  const t = ask.say(words)
  const { versions, job } = await ask.read(async (db) => ({ versions: await listVersionsByIds(db, draft.document.distribution.flatMap(({ versionId }) => versionId ?? [])), job: jobId === undefined ? undefined : await findJob(db, jobId) }))
  const files = fileRows(t, draft, versions)
  const findings = checkDataset(draft.document)
  const [license, attribution] = fieldsOf(t, { dataset: draft.document, questions: commonQuestions, typed, problems, findings: strict ? findings : [], strict })
  if (!license || !attribution) throw new NotFound()
  const fetching = job && job.state !== 'done' ? { share: job.progress, text: job.state === 'failed' ? (job.error ?? '') : ((job.words && t.find(job.words, job.counts)) ?? ''), failed: job.state === 'failed' } : undefined
  const count = [license, attribution].filter(({ error }) => error !== undefined).length + (refused ? 1 : 0)
  const busy = (fetching && !fetching.failed) || files.some(({ state }) => state === 'waiting')
  return page(
    FilesPage,
    {
      t, csrf: ask.csrf(), head: headOf(draft, 'files', findings), revision: draft.revision, files, license, attribution, refused, typedUrl, errorTitle: errorTitle(ask, count), news: news && newsOf(t, news), fetching,
      licences: licenceChoices(t.locale), quality: qualityPanel(t, draft, 'files'),
    }, // prettier-ignore
    staffPage(ask, { title: t('edit.step.files.title'), ...(count > 0 && { status: 422, hasErrors: true }), ...(busy && count === 0 && { refreshAfter: refresh }) }),
  )
}

const licenceChoices = (locale: string) =>
  usualLicences.flatMap((uri) => {
    const licence = licences.byUri.get(uri)
    return licence ? [{ value: uri, label: labelOf(licence, locale), hint: locale === 'en' ? licence.explanation.en : licence.explanation.de }] : []
  })
