import { Type } from 'typebox'
import { get, page, post, seeOther, title } from '@modellregion/kernel'
import { words } from '../../locales/index.ts'
import { staffPage } from '../../staff/menu.ts'
import { listRequests, listWithUnread } from '../../request/queries.ts'
import { listWaiting } from '../../showcase/queries.ts'
import { ModerationPage } from '../pages/moderation.tsx'
import { getPost, listReported } from '../queries.ts'
import { keepPost } from '../talk.ts'

const most = 100
const moderate = { access: 'discussion.moderate', title: title(words, 'discussion.moderation') } as const

/** What editors have to read. */
export const moderationRoutes = [
  get('/open-data/moderation', moderate, async (ask) => {
    const t = ask.say(words)
    const content = await ask.read(async (db) => ({
      waiting: await listRequests(db, { states: ['waiting'], sort: 'newest', from: 0, size: most }),
      unread: await listWithUnread(db, most),
      reported: await listReported(db, most),
      showcases: await listWaiting(db, most),
    }))
    return page(ModerationPage, { t, csrf: ask.csrf(), ...content }, staffPage(ask))
  }),

  post('/open-data/moderation/:id/keep', { ...moderate, params: Type.Object({ id: Type.String({ format: 'uuid' }) }) }, async (ask) => {
    await ask.write(async (db) => await keepPost(db, await getPost(db, ask.params.id)))
    return seeOther('/open-data/moderation')
  }),
]
