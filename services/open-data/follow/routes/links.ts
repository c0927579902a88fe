import { Type } from 'typebox'
import { get, NotFound, page, post, title, type Ask, type Platform, type Tenant } from '@modellregion/kernel'
import { formPage } from '../../form/form.ts'
import { words } from '../../locales/index.ts'
import { FollowedPage } from '../pages/follow.tsx'
import { ConfirmFollowPage, StopPage } from '../pages/links.tsx'
import * as queries from '../queries.ts'
import { Signed } from '../schema.ts'
import { isTokenFor, type Purpose } from '../token.ts'

export const ById = Type.Object({ id: Type.String({ format: 'uuid' }) })
const confirm = { access: 'anyone', csrf: false, params: ById, query: Signed, title: title(words, 'follow.confirm-title') } as const
const stop = { access: 'anyone', csrf: false, params: ById, query: Signed, title: title(words, 'follow.stop-title') } as const
const rate = { max: 60, per: 'hour' } as const

/**
 * Links of mails. They need no account, no session and no form token, because the signed address is the authority; a GET changes
 * nothing. The POST to `stop` is also what mail programs send for their own button (RFC 8058).
 */
export const linkRoutes = [
  get('/open-data/follow/confirm/:id', confirm, async (ask) => {
    await check(ask, 'confirm')
    const follow = await followOf(ask)
    return page(ConfirmFollowPage, { t: ask.say(words), action: `${ask.url.pathname}${ask.url.search}`, label: follow.label }, formPage())
  }),

  post('/open-data/follow/confirm/:id', { ...confirm, rate }, async (ask) => {
    await check(ask, 'confirm')
    const t = ask.say(words)
    const follow = await followOf(ask)
    await ask.write((db) => queries.confirmFollow(db, follow.id))
    return page(FollowedPage, { t, title: t('follow.done-title'), text: t('follow.done', { label: follow.label }), back: '/open-data' }, { ...formPage(), title: t('follow.done-title') })
  }),

  get('/open-data/follow/stop/:id', stop, async (ask) => {
    await check(ask, 'stop')
    const follow = await ask.read((db) => queries.findFollow(db, ask.params.id))
    return page(StopPage, { t: ask.say(words), action: `${ask.url.pathname}${ask.url.search}`, label: follow?.label }, formPage())
  }),

  // Whoever asks twice is told the same: what is gone is gone.
  post('/open-data/follow/stop/:id', { ...stop, rate }, async (ask) => {
    await check(ask, 'stop')
    const t = ask.say(words)
    await ask.write((db) => queries.deleteFollowOrFollower(db, ask.params.id))
    return page(FollowedPage, { t, title: t('follow.stopped-title'), text: t('follow.stopped'), back: '/open-data' }, { ...formPage(), title: t('follow.stopped-title') })
  }),
]

type Asks = { platform: Platform; tenant: Tenant; params: { id: string }; query: { token: string } }

/** @throws NotFound when the link is not one of ours */
export async function check({ platform, tenant, params, query }: Asks, purpose: Purpose): Promise<void> {
  if (!(await isTokenFor(platform, tenant.id, purpose, params.id, query.token))) throw new NotFound()
}

async function followOf({ read, params }: Pick<Ask, 'read'> & { params: { id: string } }) {
  const follow = await read((db) => queries.findFollow(db, params.id))
  if (!follow) throw new NotFound()
  return follow
}
