import type { Route } from '@modellregion/kernel'
import { talkRoutes } from './routes/discussion.ts'
import { moderationRoutes } from './routes/moderation.ts'
import { postRoutes } from './routes/post.ts'

export const discussionRoutes: Route[] = [...talkRoutes, ...postRoutes, ...moderationRoutes]
