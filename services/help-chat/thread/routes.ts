import type { Route } from '@modellregion/kernel'
import { calendarRoutes } from './routes/calendar.ts'
import { deskRoutes } from './routes/desk.ts'
import { escrowRoutes } from './routes/escrow.ts'
import { fileRoutes } from './routes/file.ts'
import { personRoutes } from './routes/person.ts'
import { streamRoutes } from './routes/stream.ts'

/** The server of a case, for both sides: docs/protocol.md, "Interfaces". */
export const threadRoutes: readonly Route[] = [...personRoutes, ...deskRoutes, ...streamRoutes, ...fileRoutes, ...escrowRoutes, ...calendarRoutes]
