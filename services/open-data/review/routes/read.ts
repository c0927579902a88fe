import { Type } from 'typebox'
import { get, NotFound, page, title } from '@modellregion/kernel'
import { words } from '../../locales/index.ts'
import { getCatalogue } from '../criteria/queries.ts'
import { reviewHome } from '../menu.ts'
import { staffPage } from '../../staff/menu.ts'
import { ReviewListPage } from '../pages/list.tsx'
import { CriteriaPage, RefusedPage } from '../pages/public.tsx'
import { countRefused, listDecidedReviews, listOpenReviews, listRefused } from '../queries.ts'
import type { ReviewLine } from '../schema.ts'

const pageSize = 50
const shownOpen = 200
const shownDecided = 30

/** The list of work for those who check and decide, and what everybody may read about it. */
export const readRoutes = [
  get(reviewHome, { access: 'review.list', title: title(words, 'review.title') }, async (ask) => {
    const [checks, decides] = [ask.may('review.check'), ask.may('review.decide')]
    const { open, decided } = await ask.read(async (db) => ({ open: await listOpenReviews(db, shownOpen), decided: await listDecidedReviews(db, shownDecided) }))
    const isYours = ({ state, own, mine, checkedBy }: ReviewLine): boolean => !own && ((state === 'checking' && checks) || (state === 'deciding' && decides && !mine && checkedBy !== ask.actor.id))
    return page(ReviewListPage, { t: ask.say(words), now: ask.now, yours: open.filter(isYours), open, decided }, staffPage(ask))
  }),

  get('/open-data/criteria', { access: 'anyone', title: title(words, 'review.criteria') }, async (ask) => {
    const t = ask.say(words)
    return page(CriteriaPage, { t, catalogue: await ask.read(getCatalogue) }, { crumbs: [{ label: t('service.title'), href: '/open-data' }, { label: t('review.criteria') }] })
  }),

  get('/open-data/refused', { access: 'anyone', query: Type.Object({ page: Type.Integer({ minimum: 1, maximum: 1_000, default: 1 }) }), title: title(words, 'review.refused') }, async (ask) => {
    const t = ask.say(words)
    const number = ask.query.page
    const { lines, total } = await ask.read(async (db) => ({ lines: await listRefused(db, { from: (number - 1) * pageSize, size: pageSize }), total: (await countRefused(db)).n }))
    if (number > 1 && lines.length === 0) throw new NotFound()
    return page(RefusedPage, { t, lines, page: number, pages: Math.ceil(total / pageSize) }, { crumbs: [{ label: t('service.title'), href: '/open-data' }, { label: t('review.refused') }] })
  }),
]
