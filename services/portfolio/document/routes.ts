import type { Route } from '@modellregion/kernel'
import { documentReading } from './routes/read.ts'
import { documentWriting } from './routes/write.ts'

export const documentRoutes: readonly Route[] = [...documentWriting, ...documentReading]
