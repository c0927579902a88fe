import { createHash, randomBytes } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { Platform } from '../boot/platform.ts'
import { insertKeptForm } from './queries/kept-form.ts'

const halfAnHour = 1_800_000
const mostText = 65_536

export const keptFormHash = (id: string): string => createHash('sha256').update(id).digest('base64url')

/**
 * Keeps what somebody has sent before they were signed in (or signed in surely enough), and names the page where it can be sent
 * after that. Undefined when it cannot be kept: an upload, or more text than a form holds.
 */
export async function keepForm({ database, now }: Platform, request: FastifyRequest): Promise<string | undefined> {
  const fields = fieldsOf(request.body)
  if (!request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') || !fields) return undefined
  const id = randomBytes(24).toString('base64url')
  const moment = now()
  const form = { idHash: keptFormHash(id), action: request.url.slice(0, 2_000), fields, expiresAt: new Date(moment.getTime() + halfAnHour), ...(request.actor.id !== undefined && { accountId: request.actor.id }) }
  await database.unit({ tenant: request.tenant.id, service: 'platform', access: 'write', now: moment }, (db) => insertKeptForm(db, form))
  return `/kept-form/${id}`
}

// The form's own token belongs to the old session; the page that shows the form again adds a new one.
function fieldsOf(body: unknown): [string, string][] | undefined {
  if (typeof body !== 'object' || body === null) return undefined
  const pairs = Object.entries(body).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, String(one)])).filter(([name]) => name !== '_csrf')
  return pairs.reduce((sum, [name, value]) => sum + name.length + value.length, 0) <= mostText ? pairs : undefined
}
