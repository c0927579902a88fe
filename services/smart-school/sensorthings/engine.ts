import type { Engine } from '@modellregion/kernel'
import { answerHttp } from './server/http.ts'

/** OGC SensorThings API 1.1 below `/sensorthings`. */
export const sensorthingsEngine: Engine = { prefix: '/sensorthings', handle: answerHttp }
