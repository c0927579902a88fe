import { generateAuthenticationOptions, generateRegistrationOptions, verifyAuthenticationResponse, verifyRegistrationResponse, type AuthenticationResponseJSON, type RegistrationResponseJSON } from '@simplewebauthn/server'
import type { Credential, Person } from '../person/schema.ts'
import type { RelyingParty } from './relying-party.ts'

/** Milliseconds a browser waits for the person. */
const patience = 120_000

/** The options for a new key, for `navigator.credentials.create`, as JSON. `pass`: a key of the Pass, which must be found without a user name. */
export async function newKeyOptions(party: RelyingParty, person: Pick<Person, 'id' | 'userName' | 'email' | 'givenNames' | 'familyName'>, { challenge, known, kind }: { challenge: string; known: readonly Credential[]; kind: 'passkey' | 'pass' }) {
  const fullName = `${person.givenNames} ${person.familyName}`.trim()
  return await generateRegistrationOptions({
    rpName: party.name,
    rpID: party.id,
    userName: person.userName ?? person.email ?? (fullName || person.id),
    userDisplayName: fullName,
    userID: new TextEncoder().encode(person.id),
    challenge: Uint8Array.from(Buffer.from(challenge, 'base64url')),
    timeout: patience,
    attestationType: 'none',
    // A Pass may be set up on a device that has a passkey already: only a second Pass on the same device makes no sense.
    excludeCredentials: known.filter((one) => one.kind === kind).map(({ webauthnId, transports }) => ({ id: webauthnId, transports: transports as never })), // strings of the browser, handed back as they came
    authenticatorSelection: { residentKey: kind === 'pass' ? 'required' : 'preferred', userVerification: 'required' },
    supportedAlgorithmIDs: [-7, -8, -257],
  })
}

/** The options for using a key, for `navigator.credentials.get`, as JSON: any key of the town, no user name needed. */
export const useKeyOptions = async (party: RelyingParty, challenge: string) =>
  await generateAuthenticationOptions({ rpID: party.id, challenge: Uint8Array.from(Buffer.from(challenge, 'base64url')), timeout: patience, userVerification: 'required', allowCredentials: [] })

export type NewKey = { webauthnId: string; publicKey: Uint8Array; counter: number; transports: string[]; aaguid: string | null; deviceBound: boolean }

/** What a browser made. Undefined when it is not an answer to this challenge, from this origin, for this town, with the person verified. */
export async function readNewKey(party: RelyingParty, answer: string, isExpected: (challenge: string) => boolean | Promise<boolean>): Promise<NewKey | undefined> {
  const response = parsed<RegistrationResponseJSON>(answer)
  if (!response) return undefined
  const checked = await orNothing(verifyRegistrationResponse({ response, expectedChallenge: isExpected, expectedOrigin: party.origin, expectedRPID: party.id, requireUserVerification: true, supportedAlgorithmIDs: [-7, -8, -257] }))
  if (!checked?.verified) return undefined
  const { credential, aaguid, credentialDeviceType } = checked.registrationInfo
  const transports = (credential.transports ?? []).filter((one) => typeof one === 'string' && one.length <= 20).slice(0, 10)
  return { webauthnId: credential.id, publicKey: credential.publicKey, counter: credential.counter, transports, aaguid: /^[0-]+$/.test(aaguid) ? null : aaguid, deviceBound: credentialDeviceType === 'singleDevice' }
}

/** The id of the key that an answer names, before anything of it is believed. */
export const keyIdOf = (answer: string): string | undefined => parsed<AuthenticationResponseJSON>(answer)?.id

export type KeyUse = { counter: number; deviceBound: boolean; challenge: string }

/**
 * Checks an answer with the key it names: challenge, origin, relying party, person verified, signature, owner. Undefined when one of
 * them fits not. Whether the counter has grown is for the caller to judge (`isClone`): then the signature was right.
 */
export async function readKeyUse(party: RelyingParty, answer: string, key: Pick<Credential, 'webauthnId' | 'publicKey' | 'personId'>, isExpected: (challenge: string) => boolean | Promise<boolean>): Promise<KeyUse | undefined> {
  const response = parsed<AuthenticationResponseJSON>(answer)
  if (!response || response.id !== key.webauthnId) return undefined
  const { userHandle } = response.response
  if (typeof userHandle === 'string' && userHandle !== '' && Buffer.from(userHandle, 'base64url').toString('utf8') !== key.personId) return undefined
  let challenge = ''
  const checked = await orNothing(
    verifyAuthenticationResponse({
      response,
      expectedChallenge: async (sent) => ((challenge = sent), await isExpected(sent)),
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      // 0: the library says only "wrong" about a copied key; we want to know it.
      credential: { id: key.webauthnId, publicKey: Uint8Array.from(key.publicKey), counter: 0 },
      requireUserVerification: true,
    }),
  )
  if (!checked?.verified) return undefined
  return { counter: checked.authenticationInfo.newCounter, deviceBound: checked.authenticationInfo.credentialDeviceType === 'singleDevice', challenge }
}

// What a browser sends is anything; the library checks each part of it again.
function parsed<A extends { id: string }>(answer: string): A | undefined {
  try {
    const value: unknown = JSON.parse(answer)
    if (typeof value !== 'object' || value === null) return undefined
    const { id, response } = value as { id?: unknown; response?: unknown }
    return typeof id === 'string' && /^[\w-]{1,1400}$/.test(id) && typeof response === 'object' && response !== null ? (value as A) : undefined
  } catch {
    return undefined
  }
}

// The library throws for each thing that does not fit; to the person it is all the same.
const orNothing = async <R>(check: Promise<R>): Promise<R | undefined> => await check.catch(() => undefined)
