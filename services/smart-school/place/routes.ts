import type { Route } from '@modellregion/kernel'
import { manageRoutes } from './routes/manage.ts'
import { peopleRoutes } from './routes/people.ts'
import { readRoutes } from './routes/read.ts'

export const placeRoutes: readonly Route[] = [...manageRoutes, ...peopleRoutes, ...readRoutes]
