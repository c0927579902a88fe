import { NotFound, seeOther, type Answer, type Ask } from '@modellregion/kernel'
import { standingOf } from '../mandate/choice.ts'
import { findPerson } from '../person/queries.ts'
import type { Interaction } from '../sign-in/interaction.ts'
import { claimsByScope, claimsOf } from './claims.ts'
import { findClient } from './queries.ts'

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
export async function consentQuestion(ask: Pick<Ask, 'read'>, interaction: Interaction): Promise<ConsentQuestion> {
  const { details, session, clientId, clientName, clientHost, scopes, provider } = interaction
  if (interaction.prompt !== 'consent' || session === undefined) throw new NotFound()
  const { grantId } = details
  const [person, row, standing] = await ask.read(
    async (db) => [await findPerson(db, session.accountId), await findClient(db, clientId), grantId === undefined ? undefined : await standingOf(db, grantId, session.accountId, clientId)] as const,
  )
  if (!person) throw new NotFound()
  const claims = claimsOf(person) as Record<string, unknown>
  const voluntary = new Set(String((await provider.Client.find(clientId))?.['voluntary_scopes'] ?? '').split(' '))
  const missing = missingScopes(details.prompt.details) ?? scopes
  return {
    office: row?.office || clientName,
    host: clientHost,
    purpose: row?.purpose ?? '',
    legalBasis: row?.legalBasis ?? '',
    asked: missing.filter((scope) => !silent.has(scope)).map((scope) => ({ scope, values: valuesOf(claims, scope), voluntary: voluntary.has(scope) })),
    lasting: scopes.includes('offline_access'),
    ...(standing?.for === 'other' && { actsFor: standing.claim.principal.name }),
  }
}

const missingScopes = (details: Record<string, unknown>): string[] | undefined => (Array.isArray(details['missingOIDCScope']) ? details['missingOIDCScope'].map(String) : undefined)

function valuesOf(claims: Record<string, unknown>, scope: string): string[] {
  const values = (claimsByScope[scope] ?? []).filter((claim) => claim !== 'given_name' && claim !== 'family_name').map((claim) => claims[claim])
  return values.flatMap((value) => (typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? [Object.values(value).join(', ')] : []))
}

/** Grants what was asked for, without the voluntary scopes that the person has left out, and sends the browser on. */
export async function giveConsent(ask: Pick<Ask, 'native'>, interaction: Interaction, question: ConsentQuestion, ticked: ReadonlySet<string>): Promise<Answer> {
  const { details, provider, session, clientId } = interaction
  const known = details.grantId === undefined ? undefined : await provider.Grant.find(details.grantId)
  const grant = known ?? new provider.Grant({ accountId: session?.accountId ?? '', clientId })
  const refused = question.asked.filter(({ scope, voluntary }) => voluntary && !ticked.has(scope)).map(({ scope }) => scope)
  const granted = [...(missingScopes(details.prompt.details) ?? interaction.scopes)].filter((scope) => !refused.includes(scope))
  if (granted.length > 0) grant.addOIDCScope(granted.join(' '))
  if (refused.length > 0) grant.rejectOIDCScope(refused.join(' '))
  const { missingOIDCClaims, missingResourceScopes } = details.prompt.details as { missingOIDCClaims?: string[]; missingResourceScopes?: Record<string, string[]> }
  if (missingOIDCClaims) grant.addOIDCClaims(missingOIDCClaims)
  for (const [resource, wanted] of Object.entries(missingResourceScopes ?? {})) grant.addResourceScope(resource, wanted.join(' '))
  const grantId = await grant.save()
  return seeOther(await provider.interactionResult(ask.native.request, ask.native.response, { consent: { grantId } }))
}
