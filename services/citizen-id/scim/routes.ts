import type { Route } from '@modellregion/kernel'
import { consoleRoutes } from './routes/console.ts'
import { discoveryRoutes } from './routes/discovery.ts'
import { groupRoutes } from './routes/groups.ts'
import { userRoutes } from './routes/users.ts'

export const scimRoutes: readonly Route[] = [...discoveryRoutes, ...userRoutes, ...groupRoutes, ...consoleRoutes]
