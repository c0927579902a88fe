import type { Route } from '@modellregion/kernel'
import { forWhomRoutes } from './routes/for-whom.ts'
import { newRoutes } from './routes/new.ts'
import { ownRoutes } from './routes/own.ts'
import { reviewRoutes } from './routes/review.ts'

export const mandateRoutes: readonly Route[] = [...forWhomRoutes, ...newRoutes, ...reviewRoutes, ...ownRoutes]
