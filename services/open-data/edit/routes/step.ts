import { Type } from 'typebox'
import { get, json, post, seeOther, title, type Ask, type UnitOfWork } from '@modellregion/kernel'
import type { Draft } from '../../draft/schema.ts'
import { checkDataset } from '../../check/check.ts'
import { words } from '../../locales/index.ts'
import { publisherOf } from '../begin.ts'
import { resolvePlaces } from '../resolve-places.ts'
import { showConflict } from '../conflict-page.ts'
import { showStep } from '../draft-page.ts'
import { formOf } from '../forms.ts'
import { freshAnswers } from '../fresh.ts'
import { draftPath } from '../menu.ts'
import { named } from '../named.ts'
import { listOwnOrganisations } from '../queries.ts'
import { questions } from '../questions.ts'
import { changeDraft, saveAnswers } from '../save.ts'
import { steps, type Step } from '../schema.ts'
import { assertOpen, ById, ownDraft } from '../subject.ts'
import { isAbout } from '../view.ts'

type Questions = Exclude<Step, 'files' | 'send'>
const asked: readonly Questions[] = ['what', 'when', 'who', 'legal']
const edit = { access: 'draft.edit', params: ById, subject: ownDraft } as const
const Look = Type.Object({ look: Type.Optional(Type.String({ maxLength: 4 })) }, { additionalProperties: true })

/** The steps that ask questions: what, when and where, who, rights. */
export const stepRoutes = [
  get('/open-data/draft/:id', { ...edit, title: title(words, 'edit.change.title') }, (ask) => seeOther(draftPath(ask.params.id, ask.subject.draft.document.distribution.length > 0 ? 'send' : 'what'))),

  ...asked.flatMap((step) => [
    get(`/open-data/draft/:id/${step}`, { ...edit, query: Look, title: title(words, `edit.step.${step}.title`) }, (ask) => showStep(ask, ask.subject.draft, step, { strict: ask.query.look !== undefined })),

    post(`/open-data/draft/:id/${step}`, { ...edit, title: title(words, `edit.step.${step}.title`) }, async (ask) => {
      const saved = await save(ask, step)
      if (saved === undefined) return seeOther(draftPath(ask.params.id, step))
      if (saved.kind === 'conflict') return showConflict(ask, step, saved)
      const { draft, problems, news, typed, go } = saved
      if (problems.size > 0 || (go === 'next' && lacks(draft, step))) return showStep(ask, draft, step, { typed, problems, news, strict: true })
      if (news) return showStep(ask, draft, step, { news })
      return seeOther(draftPath(draft.id, go === 'stay' ? step : (steps[steps.indexOf(step) + 1] ?? 'send')))
    }),

    post(`/open-data/draft/:id/${step}/autosave`, { ...edit, rate: { max: 60, per: 'minute' }, api: { summary: 'Saves what has been typed so far in a step of the editor.' } }, async (ask) => {
      const saved = await save(ask, step)
      if (saved === undefined) return json({ state: 'not-saved' }, 422)
      return json(saved.kind === 'conflict' ? { state: 'conflict', by: saved.news.by } : { state: 'saved', revision: saved.draft.revision, saved: ask.say(words)('edit.saved-at', { moment: saved.draft.changedAt }), by: saved.news?.by, fresh: freshAnswers(saved, saved.typed) })
    }),
  ]),
]

type Asks = Pick<Ask<unknown, unknown, unknown, { draft: Draft }>, 'form' | 'write' | 'subject' | 'actor' | 'platform' | 'tenant' | 'now'>

async function save(ask: Asks, step: Questions) {
  assertOpen(ask.subject.draft)
  const form = ask.form(formOf(questions[step]))
  if (!form.ok) return undefined
  const typed = resolvePlaces(form.typed)
  const { revision, go, organisation } = form.value as { revision: number; go?: string; organisation?: string } // declared in formOf
  const saved = await ask.write(async (db) => {
    const saved = await saveAnswers(db, ask.subject.draft.id, { revision, questions: questions[step], typed, choices: form.typed })
    return saved.kind === 'saved' ? { ...saved, draft: await handOver(db, ask, saved.draft, organisation) } : saved
  })
  return { ...(await named(ask, saved)), typed, go }
}

/** Another of the person's own organisations publishes. */
async function handOver(db: UnitOfWork, { actor }: Pick<Ask, 'actor'>, draft: Draft, organisationId: string | undefined): Promise<Draft> {
  if (organisationId === undefined || organisationId === draft.organisationId) return draft
  const organisation = (await listOwnOrganisations(db, actor.id ?? '')).find(({ id }) => id === organisationId)
  return organisation ? await changeDraft(db, draft, { ...draft.document, publisher: publisherOf(organisation) }, { organisationId }) : draft
}

const lacks = ({ document }: Draft, step: Questions): boolean => checkDataset(document).some(({ severity, field }) => severity === 'violation' && questions[step].some((question) => isAbout(question, field)))
