import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Platform } from '../boot/platform.ts'
import type { Service } from '../boot/service.ts'
import type { Answer, PageAnswer } from './answer.ts'
import { wantsHtml, sendProblem } from './failure.ts'
import { sendEvents } from './event-stream.ts'
import { renderDocument, renderPage } from './render.tsx'
import type { Route } from './route.ts'

/** Turns a handler's answer into bytes. */
export async function send(platform: Platform, service: Service, route: Route, request: FastifyRequest, reply: FastifyReply, answer: Answer): Promise<unknown> {
  switch (answer.kind) {
    case 'json':
      return reply.code(answer.status).headers(answer.headers).type('application/json; charset=utf-8').send(JSON.stringify(answer.value))
    case 'body':
      // The compressing plugin knows this header only; `no-transform` (RFC 9111, 5.2.2.6) is what an answer can say.
      if (answer.headers['cache-control']?.includes('no-transform')) request.headers['x-no-compression'] = 'yes'
      return reply.code(answer.status).headers(answer.headers).type(answer.type).send(answer.body)
    case 'redirect':
      return reply.code(answer.status).headers(answer.headers).header('location', answer.to).send()
    case 'refusal':
      return await sendProblem(platform, request, reply, {
        status: answer.status,
        code: answer.code,
        detail: answer.detail,
        // Who asks for data and does not say what it accepts is a program.
        html: wantsHtml(request) && (route.title !== undefined || request.headers.accept?.includes('text/html') === true),
        ...(answer.next && { next: answer.next }),
      })
    case 'events':
      return sendEvents(request.server, reply, answer)
    case 'document':
      if (answer.embeddable) openToFrames(reply)
      return reply.code(answer.status).headers(answer.headers).type('text/html; charset=utf-8').send(renderDocument(answer.main))
    case 'page': {
      cacheable(route, request, reply, answer.private === true)
      widenPolicy(reply, answer)
      if (answer.sealed) seal(reply, answer.sealed)
      return reply
        .code(answer.status ?? 200)
        .headers(answer.headers ?? {})
        .type('text/html; charset=utf-8')
        .send(renderPage(platform, service, route, request, reply, answer))
    }
  }
}

// The policy is the strictest that works; a page that needs one more origin names it.
function widenPolicy(reply: FastifyReply, { formTargets = [], frames = [], wasm = false }: Pick<PageAnswer, 'formTargets' | 'frames' | 'wasm'>): void {
  const policy = reply.getHeader('content-security-policy')
  if (typeof policy !== 'string' || (formTargets.length + frames.length === 0 && !wasm)) return
  const wider = policy.replace(/form-action [^;]*/, (rule) => [rule, ...formTargets].join(' '))
  const framed = frames.length === 0 ? wider : `${wider};frame-src ${frames.join(' ')}`
  reply.header('content-security-policy', wasm ? withWasm(framed) : framed)
}

/** A policy under which WebAssembly is compiled; text is still never run as script. */
export const withWasm = (policy: string): string => policy.replace(/script-src [^;]*/, (rule) => `${rule} 'wasm-unsafe-eval'`)

// Everything a page can ask of the device, refused in advance (W3C Permissions Policy); what a browser does not know it ignores.
const refusedFeatures = ['accelerometer', 'autoplay', 'browsing-topics', 'camera', 'display-capture', 'geolocation', 'gyroscope', 'hid', 'idle-detection', 'magnetometer', 'microphone', 'midi', 'payment', 'screen-wake-lock', 'serial', 'usb', 'xr-spatial-tracking']

function seal(reply: FastifyReply, { policies = [] }: NonNullable<PageAnswer['sealed']>): void {
  reply.header('cache-control', 'no-store')
  reply.header('cross-origin-opener-policy', 'same-origin')
  reply.header('cross-origin-embedder-policy', 'require-corp')
  reply.header('cross-origin-resource-policy', 'same-origin')
  reply.header('permissions-policy', refusedFeatures.map((feature) => `${feature}=()`).join(', '))
  reply.header('referrer-policy', 'no-referrer')
  const policy = reply.getHeader('content-security-policy')
  if (typeof policy === 'string') reply.header('content-security-policy', withTrustedTypes(policy, policies))
}

/** A policy under which the address of a script passes through the kit's guard (`default`) or a named door of our own code, and no text becomes script (W3C Trusted Types). */
export const withTrustedTypes = (policy: string, names: readonly string[]): string =>
  `${policy};require-trusted-types-for 'script';trusted-types ${['default', ...names].join(' ')}`

// Other sites may show it; their readers' cookies are neither read nor set there, for the browser keeps them out of foreign frames (SameSite).
function openToFrames(reply: FastifyReply): void {
  const policy = reply.getHeader('content-security-policy')
  if (typeof policy === 'string') reply.header('content-security-policy', policy.replace(/frame-ancestors [^;]*/, 'frame-ancestors *'))
  reply.removeHeader('x-frame-options')
  reply.removeHeader('set-cookie')
}

// A signed-in person's pages belong to that browser; the rest may be kept, but is asked about again by its ETag.
function cacheable(route: Route, request: FastifyRequest, reply: FastifyReply, personal: boolean): void {
  if (personal || request.actor.id !== undefined) reply.header('cache-control', 'private, no-store')
  else if (route.cacheFor) reply.header('cache-control', `public, max-age=${route.cacheFor}`)
  else reply.header('cache-control', 'private, no-cache')
  reply.header('vary', 'Accept-Language, Cookie')
}
