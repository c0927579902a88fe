import type { Route } from '@modellregion/kernel'
import { handlingRoutes } from './routes/handle.ts'
import { peopleRoutes } from './routes/people.ts'
import { readingRoutes } from './routes/read.ts'
import { ruleRoutes } from './routes/rule.ts'

export const alarmRoutes: readonly Route[] = [...readingRoutes, ...handlingRoutes, ...ruleRoutes, ...peopleRoutes]
