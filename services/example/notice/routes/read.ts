import { Type } from 'typebox'
import { get, json, page, refuse, title, type Ask } from '@modellregion/kernel'
import { localDate } from '@modellregion/standards'
import { pageWords, words } from '../../locales/index.ts'
import { noticePath } from '../board.ts'
import { NoticeList } from '../pages/list.tsx'
import { NoticePage } from '../pages/notice.tsx'
import { countOnBoard, getNotice, listOnBoard } from '../queries.ts'
import { isOnBoard } from '../rules.ts'
import { PublicNotice, type Notice } from '../schema.ts'

const ById = Type.Object({ id: Type.String({ format: 'uuid' }) })
const pageSize = 20
const mostAtOnce = 100

/** Reading the board. Writing on it is in write.ts, taking down in take-down.ts. */
export const readingRoutes = [
  get('/example', { access: 'anyone', query: Type.Object({ page: Type.Integer({ minimum: 1, maximum: 1_000, default: 1 }) }), title: title(words, 'board.title') }, async (ask) => {
    const today = localDate(ask.now)
    const from = (ask.query.page - 1) * pageSize
    const [notices, { n }] = await ask.read((db) => Promise.all([listOnBoard(db, today, { from, size: pageSize }), countOnBoard(db, today)]))
    return page(NoticeList, { t: ask.say(pageWords), notices, total: n, page: ask.query.page, pageSize, hrefOf: noticePath }, { crumbs: [{ label: ask.say(words)('service.title') }] })
  }),

  get(
    '/example/notice/:id',
    { access: 'anyone', params: ById, query: Type.Object({ posted: Type.Optional(Type.String()) }), subject: (db, { id }) => getNotice(db, id), title: title(words, 'notice.kind') },
    (ask) => {
      const { subject: notice, now, query } = ask
      const t = ask.say(pageWords)
      const isOpen = isOnBoard(notice, localDate(now))
      if (!isOpen && !ask.may('notice.read-closed', notice)) return refuse(410, 'example.notice.closed', t('example.notice.closed'), { label: t('board.title'), href: '/example' })
      const may = { contact: ask.may('notice.contact'), withdraw: ask.may('notice.withdraw', notice), hide: ask.may('notice.hide') }
      return page(
        NoticePage,
        { t, notice, href: noticePath(notice.id), isOpen, isNew: query.posted !== undefined, may },
        { title: notice.title, frame: 'object', crumbs: [{ label: t('service.title'), href: '/example' }, { label: notice.title }], ...(!isOpen && { noindex: true }) },
      )
    },
  ),

  get(
    '/example/notice.json',
    { access: 'anyone', cors: true, cacheFor: 60, api: { summary: 'What hangs on the notice board, the newest first; at most 100.', answers: { 200: Type.Object({ notices: Type.Array(PublicNotice) }) } } },
    async (ask) => {
      const notices = await ask.read((db) => listOnBoard(db, localDate(ask.now), { from: 0, size: mostAtOnce }))
      return json({ notices: notices.map((notice) => publicOf(notice, ask.url)) })
    },
  ),
]

const publicOf = ({ id, title: heading, text, endsOn, createdAt }: Notice, url: Ask['url']): PublicNotice => ({
  id,
  title: heading,
  text,
  endsOn,
  publishedAt: createdAt.toISOString(),
  url: `${url.origin}${noticePath(id)}`,
})
