import { createHash, createHmac, randomBytes } from 'node:crypto'
import type { Ask } from '@modellregion/kernel'
import { keyed, serviceSecret } from '../sign-in/secret.ts'
import { codeOf } from './rules.ts'
import type { PassRequest } from './schema.ts'

/** What is made from the installation's secret, so that the table alone answers nothing and the screen can show its code again. */
export type Secrets = {
  code(id: string): string
  codeHash(code: string): string
  askedBy(name: string): string
  seedOf(id: string): Buffer
  /** The challenge for choosing this number: it covers everything that the phone shows (WebAuthn signs it). */
  challenge(request: Pick<PassRequest, 'id' | 'origin' | 'context' | 'wanted' | 'createdAt'>, number: number): string
}

export async function passSecrets({ platform, tenant }: Pick<Ask, 'platform' | 'tenant'>): Promise<Secrets> {
  const secret = await serviceSecret(platform)
  const bytes = (use: string, text: string): Buffer => createHmac('sha256', secret).update(`pass ${use}\n${tenant.id}\n${text}`).digest()
  return {
    code: (id) => codeOf(bytes('code', id)),
    codeHash: (code) => keyed(secret, 'pass-code', tenant.id, code),
    askedBy: (name) => keyed(secret, 'pass-asked-by', tenant.id, name),
    seedOf: (id) => bytes('numbers', id),
    challenge: ({ id, origin, context, wanted, createdAt }, number) => {
      const { clientId, clientName, host, purpose, claims, browser, message } = context
      return bytes('challenge', JSON.stringify([id, origin, clientId, clientName, host, purpose, claims, browser, message, wanted, createdAt.toISOString(), number])).toString('base64url')
    },
  }
}

const cookie = 'mr_pass'
const lifetime = 24 * 3_600

/** The browser of a phone: a random secret in a cookie of `/pass`. Only the one that opened a question sees and answers it. */
export const phoneOf = (ask: Pick<Ask, 'headers'>): string | undefined => new RegExp(`(?:^|;\\s*)${cookie}=([\\w-]{43})(?:;|$)`).exec(ask.headers['cookie'] ?? '')?.[1]
export const newPhone = (): string => randomBytes(32).toString('base64url')
export const phoneHash = (phone: string): string => createHash('sha256').update(phone).digest('base64url')
export const phoneCookie = (phone: string, https: boolean): string => `${cookie}=${phone}; Path=/pass; Max-Age=${lifetime}; HttpOnly; SameSite=Lax${https ? '; Secure' : ''}`
