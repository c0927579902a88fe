import type { Locale } from '../i18n/index.ts'
import type { Actor } from '../identity/actor.ts'
import type { Tenant } from '../tenancy/index.ts'

export type Theme = 'system' | 'light' | 'dark'

declare module 'fastify' {
  interface FastifyRequest {
    /** The town whose host name was asked. Set before every other hook. */
    tenant: Tenant
    locale: Locale
    theme: Theme
    /** More contrast than the device asks for. */
    contrast: boolean
    /** Set by the identity room once per request. */
    actor: Actor
    /** The form token for signing out, in sessions where every page has a button for it. */
    signOutToken?: () => string
  }
}
