import type { Grant } from 'oidc-provider'
import { NotFound, seeOther, type Answer, type Ask } from '@modellregion/kernel'
import { standingOf } from '../mandate/choice.ts'
import { findPerson } from '../person/queries.ts'
import type { Interaction } from '../sign-in/interaction.ts'
import { byScope } from './asked-claims.ts'
import { claimsByScope, claimsOf, scopeOfClaim } from './claims.ts'
import { officeOf } from './clients.ts'

/** What the person is asked to hand on: a scope, and what it holds of them today. */
export type Asked = { scope: string; values: readonly string[]; voluntary: boolean }

export type ConsentQuestion = {
  office: string
  host: string
  purpose: string
  legalBasis: string
  asked: readonly Asked[]
  /** The service may ask again without the person, until the person withdraws. */
  lasting: boolean
  /** On whose behalf the person acts here; the service learns of it. */
  actsFor?: string
}

const silent = new Set(['openid', 'offline_access'])

/** What a waiting consent is about. @throws NotFound when no consent waits here */
export async function consentQuestion(ask: Pick<Ask, 'read' | 'platform'>, interaction: Interaction): Promise<ConsentQuestion> {
  const { details, session, clientId, clientName, clientHost, scopes, provider } = interaction
  if (interaction.prompt !== 'consent' || session === undefined) throw new NotFound()
  const { grantId } = details
  const [person, row, standing] = await ask.read(
    async (db) => [await findPerson(db, session.accountId), await officeOf(ask.platform, db, clientId), grantId === undefined ? undefined : await standingOf(db, grantId, session.accountId, clientId)] as const,
  )
  if (!person) throw new NotFound()
  const claims = claimsOf(person) as Record<string, unknown>
  const voluntary = new Set(String((await provider.Client.find(clientId))?.['voluntary_scopes'] ?? '').split(' '))
  const { wholeScopes, singleClaims } = missingOf(interaction)
  const asked = (scope: string, names: readonly string[]): Asked => ({ scope, values: valuesOf(claims, names), voluntary: voluntary.has(scope) })
  return {
    office: row?.office || clientName,
    host: clientHost,
    purpose: row?.purpose ?? '',
    legalBasis: row?.legalBasis ?? '',
    asked: [
      ...wholeScopes.filter((scope) => !silent.has(scope)).map((scope) => asked(scope, (claimsByScope[scope] ?? []).filter((claim) => claim !== 'given_name' && claim !== 'family_name'))),
      // Data that the request names one by one are shown like the rest.
      ...[...byScope(singleClaims)].filter(([scope]) => !wholeScopes.includes(scope)).map(([scope, names]) => asked(scope, names)),
    ],
    lasting: scopes.includes('offline_access'),
    ...(standing?.for === 'other' && { actsFor: standing.claim.principal.name }),
  }
}

/** What the request wants and the person was not asked yet. Who is asked again although nothing is new is asked for all of it. */
function missingOf({ details, scopes }: Interaction): { wholeScopes: readonly string[]; singleClaims: readonly string[] } {
  const { missingOIDCScope, missingOIDCClaims } = details.prompt.details
  const [whole, single] = [missingOIDCScope, missingOIDCClaims].map((names) => (Array.isArray(names) ? names.map(String) : undefined))
  return { wholeScopes: whole ?? (single ? [] : scopes), singleClaims: single ?? [] }
}

function valuesOf(claims: Record<string, unknown>, names: readonly string[]): string[] {
  const values = names.map((name) => claims[name])
  return values.flatMap((value) => (typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? [Object.values(value).join(', ')] : []))
}

/** Grants what was asked for, without what is voluntary and was left out, and sends the browser on. */
export async function giveConsent(ask: Pick<Ask, 'native'>, interaction: Interaction, question: ConsentQuestion, ticked: ReadonlySet<string>): Promise<Answer> {
  const { details, provider, session, clientId } = interaction
  const known = details.grantId === undefined ? undefined : await provider.Grant.find(details.grantId)
  const grant = known ?? new provider.Grant({ accountId: session?.accountId ?? '', clientId })
  const refused = new Set(question.asked.filter(({ scope, voluntary }) => voluntary && !ticked.has(scope)).map(({ scope }) => scope))
  const { wholeScopes, singleClaims } = missingOf(interaction)
  const isRefused = (claim: string): boolean => refused.has(scopeOfClaim(claim) ?? '')
  decide(grant, { scopes: wholeScopes.filter((scope) => !refused.has(scope)), claims: singleClaims.filter((claim) => !isRefused(claim)) }, { scopes: wholeScopes.filter((scope) => refused.has(scope)), claims: singleClaims.filter(isRefused) })
  const grantId = await grant.save()
  return seeOther(await provider.interactionResult(ask.native.request, ask.native.response, { consent: { grantId } }))
}

type Decided = { scopes: readonly string[]; claims: readonly string[] }

// What is refused outweighs in the library what is granted, so a change of mind has to be taken out of the refusals.
function decide(grant: Grant, yes: Decided, no: Decided): void {
  const before = grant.rejected?.openid
  if (before) {
    const [scopes, claims] = [new Set(yes.scopes), new Set([...yes.claims, ...yes.scopes.flatMap((scope) => claimsByScope[scope] ?? [])])]
    before.scope = (before.scope ?? '').split(' ').filter((scope) => !scopes.has(scope)).join(' ')
    before.claims = (before.claims ?? []).filter((claim) => !claims.has(claim))
  }
  if (yes.scopes.length > 0) grant.addOIDCScope(yes.scopes.join(' '))
  if (yes.claims.length > 0) grant.addOIDCClaims([...yes.claims])
  if (no.scopes.length > 0) grant.rejectOIDCScope(no.scopes.join(' '))
  if (no.claims.length > 0) grant.rejectOIDCClaims([...no.claims])
}
