import type { Route } from '@modellregion/kernel'
import { courseRoutes } from './course-routes.ts'
import { documentRoutes } from './document-routes.ts'
import { examRoutes } from './exam/routes.ts'

export const blueprintRoutes: readonly Route[] = [...documentRoutes, ...examRoutes, ...courseRoutes]
