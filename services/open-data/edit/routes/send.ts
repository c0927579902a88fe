import { get, page, post, seeOther, title, audit, type Answer } from '@modellregion/kernel'
import { checkDataset } from '../../check/check.ts'
import type { CheckFinding } from '../../check/schema.ts'
import { findDatasetById } from '../../dataset/queries.ts'
import { DatasetPage } from '../../dataset/pages/dataset.tsx'
import type { Dataset, Distribution } from '../../dcat/schema.ts'
import { deleteDraft } from '../../draft/queries.ts'
import type { Draft } from '../../draft/schema.ts'
import { words, type T } from '../../locales/index.ts'
import { listVersionsByIds } from '../../version/queries.ts'
import { headOf, qualityPanel, stepOf, type Asks } from '../draft-page.ts'
import { fileRows } from '../file-view.ts'
import { draftPath, workshopPath } from '../menu.ts'
import { staffPage } from '../../staff/menu.ts'
import { DeletePage } from '../pages/delete.tsx'
import { SendPage, type Change, type FindingView } from '../pages/send.tsx'
import { previewOf } from '../preview.ts'
import { reasonsFor } from '../reasons.ts'
import { allQuestions, fileQuestions, ofFile, questions } from '../questions.ts'
import { differences } from '../rules.ts'
import { reopen } from '../begin.ts'
import { steps } from '../schema.ts'
import { ById, isOpen, ownDraft } from '../subject.ts'
import { answerIn, isAbout, remarkOf } from '../view.ts'

const edit = { access: 'draft.edit', params: ById, subject: ownDraft } as const

/** The last step: looking everything over, sending in; seeing it as the public will; giving the draft up. */
export const sendRoutes = [
  get('/open-data/draft/:id/send', { ...edit, title: title(words, 'edit.step.send.title') }, (ask) => showSend(ask, ask.subject.draft)),

  get('/open-data/draft/:id/preview', { ...edit, title: title(words, 'edit.preview.title') }, async (ask) => {
    const t = ask.say(words)
    const { draft } = ask.subject
    const loaded = await ask.read((db) => previewOf(db, draft))
    return page(DatasetPage, { t, now: ask.now, address: `${ask.url.origin}/open-data/dataset/${loaded.dataset.name}`, ...loaded }, { title: t('edit.preview.of', { title: loaded.dataset.title }), frame: 'object', private: true, noindex: true, crumbs: [{ label: t('edit.preview.back'), href: draftPath(draft.id, 'send') }, { label: t('edit.preview.title') }] })
  }),

  get('/open-data/draft/:id/delete', { ...edit, title: title(words, 'edit.delete.title') }, (ask) => page(DeletePage, { t: ask.say(words), csrf: ask.csrf(), id: ask.params.id, isChange: ask.subject.draft.basedOn !== null }, staffPage(ask))),

  post('/open-data/draft/:id/delete', { ...edit, title: title(words, 'edit.delete.title') }, async (ask) => {
    const { draft } = ask.subject
    if (!isOpen(draft) && draft.state !== 'refused') return seeOther(workshopPath)
    await ask.write(async (db) => {
      await deleteDraft(db, draft.id)
      await audit(db, { action: 'draft.delete', subject: `draft/${draft.id}` })
    })
    return seeOther(`${workshopPath}?told=deleted`)
  }),
]

async function showSend(ask: Asks, draft: Draft): Promise<Answer> {
  const t = ask.say(words)
  const { versions, published, reasons } = await ask.read(async (db) => ({
    versions: await listVersionsByIds(db, draft.document.distribution.flatMap(({ versionId }) => versionId ?? [])),
    published: draft.basedOn === null ? undefined : await findDatasetById(db, draft.id),
    reasons: draft.state === 'returned' ? await reasonsFor(db, draft.id) : [],
  }))
  const findings = checkDataset(draft.document)
  const files = fileRows(t, draft, versions)
  const before = published && reopen(draft.id, published.document)
  return page(
    SendPage,
    {
      t, csrf: ask.csrf(), head: headOf(draft, 'send', findings), revision: draft.revision, reasons, open: isOpen(draft),
      findings: findings.map((finding) => findingView(t, draft, finding)).toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity)),
      files: files.map(({ title: name, state, stops, warnings, version }) => ({ name, waiting: state === 'waiting' || state === 'coming', stops, warnings, href: version && `/open-data/version/${version.id}/inspection` })),
      summary: steps.filter((step) => questions[step].length > 0).map((step) => ({ step, href: draftPath(draft.id, step), answers: questions[step].flatMap((question) => { const value = answerIn(t, question, draft.document); return value === '' ? [] : [{ term: t.find(`edit.field.${question.name}`) ?? question.name, value }] }) })),
      changes: before && changesBetween(t, before, draft), quality: qualityPanel(t, draft, 'send'),
    }, // prettier-ignore
    staffPage(ask, { title: t('edit.step.send.title') }),
  )
}

const order = ['violation', 'warning', 'advice']
const fileQuestionsOf = ({ document }: Draft) => document.distribution.flatMap(({ id = '' }, position) => fileQuestions.map((question) => ofFile(question, id, position)))

/** What the draft would change in what is published, answers and files. */
function changesBetween(t: T, before: Dataset, draft: Draft): Change[] {
  const [old, now] = [before.distribution, draft.document.distribution]
  const nameOf = ({ title: named }: Distribution) => Object.values(named)[0] ?? t('edit.step.files')
  const known = new Map(old.map((file) => [file.id, file]))
  const added = now.filter(({ id }) => !known.has(id)).map((file) => ({ label: t('edit.send.file', { title: nameOf(file) }), before: '', after: t('edit.send.file-new') }))
  const gone = old.filter(({ id }) => !now.some((file) => file.id === id)).map((file) => ({ label: t('edit.send.file', { title: nameOf(file) }), before: t('edit.send.file-there'), after: t('edit.send.file-gone') }))
  const renewed = now.filter(({ id, versionId }) => known.has(id) && known.get(id)?.versionId !== versionId).map((file) => ({ label: t('edit.send.file', { title: nameOf(file) }), before: t('edit.send.file-there'), after: t('edit.send.file-renewed') }))
  const kept = draft.document.distribution.flatMap(({ id = '' }, position) => (known.has(id) ? fileQuestions.map((question) => ofFile(question, id, position)) : []))
  const answers = differences(before, draft.document, [...allQuestions, ...kept]).map((question) => ({ label: [t.find(`edit.field.${question.name}`) ?? question.name, fileName(draft, question.path)].filter(Boolean).join(': '), before: answerIn(t, question, before), after: answerIn(t, question, draft.document) }))
  return [...added, ...gone, ...renewed, ...answers]
}

function fileName({ document }: Draft, path: string): string | undefined {
  const at = /^distribution\[(\d+)\]/.exec(path)?.[1]
  return at === undefined ? undefined : Object.values(document.distribution[Number(at)]?.title ?? {})[0]
}

/** A finding with the way to the field where it can be mended. */
function findingView(t: T, draft: Draft, finding: CheckFinding): FindingView {
  const step = stepOf(finding.field)
  const at = /^distribution\[(\d+)\]/.exec(finding.field)?.[1]
  const file = at === undefined ? undefined : draft.document.distribution[Number(at)]
  const question = (file ? fileQuestionsOf(draft) : questions[step]).find((one) => isAbout(one, finding.field))
  return { ...remarkOf(t, finding), file: file && Object.values(file.title)[0], href: `${draftPath(draft.id, file ? `files/${file.id}` : step)}?look=1${question ? `#${question.name}` : ''}` }
}
