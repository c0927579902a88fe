import { Type } from 'typebox'
import { get, NotFound, page, post, seeOther, title, type Answer, type Ask, type UnitOfWork } from '@modellregion/kernel'
import { listSummaries } from '../../dataset/queries.ts'
import { ownMail } from '../../follow/own-mail.ts'
import { isFollowedBy } from '../../follow/queries.ts'
import { formProps, sentencesOf } from '../../form/form.ts'
import type { FormState } from '../../form/props.ts'
import { words } from '../../locales/index.ts'
import { requestPath } from '../ask-for-data.ts'
import { RequestPage } from '../pages/request.tsx'
import * as queries from '../queries.ts'
import { isPublic } from '../rules.ts'
import { ReplyForm, type DataRequest } from '../schema.ts'
import { replyTo, voteFor } from '../voting.ts'

export const ByNumber = Type.Object({ number: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }) })
export const subjectOf = (db: UnitOfWork, { number }: { number: number }): Promise<DataRequest> => queries.getRequest(db, number)
const Done = Type.Object({ done: Type.Optional(Type.Union([Type.Literal('asked'), Type.Literal('voted'), Type.Literal('replied'), Type.Literal('handled')])) }, { additionalProperties: true })
const VoteForm = Type.Object({ notify: Type.Optional(Type.Boolean()) })

type Asks = Pick<Ask, 'say' | 'csrf' | 'read' | 'actor' | 'may' | 'now' | 'platform' | 'tenant'>
type View = FormState & { done?: 'asked' | 'voted' | 'replied' | 'handled'; code?: string }

/** One request, and what the person can do for it. */
export const requestPageRoutes = [
  get('/open-data/request/:number', { access: 'anyone', params: ByNumber, query: Done, subject: subjectOf, title: title(words, 'request.kind') }, async (ask) => {
    const request = ask.subject
    if (!isPublic(request.state) && !ask.may('request.handle') && !ask.may('request.reply', request)) throw new NotFound()
    return await showOne(ask, request, ask.query.done === undefined ? {} : { done: ask.query.done })
  }),

  post('/open-data/request/:number/vote', { access: 'request.vote', params: ByNumber, subject: subjectOf, rate: { max: 60, per: 'hour' } }, async (ask) => {
    if (!isPublic(ask.subject.state)) throw new NotFound()
    const read = ask.form(VoteForm)
    const mail = read.ok && read.value.notify === true ? await ownMail(ask) : undefined
    await ask.write((db) => voteFor(db, ask, ask.subject, idOf(ask), mail))
    return seeOther(`${requestPath(ask.subject.number)}?done=voted`)
  }),

  post('/open-data/request/:number/unvote', { access: 'request.vote', params: ByNumber, subject: subjectOf, rate: { max: 60, per: 'hour' } }, async (ask) => {
    await ask.write((db) => queries.deleteVote(db, ask.subject.id, idOf(ask)))
    return seeOther(requestPath(ask.subject.number))
  }),

  post('/open-data/request/:number/reply', { access: 'request.reply', params: ByNumber, subject: subjectOf, rate: { max: 20, per: 'hour' }, title: title(words, 'request.kind') }, async (ask) => {
    const read = ask.form(ReplyForm)
    if (!read.ok) return await showOne(ask, ask.subject, { typed: read.typed, errors: replySentences(ask, read.errors) })
    await ask.write((db) => replyTo(db, ask.subject, read.value.text, false))
    return seeOther(`${requestPath(ask.subject.number)}?done=replied`)
  }),
]

export const replySentences = (ask: Pick<Ask, 'say'>, errors: Parameters<typeof sentencesOf>[2]) => sentencesOf(ask, 'request.reply', errors)

/** The page of a request, for everybody or, with a code, for the guest who asked. */
export async function showOne(ask: Asks, request: DataRequest, { done, code, ...state }: View): Promise<Answer> {
  const t = ask.say(words)
  const { id } = ask.actor
  const content = await ask.read(async (db) => ({
    events: await queries.listEvents(db, request.id),
    datasets: await listSummaries(db, (await queries.datasetIdsOf(db, request.id)).map((linked) => linked.id)),
    original: request.duplicateOf === null ? undefined : await queries.findRequest(db, request.duplicateOf),
    hasVoted: id !== undefined && (await queries.hasVoted(db, request.id, id)).yes,
    follows: id !== undefined && (await isFollowedBy(db, id, 'request', request.id)).yes,
  }))
  const { hasVoted, follows, ...shown } = content
  const isTheirs = code !== undefined || ask.may('request.reply', request)
  const me = { isSignedIn: id !== undefined, hasVoted, follows, mail: await ownMail(ask), handles: ask.may('request.handle'), replies: isTheirs && request.state === 'clarification', code }
  const failed = Object.keys(state.errors ?? {}).length > 0
  return page(
    RequestPage,
    { ...formProps(ask, state), now: ask.now, request, done, me, ...shown },
    {
      title: request.title,
      frame: 'object',
      description: request.title,
      crumbs: [{ label: t('service.title'), href: '/open-data' }, { label: t('request.title'), href: '/open-data/request' }, { label: request.title }],
      alternates: [{ type: 'application/atom+xml', href: `${requestPath(request.number)}.atom`, title: request.title }],
      ...(!isPublic(request.state) && { noindex: true, private: true }),
      ...(code !== undefined && { noindex: true, private: true }),
      ...(failed && { status: 422, hasErrors: true }),
    },
  )
}

function idOf({ actor }: Pick<Ask, 'actor'>): string {
  if (actor.id === undefined) throw new Error('request.vote was allowed to a guest; see access.ts.')
  return actor.id
}
