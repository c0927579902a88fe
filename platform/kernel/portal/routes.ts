import type { Route } from '../http/route.ts'
import { aboutRoutes } from './routes/about.ts'
import { feedbackRoutes } from './routes/feedback.ts'
import { frontRoutes } from './routes/front.ts'
import { galleryRoutes } from './routes/gallery.ts'
import { machineRoutes } from './routes/machine.ts'
import { newsRoutes } from './routes/news.ts'
import { returnRoutes } from './routes/return.ts'
import { searchRoutes } from './routes/search.ts'

export const portalRoutes: readonly Route[] = [...frontRoutes, ...searchRoutes, ...newsRoutes, ...feedbackRoutes, ...returnRoutes, ...aboutRoutes, ...machineRoutes, ...galleryRoutes]
