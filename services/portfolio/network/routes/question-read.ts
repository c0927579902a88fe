import { Type } from 'typebox'
import { get, page, search, title, type Ask } from '@modellregion/kernel'
import { pageWords, words } from '../../locales/index.ts'
import { inCommons } from '../../shelf/keep.ts'
import { findEntry } from '../../shelf/queries.ts'
import { textOf } from '../../shelf/schema.ts'
import { QuestionListPage } from '../pages/questions.tsx'
import { countQuestions, listQuestions, listQuestionsByIds } from '../queries/question.ts'
import { Paged, questionStates, type QuestionLine } from '../schema.ts'
import { townOf } from '../town.ts'

const pageSize = 20
const mostHits = 200

export const ListQuery = Type.Object({
  q: Type.Optional(Type.String({ maxLength: 200 })),
  state: Type.Optional(Type.Enum(questionStates)),
  about: Type.Optional(Type.Literal('entry')),
  entry: Type.Optional(Type.String({ format: 'uuid' })),
  ...Paged,
})
type Query = { q?: string; state?: (typeof questionStates)[number]; about?: 'entry'; entry?: string; page: number }

/** Title of an entry for pages that name it; undefined when it is unknown here, or hidden from the reader. */
export async function entryLine({ read, may, locale }: Pick<Ask, 'read' | 'may' | 'locale'>, id: string | null | undefined): Promise<{ id: string; title: string } | undefined> {
  const entry = id === null || id === undefined ? undefined : await read((db) => findEntry(db, id))
  return entry && (entry.published || may('entry.edit')) ? { id: entry.id, title: textOf(entry.title, locale) } : undefined
}

/** Questions of all towns. Without words by date, with words by the search over all towns. */
export const questionReadingRoutes = [
  get('/portfolio/question', { access: 'anyone', query: ListQuery, title: title(words, 'network.question.title') }, async (ask) => {
    const t = ask.say(pageWords)
    const { q = '', state, about, entry: entryId, page: at } = ask.query
    const { questions, total } = q.trim() === '' ? await listed(ask) : await searched(ask, q)
    const entry = await entryLine(ask, entryId)
    return page(
      QuestionListPage,
      { t, q, state, about, entry, questions, townOf: townOf(ask), total, page: at, pageSize, mayAsk: ask.may('question.write') },
      { frame: 'list', crumbs: [{ label: t('service.title'), href: '/portfolio' }, { label: t('network.question.title') }], ...(q !== '' && { noindex: true }) },
    )
  }),
]

type Asks = Pick<Ask<unknown, Query>, 'query' | 'read' | 'platform' | 'now'>
type Found = { questions: readonly QuestionLine[]; total: number }

async function listed({ query: { state, about, entry, page: at }, read }: Asks): Promise<Found> {
  const filter = { state, entry, aboutEntries: about !== undefined }
  const [questions, { n }] = await read(async (db) => [await listQuestions(db, filter, { from: (at - 1) * pageSize, size: pageSize }), await countQuestions(db, filter)] as const)
  return { questions, total: n }
}

// The index may be a moment behind: what has been hidden since is left out by the table.
async function searched({ query: { state, about, entry, page: at }, read, platform, now }: Asks, q: string): Promise<Found> {
  const facets = { ...(state && { state: [state] }), ...(about && { about: [about] }) }
  const { hits } = await inCommons(platform, 'read', now, (db) => search(db, { q, service: 'portfolio', kind: 'question', facets, from: 0, size: mostHits, count: false }))
  const known = await read((db) => listQuestionsByIds(db, hits.map(({ ref }) => ref)))
  const inOrder = hits.flatMap(({ ref }) => known.filter((question) => question.id === ref && (entry === undefined || question.entry === entry)))
  return { questions: inOrder.slice((at - 1) * pageSize, at * pageSize), total: inOrder.length }
}
