import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Locale } from '../i18n/index.ts'
import type { Tenant } from '../tenancy/index.ts'
import type { Platform } from './platform.ts'

export type EngineCall = {
  readonly platform: Platform
  readonly tenant: Tenant
  readonly locale: Locale
  /** As people reach this host: `https://town.example`. */
  readonly origin: string
  /** Untouched: the body is not read yet. */
  readonly request: IncomingMessage
  /** The platform's security headers are set already. */
  readonly response: ServerResponse
}

/**
 * A protocol that a well-kept library serves by itself (an OpenID Connect provider, a SensorThings server). The kernel finds
 * the town, sets the security headers, counts and limits; everything else is the library's. Pages for people are ordinary routes.
 */
export type Engine = {
  /** Everything below this path is the engine's: `/id`. */
  prefix: string
  handle(call: EngineCall): Promise<void>
}
