import type { FastifyReply, FastifyRequest } from 'fastify'
import { decide } from '../access/rules.ts'
import { readForm } from '../forms/index.ts'
import { speak } from '../i18n/index.ts'
import { sessionDoor } from '../identity/session-door.ts'
import type { Platform } from '../boot/platform.ts'
import type { Service } from '../boot/service.ts'
import { networkName } from './network.ts'
import type { Ask, Upload } from './route.ts'

/** What a handler may know, made from the web server's request. */
export function askOf(platform: Platform, service: Service, request: FastifyRequest, reply: FastifyReply, subject?: unknown): Ask<unknown, unknown, unknown, unknown> {
  const { tenant, locale, actor } = request
  const now = platform.now()
  const fields = new Map<string, unknown[]>(Object.entries(asRecord(request.body)).map(([name, value]) => [name, [value].flat()]))
  const enter = (access: 'read' | 'write') => ({ tenant: tenant.id, service: service.id, access, now, ...(actor.id && { actor: actor.id }) })
  return {
    tenant,
    actor,
    locale,
    now,
    subject,
    platform,
    params: request.params,
    query: request.query,
    body: request.body,
    url: new URL(request.url, `${request.protocol}://${request.host}`),
    headers: request.headers as Record<string, string | undefined>,
    say: (words) => speak(words, { locale, form: tenant.addressForm, gender: tenant.gender, overrides: tenant.words }),
    read: (work) => platform.database.unit(enter('read'), work),
    write: (work) => platform.database.unit(enter('write'), work),
    may: (permission, thing) => permission === 'anyone' || decide(service.access, actor, permission, thing).allowed,
    csrf: () => reply.generateCsrf(),
    session: sessionDoor(request),
    complain: (error, what) => request.log.error({ err: error, incident: request.id }, what),
    network: () => networkName(platform, request.ip, now),
    native: { request: request.raw, response: reply.raw },
    form: (schema) => readForm(schema, Object.fromEntries([...fields].map(([name, values]) => [name, values.length === 1 ? values[0] : values]))),
    uploads: () => uploadsOf(request, fields),
    fields: () => fields,
  }
}

// Fields that stand before a file in the form are known when the file arrives; `form` reads them after the files.
async function* uploadsOf(request: FastifyRequest, fields: Map<string, unknown[]>): AsyncIterable<Upload> {
  if (!request.isMultipart()) return
  for await (const part of request.parts()) {
    if (part.type === 'field') fields.set(part.fieldname, [...(fields.get(part.fieldname) ?? []), part.value])
    else if (part.filename) yield { field: part.fieldname, name: part.filename, declaredType: part.mimetype, content: part.file }
    else part.file.resume() // an empty file field
  }
}

const asRecord = (value: unknown): Record<string, unknown> => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {})
