import type { Engine } from '@modellregion/kernel'

/** The OpenID Connect provider of a town below `/id`. */
export const providerEngine: Engine = {
  prefix: '/id',
  handle: async ({ response }) => void response.writeHead(503).end(),
}
