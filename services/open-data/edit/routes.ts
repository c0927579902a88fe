import type { Route } from '@modellregion/kernel'
import { beginRoutes } from './routes/begin.ts'
import { bulkRoutes } from './routes/bulk.ts'
import { fileRoutes } from './routes/file.ts'
import { fileListRoutes } from './routes/files.ts'
import { sendRoutes } from './routes/send.ts'
import { stepRoutes } from './routes/step.ts'
import { templateRoutes } from './routes/template.ts'
import { withdrawRoutes } from './routes/withdraw.ts'
import { workshopRoutes } from './routes/workshop.ts'

export const editRoutes: Route[] = [...workshopRoutes, ...templateRoutes, ...bulkRoutes, ...withdrawRoutes, ...beginRoutes, ...stepRoutes, ...fileListRoutes, ...fileRoutes, ...sendRoutes]
