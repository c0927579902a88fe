import { get, NotFound, page, post, seeOther, title, type Answer, type Ask } from '@modellregion/kernel'
import { formPage, formProps, sentencesOf } from '../../form/form.ts'
import type { FormState } from '../../form/props.ts'
import { words } from '../../locales/index.ts'
import { ownMail } from '../own-mail.ts'
import { FollowedPage, FollowPage } from '../pages/follow.tsx'
import { FollowForm, FollowWish } from '../schema.ts'
import { startFollowing } from '../start.ts'
import { findTarget, type Target } from '../target.ts'

const heading = title(words, 'follow.title')

/** Following a dataset, a publisher, a theme, a search or a request. */
export const followingRoutes = [
  get('/open-data/follow/new', { access: 'anyone', query: FollowWish, title: heading }, async (ask) => await show(ask, ask.query, await targetOf(ask, ask.query), {})),

  post('/open-data/follow', { access: 'anyone', query: FollowWish, rate: { max: 20, per: 'hour' }, title: heading }, async (ask) => {
    const t = ask.say(words)
    const target = await targetOf(ask, ask.query)
    const read = ask.form(FollowForm)
    if (!read.ok) return await show(ask, ask.query, target, { typed: read.typed, errors: sentencesOf(ask, 'follow', read.errors) })
    const { mail, rhythm, website } = read.value
    if (website !== undefined) return seeOther(target.page)
    const own = await ownMail(ask)
    const accountId = own?.toLowerCase() === mail.toLowerCase() ? (ask.actor.id ?? null) : null
    const follow = await ask.write((db) => startFollowing(db, ask, { kind: ask.query.kind, subject: target.subject, label: target.label, mail, rhythm, locale: ask.locale, accountId }))
    const props = follow.confirmedAt === null ? { title: t('follow.sent-title'), text: t('follow.sent') } : { title: t('follow.done-title'), text: t('follow.done', { label: target.label }) }
    return page(FollowedPage, { t, ...props, back: target.page }, { ...formPage(), title: props.title })
  }),
]

type Asks = Pick<Ask, 'say' | 'csrf' | 'actor' | 'platform' | 'tenant' | 'now'>

async function targetOf({ read }: Pick<Ask, 'read'>, wish: FollowWish): Promise<Target> {
  const target = await read((db) => findTarget(db, wish))
  if (!target) throw new NotFound()
  return target
}

async function show(ask: Asks, { kind, subject }: FollowWish, target: Target, state: FormState): Promise<Answer> {
  const t = ask.say(words)
  return page(
    FollowPage,
    { ...formProps(ask, state), kind, label: target.label, subject, page: target.page, feed: target.feed, ownMail: await ownMail(ask) },
    { ...formPage(state), crumbs: [{ label: t('service.title'), href: '/open-data' }, { label: target.label, href: target.page }, { label: t('follow.title') }] },
  )
}
