import { Type } from 'typebox'
import { get, NotFound, page, post, seeOther, title, type Answer, type Typed } from '@modellregion/kernel'
import { checkDataset } from '../../check/check.ts'
import type { Draft } from '../../draft/schema.ts'
import { words } from '../../locales/index.ts'
import { listVersionsOfFile } from '../../version/queries.ts'
import { showConflict } from '../conflict-page.ts'
import { errorTitle, headOf, newsOf, qualityPanel, type Asks } from '../draft-page.ts'
import { formOf } from '../forms.ts'
import { named } from '../named.ts'
import { draftPath } from '../menu.ts'
import { staffPage } from '../../staff/menu.ts'
import { FilePage } from '../pages/file.tsx'
import { fileQuestions, ofFile } from '../questions.ts'
import { saveAnswers, type News } from '../save.ts'
import type { DatasetQuestion, Problem } from '../schema.ts'
import { assertOpen, ownDraft } from '../subject.ts'
import { fieldsOf } from '../view.ts'

const ByFile = Type.Object({ id: Type.String({ format: 'uuid' }), file: Type.String({ format: 'uuid' }) })
const Look = Type.Object({ look: Type.Optional(Type.String({ maxLength: 4 })) }, { additionalProperties: true })
const edit = { access: 'draft.edit', params: ByFile, subject: ownDraft, title: title(words, 'edit.file.title') } as const

/** What is asked about one file. */
export const fileRoutes = [
  get('/open-data/draft/:id/files/:file', { ...edit, query: Look }, (ask) => show(ask, ask.subject.draft, ask.params.file, { strict: ask.query.look !== undefined })),

  post('/open-data/draft/:id/files/:file', edit, async (ask) => {
    const { id, file } = ask.params
    assertOpen(ask.subject.draft)
    const questions = questionsOf(ask.subject.draft, file)
    const form = ask.form(formOf(questions))
    if (!form.ok) return seeOther(draftPath(id, `files/${file}`))
    const { revision } = form.value as { revision: number } // declared in formOf
    const saved = await named(ask, await ask.write((db) => saveAnswers(db, id, { revision, questions, typed: form.typed, choices: form.typed })))
    if (saved.kind === 'conflict') return showConflict(ask, 'files', { ...saved, typed: form.typed }, questions, draftPath(id, `files/${file}`))
    if (saved.problems.size > 0 || saved.news) return show(ask, saved.draft, file, { problems: saved.problems, typed: form.typed, news: saved.news })
    return seeOther(draftPath(id, 'files'))
  }),
]

function questionsOf({ document }: Pick<Draft, 'document'>, id: string): readonly DatasetQuestion[] {
  const position = document.distribution.findIndex((file) => file.id === id)
  const file = document.distribution[position]
  if (!file) throw new NotFound()
  // The addresses of own files are made by the portal.
  return fileQuestions.filter(({ name }) => file.versionId === undefined || (name !== 'access-url' && name !== 'download-url' && name !== 'media-type')).map((question) => ofFile(question, id, position))
}

type Shown = { strict?: boolean; problems?: ReadonlyMap<string, Problem>; typed?: Typed; news?: News | undefined }

async function show(ask: Asks, draft: Draft, file: string, { strict = false, problems, typed, news }: Shown): Promise<Answer> {
  const t = ask.say(words)
  const findings = checkDataset(draft.document)
  const fields = fieldsOf(t, { dataset: draft.document, questions: questionsOf(draft, file), typed, problems, findings, strict })
  const versions = await ask.read((db) => listVersionsOfFile(db, file))
  const count = fields.filter(({ error }) => error !== undefined).length
  return page(
    FilePage,
    {
      t, csrf: ask.csrf(), head: headOf(draft, 'files', findings), revision: draft.revision, file, fields, errorTitle: errorTitle(ask, count), news: news && newsOf(t, news),
      own: draft.document.distribution.some(({ id, versionId }) => id === file && versionId !== undefined), versions, quality: qualityPanel(t, draft, 'files', file),
    }, // prettier-ignore
    staffPage(ask, { title: t('edit.file.title'), ...(count > 0 && { status: 422, hasErrors: true }) }),
  )
}
