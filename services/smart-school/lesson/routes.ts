import type { Route } from '@modellregion/kernel'
import { classRoutes } from './routes/class.ts'
import { homeRoutes } from './routes/home.ts'
import { leadRoutes } from './routes/lead.ts'
import { programRoutes } from './routes/program.ts'
import { publishRoutes } from './routes/publish.ts'
import { startRoutes } from './routes/start.ts'
import { takeRoutes } from './routes/worksheet.ts'

export const lessonRoutes: readonly Route[] = [...homeRoutes, ...startRoutes, ...leadRoutes, ...takeRoutes, ...classRoutes, ...programRoutes, ...publishRoutes]
