import { Type } from 'typebox'
import { get, NotFound, page, post, seeOther, title, type Answer, type Ask } from '@modellregion/kernel'
import { words } from '../../locales/index.ts'
import { ManagePage } from '../pages/manage.tsx'
import * as queries from '../queries.ts'
import { RhythmForm, Signed, type Follower } from '../schema.ts'
import { ById, check } from './links.ts'

const heading = title(words, 'follow.manage')
const signed = { access: 'anyone', csrf: false, params: ById, query: Signed, title: heading } as const
const own = { access: 'follow.manage', title: heading } as const
const EndForm = Type.Object({ follow: Type.String({ format: 'uuid' }) })
const Saved = Type.Object({ saved: Type.Optional(Type.String()) }, { additionalProperties: true })

/** What an address follows: for people who are signed in, and for whoever comes by the link of a mail. */
export const manageRoutes = [
  get('/open-data/follow', { ...own, query: Saved }, async (ask) => await show(ask, await ownFollower(ask), { base: '/open-data/follow', query: '', csrf: ask.csrf(), saved: ask.query.saved !== undefined })),
  post('/open-data/follow/end', own, async (ask) => {
    await end(ask, await ownFollower(ask))
    return seeOther('/open-data/follow?saved=1')
  }),
  post('/open-data/follow/rhythm', own, async (ask) => {
    await changeRhythm(ask, await ownFollower(ask))
    return seeOther('/open-data/follow?saved=1')
  }),

  get('/open-data/follow/manage/:id', signed, async (ask) => {
    await check(ask, 'manage')
    return await show(ask, await followerOf(ask), { base: ask.url.pathname, query: ask.url.search, csrf: undefined, saved: ask.url.searchParams.has('saved') })
  }),
  post('/open-data/follow/manage/:id/end', signed, async (ask) => {
    await check(ask, 'manage')
    await end(ask, await followerOf(ask))
    return seeOther(`/open-data/follow/manage/${ask.params.id}?token=${encodeURIComponent(ask.query.token)}&saved=1`)
  }),
  post('/open-data/follow/manage/:id/rhythm', signed, async (ask) => {
    await check(ask, 'manage')
    await changeRhythm(ask, await followerOf(ask))
    return seeOther(`/open-data/follow/manage/${ask.params.id}?token=${encodeURIComponent(ask.query.token)}&saved=1`)
  }),
]

const ownFollower = async ({ actor, read }: Pick<Ask, 'actor' | 'read'>): Promise<Follower | undefined> => (actor.id === undefined ? undefined : await read((db) => queries.findFollowerOf(db, actor.id ?? '')))
const followerOf = ({ read, params }: Pick<Ask, 'read'> & { params: { id: string } }): Promise<Follower | undefined> => read((db) => queries.findFollower(db, params.id))

type View = { base: string; query: string; csrf: string | undefined; saved: boolean }

async function show({ say, read }: Pick<Ask, 'say' | 'read'>, follower: Follower | undefined, view: View): Promise<Answer> {
  const t = say(words)
  const follows = follower ? await read((db) => queries.listFollows(db, follower.id)) : []
  return page(ManagePage, { t, follower, follows, ...view }, { frame: 'question', private: true, noindex: true, crumbs: [{ label: t('service.title'), href: '/open-data' }, { label: t('follow.manage') }] })
}

// Only what belongs to the address goes: the id of a stranger's row ends nothing.
async function end({ form, write }: Pick<Ask, 'form' | 'write'>, follower: Follower | undefined): Promise<void> {
  const read = form(EndForm)
  if (!read.ok || !follower) throw new NotFound()
  await write(async (db) => {
    const follow = await queries.findFollow(db, read.value.follow)
    if (follow?.followerId === follower.id || read.value.follow === follower.id) await queries.deleteFollowOrFollower(db, read.value.follow)
  })
}

async function changeRhythm({ form, write }: Pick<Ask, 'form' | 'write'>, follower: Follower | undefined): Promise<void> {
  const read = form(RhythmForm)
  if (!read.ok || !follower) throw new NotFound()
  await write((db) => queries.setRhythm(db, follower.id, read.value.rhythm))
}
