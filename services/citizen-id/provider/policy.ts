import { interactionPolicy, type KoaContextWithOIDC } from 'oidc-provider'
import { higher, isAtLeast, levelOfAcr, lowestAcceptable } from '../level/rules.ts'
import type { Level } from '../person/schema.ts'

/**
 * When a person has to act: to sign in, to sign in more surely (step-up), to consent. A level is asked for by `acr_values` or
 * by the client's registration (`minimum_acr`); a session that does not reach it is not enough.
 */
export function signInPolicy(): interactionPolicy.DefaultPolicy {
  const policy = interactionPolicy.base()
  const login = policy.get('login')
  if (!login) throw new Error('The library has no login prompt any more.')
  login.checks.add(
    new interactionPolicy.Check('level', 'a higher level of assurance is required', 'login_required', (ctx) => {
      const wanted = wantedLevel(ctx)
      const reached = levelOfAcr(ctx.oidc.session?.acr)
      return wanted !== undefined && (reached === undefined || !isAtLeast(reached, wanted))
    }),
  )
  return policy
}

/** What this authorization asks for; undefined when every sign-in will do. */
export const wantedLevel = (ctx: KoaContextWithOIDC): Level | undefined => highestWanted(ctx.oidc.params?.['acr_values'], ctx.oidc.client?.['minimum_acr'])

/** Of what the request and the registration ask for, the higher. */
export function highestWanted(acrValues: unknown, minimum: unknown): Level | undefined {
  const asked = lowestAcceptable(typeof acrValues === 'string' ? acrValues.split(' ') : [])
  const registered = levelOfAcr(typeof minimum === 'string' ? minimum : undefined)
  if (asked === undefined || registered === undefined) return asked ?? registered
  return higher(asked, registered)
}
