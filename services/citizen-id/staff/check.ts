import { interactionPolicy } from 'oidc-provider'
import { isStaff, rolesOf, type Platform } from '@modellregion/kernel'

type Town = { platform: Platform; tenantId: string }

/**
 * Part of the login prompt: a session that began with a password is not enough for somebody who has become staff since. Asked
 * at each authorization, because roles change while sessions last.
 */
export const passkeyCheck = ({ platform, tenantId }: Town) =>
  new interactionPolicy.Check('staff', 'staff sign in by a phishing-resistant way', 'login_required', async (ctx) => {
    const { session } = ctx.oidc
    if (session?.accountId === undefined) return false
    const methods: readonly string[] = Array.isArray(session.amr) ? session.amr : []
    if (methods.includes('phr') || (platform.config.demo && methods.includes('demo'))) return false
    return isStaff(await rolesOf(platform, tenantId, session.accountId))
  })
