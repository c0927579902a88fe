import type { Route } from '@modellregion/kernel'
import { connectedRoutes } from './routes/connected.ts'
import { homeRoute } from './routes/home.ts'
import { ownDataRoutes } from './routes/own-data.ts'
import { useRoutes } from './routes/uses.ts'

export const cockpitRoutes: readonly Route[] = [homeRoute, ...useRoutes, ...connectedRoutes, ...ownDataRoutes]
