import { Type } from 'typebox'
import { hasRole, NotFound, page, post, refuse, seeOther, title, type Answer, type Ask, type UnitOfWork } from '@modellregion/kernel'
import { findDraft } from '../../draft/queries.ts'
import type { Draft } from '../../draft/schema.ts'
import { words } from '../../locales/index.ts'
import { NotSentPage } from '../pages/not-sent.tsx'
import { isMember } from '../queries.ts'
import { readMoment } from '../rules.ts'
import { SubmitForm } from '../schema.ts'
import { submitDraft } from '../submit.ts'
import { draftPath, reviewPath, sentencesOf } from '../shown.ts'

const ById = Type.Object({ id: Type.String({ format: 'uuid' }) })

async function subject(db: UnitOfWork, { id }: { id: string }): Promise<Draft> {
  const draft = await findDraft(db, id)
  if (!draft) throw new NotFound()
  return draft
}

/** Sending a draft in. The form stands at the end of the editor. */
export const submitRoutes = [
  post('/open-data/draft/:id/submit', { access: 'draft.write', params: ById, subject, title: title(words, 'review.send-title'), rate: { max: 60, per: 'hour' } }, async (ask) => {
    const t = ask.say(words)
    const { id } = ask.subject
    if (!(await isOwn(ask))) return refuse(403, 'open-data.review.not-yours', t('open-data.review.not-yours'))
    const form = ask.form(SubmitForm)
    if (!form.ok) return notSent(ask, [t('open-data.review.changed-meanwhile')])
    const { revision, releaseAt: wished, note } = form.value
    const releaseAt = wished === undefined ? undefined : readMoment(wished)
    if (wished !== undefined && releaseAt === undefined) return notSent(ask, [t('open-data.review.release-unreadable')])
    const refusal = await ask.write((db) => submitDraft(db, { id, revision, releaseAt, note }))
    return refusal ? notSent(ask, sentencesOf(t, refusal)) : seeOther(`${reviewPath(id)}?sent=1`)
  }),
]

type Asks = Pick<Ask<unknown, unknown, unknown, Draft>, 'say' | 'subject' | 'actor' | 'read'>

/** Editors send in every draft, others those they have begun or those of an organisation they belong to. */
async function isOwn({ actor, subject: draft, read }: Asks): Promise<boolean> {
  if (hasRole(actor, 'editor') || (actor.id !== undefined && draft.createdBy === actor.id)) return true
  return actor.id !== undefined && (await read((db) => isMember(db, draft.organisationId, actor.id ?? '')))
}

function notSent({ say, subject: draft }: Asks, sentences: readonly string[]): Answer {
  return page(NotSentPage, { t: say(words), sentences, href: draftPath(draft.id) }, { frame: 'question', private: true, noindex: true, status: 422, hasErrors: true })
}

