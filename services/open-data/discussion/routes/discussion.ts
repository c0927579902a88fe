import { Type } from 'typebox'
import { body, get, newId, NotFound, page, post, seeOther, title, type Answer, type Ask, type UnitOfWork } from '@modellregion/kernel'
import { atomFeed } from '@modellregion/standards'
import { findDatasetByName } from '../../dataset/queries.ts'
import type { DatasetRow } from '../../dataset/schema.ts'
import { formProps, sentencesOf } from '../../form/form.ts'
import type { FormState } from '../../form/props.ts'
import { words } from '../../locales/index.ts'
import { listOrganisationsByIds } from '../../organisation/queries.ts'
import { DiscussionPage } from '../pages/discussion.tsx'
import * as queries from '../queries.ts'
import { isShown, threadsOf } from '../rules.ts'
import { PostForm } from '../schema.ts'

const mostPosts = 500
const heading = title(words, 'discussion.title')
export const ByDataset = Type.Object({ name: Type.String({ maxLength: 120 }) })
const Done = Type.Object({ done: Type.Optional(Type.Enum(['posted', 'thanked', 'reported', 'changed'])) }, { additionalProperties: true })

export const discussionPath = (name: string): string => `/open-data/dataset/${name}/discussion`

/** @throws NotFound also when the dataset was withdrawn */
export async function datasetOf(db: UnitOfWork, { name }: { name: string }): Promise<DatasetRow> {
  const dataset = await findDatasetByName(db, name)
  if (!dataset || dataset.withdrawnAt) throw new NotFound()
  return dataset
}

const at = { params: ByDataset, subject: datasetOf } as const
const write = { ...at, access: 'discussion.write', rate: { max: 20, per: 'hour' }, title: heading } as const
type Asks = Pick<Ask<{ name: string }, unknown, unknown, DatasetRow>, 'say' | 'csrf' | 'read' | 'actor' | 'may' | 'now' | 'subject'>

/** The conversation about a dataset, and thanks for it. */
export const talkRoutes = [
  get('/open-data/dataset/:name/discussion', { ...at, access: 'anyone', query: Done, title: heading }, async (ask) => await show(ask, {}, ask.query.done)),

  post('/open-data/dataset/:name/discussion', write, async (ask) => {
    const read = ask.form(PostForm)
    if (!read.ok) return await show(ask, { typed: read.typed, errors: sentencesOf(ask, 'discussion', read.errors) })
    const id = newId(ask.now)
    await ask.write((db) => queries.insertPost(db, { id, datasetId: ask.subject.id, parentId: null, ...read.value, fromOffice: false }))
    return seeOther(`${discussionPath(ask.params.name)}?done=posted`)
  }),

  post('/open-data/dataset/:name/discussion/thanks', write, async (ask) => {
    await ask.write((db) => queries.insertThanks(db, ask.subject.id, writerOf(ask)))
    return seeOther(`${discussionPath(ask.params.name)}?done=thanked`)
  }),

  post('/open-data/dataset/:name/discussion/thanks/end', write, async (ask) => {
    await ask.write((db) => queries.deleteThanks(db, ask.subject.id, writerOf(ask)))
    return seeOther(discussionPath(ask.params.name))
  }),

  get('/open-data/dataset/:name/discussion.atom', { ...at, access: 'anyone', cors: true, cacheFor: 60, api: { summary: 'What is said about a dataset, as Atom feed.', tag: 'Feeds' } }, async (ask) => {
    const t = ask.say(words)
    const { title: about, id } = ask.subject
    const posts = (await ask.read((db) => queries.listPosts(db, id, 50))).filter(isShown)
    const href = `${ask.url.origin}${discussionPath(ask.params.name)}`
    const author = `${ask.tenant.kind} ${ask.tenant.name}`
    const entries = posts.map((one) => {
      const label = t(one.fromOffice ? 'discussion.office' : `discussion.kind.${one.kind}`)
      return { id: `urn:uuid:${one.id}`, title: label, page: `${href}#post-${one.parentId ?? one.id}`, summary: one.text, author: label, published: one.createdAt, updated: one.editedAt ?? one.createdAt, categories: [{ term: one.kind, label }] }
    })
    return body('application/atom+xml; charset=utf-8', atomFeed({ id: `${href}.atom`, self: `${href}.atom`, page: href, title: t('discussion.feed-title', { title: about }), author, updated: posts[0]?.createdAt ?? ask.subject.changedAt, entries }))
  }),
]

async function show(ask: Asks, state: FormState, done?: 'posted' | 'thanked' | 'reported' | 'changed'): Promise<Answer> {
  const t = ask.say(words)
  const { subject: dataset, actor } = ask
  const content = await ask.read(async (db) => ({
    threads: threadsOf(await queries.listPosts(db, dataset.id, mostPosts)),
    thanks: (await queries.countThanks(db, dataset.id)).n,
    hasThanked: actor.id !== undefined && (await queries.hasThanked(db, dataset.id, actor.id)).yes,
    organisation: (await listOrganisationsByIds(db, [dataset.organisationId]))[0]?.title ?? '',
  }))
  const { threads, thanks, hasThanked, organisation } = content
  const failed = Object.keys(state.errors ?? {}).length > 0
  return page(
    DiscussionPage,
    { ...formProps(ask, state), dataset: { name: dataset.name, title: dataset.title, organisation }, threads, now: ask.now, thanks, done, me: { id: actor.id, hasThanked, answers: ask.may('discussion.answer'), moderates: ask.may('discussion.moderate') } },
    {
      title: `${t('discussion.title')}: ${dataset.title}`,
      frame: 'object',
      crumbs: [{ label: t('service.title'), href: '/open-data' }, { label: dataset.title, href: `/open-data/dataset/${dataset.name}` }, { label: t('discussion.title') }],
      alternates: [{ type: 'application/atom+xml', href: `${discussionPath(dataset.name)}.atom`, title: t('discussion.feed-title', { title: dataset.title }) }],
      ...(failed && { status: 422, hasErrors: true }),
    },
  )
}

export function writerOf({ actor }: Pick<Ask, 'actor'>): string {
  if (actor.id === undefined) throw new Error('discussion.write was allowed to a guest; see access.ts.')
  return actor.id
}
