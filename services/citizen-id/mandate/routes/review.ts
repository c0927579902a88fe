import { consolePage, get, NotFound, page, post, seeOther, title, type Answer, type Ask, type Route } from '@modellregion/kernel'
import { pageWords, words } from '../../locales/index.ts'
import { activate, decline } from '../acts.ts'
import { ReviewPage } from '../pages/review.tsx'
import { getMandate, listForReview } from '../queries.ts'
import { stateNow } from '../rules.ts'
import { ReviewForm, type Mandate } from '../schema.ts'
import { limitsOf } from '../shown.ts'
import { ById, personOf } from './own.ts'

/** An officer compares requests with the originals. Their own requests they cannot confirm. */
export const reviewRoutes: readonly Route[] = [
  get('/citizen-id/mandates/review', { access: 'mandate.review', title: title(words, 'mandate.review-title') }, (ask) => list(ask)),

  post('/citizen-id/mandates/:id/confirm', { access: 'mandate.review', params: ById, title: title(words, 'mandate.review-title') }, async (ask) => {
    const mandate = await reviewable(ask, ask.params.id)
    const read = ask.form(ReviewForm)
    if (!read.ok || !read.value.seen) return await list(ask, mandate.id)
    const { document } = read.value
    await ask.write((db) => activate(db, mandate.id, { officer: personOf(ask), document }))
    return seeOther('/citizen-id/mandates/review')
  }),

  post('/citizen-id/mandates/:id/refuse', { access: 'mandate.review', params: ById }, async (ask) => {
    const mandate = await reviewable(ask, ask.params.id)
    await ask.write((db) => decline(db, mandate.id, personOf(ask)))
    return seeOther('/citizen-id/mandates/review')
  }),
]

/** @throws NotFound for powers of attorney, the officer's own requests, and what is decided */
async function reviewable(ask: Pick<Ask, 'read' | 'actor' | 'now'>, id: string): Promise<Mandate> {
  const mandate = await ask.read((db) => getMandate(db, id))
  if (mandate.kind === 'power-of-attorney' || mandate.representativeId === personOf(ask) || stateNow(mandate, ask.now) !== 'proposed') throw new NotFound()
  return mandate
}

async function list(ask: Pick<Ask, 'read' | 'say' | 'csrf' | 'platform' | 'tenant' | 'actor' | 'now' | 'may' | 'url'>, failed?: string): Promise<Answer> {
  const t = ask.say(pageWords)
  const me = personOf(ask)
  const mandates = await ask.read(listForReview)
  const waiting = mandates.filter((mandate) => mandate.representativeId !== me && stateNow(mandate, ask.now) === 'proposed').map((mandate) => ({ mandate, ...limitsOf(ask, t, mandate) }))
  const trouble = failed === undefined ? undefined : { id: failed, text: t('mandate.error.not-seen') }
  return page(ReviewPage, { t, csrf: ask.csrf(), waiting, trouble }, consolePage(ask, trouble ? { status: 422, hasErrors: true } : {}))
}
