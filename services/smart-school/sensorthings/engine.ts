import type { Engine } from '@modellregion/kernel'

/** OGC SensorThings API 1.1 below `/sensorthings`. */
export const sensorthingsEngine: Engine = {
  prefix: '/sensorthings',
  handle: async ({ response }) => void response.writeHead(404).end(),
}
