import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import type { Decision } from '../access/rules.ts'
import type { Platform } from '../boot/platform.ts'
import { isRetryable, isUnstorableText, NotFound } from '../database/index.ts'
import { speak } from '../i18n/index.ts'
import { kernelWords } from '../locales/index.ts'
import { keepForm } from '../identity/kept-form.ts'
import { failureWords, type Failure } from './failure-words.ts'
import { problem } from './problem.ts'
import { renderFailure } from './render.tsx'

/** People get a page, programs a problem document: decided by what they accept and by where programs look. */
export function wantsHtml(request: FastifyRequest): boolean {
  const accept = request.headers.accept ?? ''
  if (accept.includes('text/html')) return true
  if (request.url.startsWith('/api/') || accept.includes('json')) return false
  return accept === '' ? false : accept.includes('*/*') && !request.headers['content-type']?.includes('json')
}

export async function sendProblem(platform: Platform, request: FastifyRequest, reply: FastifyReply, failure: Failure): Promise<unknown> {
  reply.code(failure.status).header('cache-control', 'no-store').header('vary', 'Accept, Accept-Language, Cookie')
  if (failure.html) return reply.type('text/html; charset=utf-8').send(renderFailure(platform, request, reply, failure))
  const words = failureWords(request, failure)
  return reply
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem(failure.status, failure.code, words.heading, words.detail, failure.incident ? { instance: `urn:incident:${failure.incident}` } : {})))
}

export async function refuseAccess(platform: Platform, request: FastifyRequest, reply: FastifyReply, decision: Extract<Decision, { allowed: false }>): Promise<unknown> {
  const html = wantsHtml(request)
  const back = html && (decision.reason === 'sign-in' || decision.reason === 'level') ? await wayBack(platform, request) : undefined
  const level = decision.needed?.level
  // Whoever is not signed in yet signs in at the needed level at once, not in two steps.
  if (back !== undefined) return reply.redirect(`/sign-in?${new URLSearchParams({ return: back, ...(level && level !== 'none' && { level }) })}`, 303)
  const status = decision.reason === 'sign-in' ? 401 : 403
  return await sendProblem(platform, request, reply, { status, code: `http.access.${decision.reason}`, html })
}

// After signing in a page is asked for again, and a form that was sent is shown again.
const wayBack = async (platform: Platform, request: FastifyRequest): Promise<string | undefined> =>
  request.method === 'GET' ? request.url : request.method === 'POST' ? await keepForm(platform, request) : undefined

/** Somebody acts for somebody else, and the mandate does not name this service. The way out is offered. */
export async function refuseOutsideMandate(platform: Platform, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const say = speak(kernelWords, { locale: request.locale, form: request.tenant.addressForm, gender: request.tenant.gender, overrides: request.tenant.words })
  const detail = say('acting.outside', { name: request.actor.mandate?.principal.name ?? '' })
  return await sendProblem(platform, request, reply, { status: 403, code: 'http.access.mandate', detail, next: { label: say('acting.change'), href: '/acting' }, html: wantsHtml(request) })
}

export async function refuseMissingService(platform: Platform, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  return await sendProblem(platform, request, reply, { status: 404, code: 'http.service.missing', html: wantsHtml(request) })
}

/** Anything thrown: not found, a request the schema refuses, a busy database, or a surprise with an incident number. */
export async function sendThrown(platform: Platform, request: FastifyRequest, reply: FastifyReply, error: FastifyError): Promise<unknown> {
  const html = wantsHtml(request)
  const incident = request.id
  if (error instanceof NotFound) return await sendProblem(platform, request, reply, { status: 404, code: 'http.page.not-found', html })
  if (isUnstorableText(error)) return await sendProblem(platform, request, reply, { status: 400, code: 'http.request.invalid', html })
  if (isRetryable(error)) {
    request.log.error({ err: error, incident }, 'the database did not come back in time')
    reply.header('retry-after', '30')
    return await sendProblem(platform, request, reply, { status: 503, code: 'http.database.busy', incident, html })
  }
  const status = error.statusCode ?? 500
  if (status < 500) {
    const detail = error.validation ? { detail: error.message } : {}
    return await sendProblem(platform, request, reply, { status, code: codeOf(error), ...detail, html })
  }
  request.log.error({ err: error, incident }, 'surprise')
  return await sendProblem(platform, request, reply, { status: 500, code: 'http.server.surprise', incident, html })
}

const codeOf = (error: FastifyError): string => (error.code?.startsWith('FST_CSRF') ? 'http.form.expired' : error.validation ? 'http.request.invalid' : `http.${error.statusCode}`)
