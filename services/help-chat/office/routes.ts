import type { Route } from '@modellregion/kernel'
import { agreementRoutes } from './routes/agreement.ts'
import { appointRoutes } from './routes/appoint.ts'
import { boardRoutes } from './routes/board.ts'
import { personRoutes } from './routes/person.ts'
import { photoRoutes } from './routes/photo.ts'
import { publicRoutes } from './routes/public.ts'
import { settingsRoutes } from './routes/settings.ts'

/** The office: its public list, what its head decides, and what confidants say about themselves. Keys are kept by the desk's routes (thread/routes). */
export const officeRoutes: readonly Route[] = [...publicRoutes, ...boardRoutes, ...appointRoutes, ...personRoutes, ...photoRoutes, ...settingsRoutes, ...agreementRoutes]
