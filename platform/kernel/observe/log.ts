import type { FastifyInstance } from 'fastify'
import type { Config } from '../boot/config.ts'
import type { Platform } from '../boot/platform.ts'
import { isTraceless } from '../http/traceless.ts'
import { recordRequest } from './metrics.ts'

type LoggedError = Error & { code?: string; statusCode?: number }

/**
 * Settings of the log: one JSON line per event, and nothing about people. No address of the caller, no query string, no
 * headers, no body; of an error its kind, code and stack, for a message may repeat what somebody typed.
 */
export const loggerSettings = (config: Config) => ({
  level: config.logLevel,
  base: { pid: process.pid },
  timestamp: () => `,"time":"${new Date().toISOString()}"`,
  serializers: {
    req: () => ({}),
    res: () => ({}),
    err: (error: LoggedError) => ({ type: error.name, message: '', stack: framesOf(error), ...(error.code && { code: error.code }), ...(config.development && { message: error.message }) }),
  },
})

const framesOf = (error: Error): string => (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 12).join('\n')

/** Measures every request, and logs it by its pattern: `/datasets/:id`, never `/datasets/4711?q=…`. */
export function observeRequests(app: FastifyInstance, _platform: Platform): void {
  app.addHook('onResponse', async (request, reply) => {
    if (isTraceless(request)) return
    const route = request.routeOptions.url ?? 'none'
    recordRequest(request.method, route, reply.statusCode, reply.elapsedTime / 1000)
    const line = { incident: request.id, method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }
    if (reply.statusCode >= 500) request.log.error(line, 'request')
    else request.log.info(line, 'request')
  })
}
