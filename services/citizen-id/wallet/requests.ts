import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import { compactDecrypt, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose'
import { newId, NotFound, type Ask } from '@modellregion/kernel'
import { openSeal } from '../provider/seal.ts'
import type { ForeignIdentity } from '../saml/schema.ts'
import type { Interaction } from '../sign-in/interaction.ts'
import { serviceSecret } from '../sign-in/secret.ts'
import { readPid } from './pid.ts'
import { answerRequest, confirmRequest, deleteOldRequests, endOtherRequests, endRequest, failRequest, findAnsweredRequest, findLatestRequest, findRequest, insertRequest } from './queries.ts'
import type { Reason } from './refusal.ts'
import { contentEncryptions, nonceOf, requestObject, stateOf } from './request-object.ts'
import type { Device, WalletRequest } from './schema.ts'
import { walletSetting, type WalletSetting } from './setting.ts'
import { askStatusOf } from './status.ts'
import { verifyAnswer } from './verify.ts'

type Asks = Pick<Ask, 'platform' | 'tenant' | 'url' | 'now' | 'read' | 'write'>

/** A question is open for five minutes, and so is an answer whose number was named. */
const openFor = 5 * 60_000
const after = (now: Date, milliseconds: number): Date => new Date(now.getTime() + milliseconds)

const codeHash = (code: string): string => createHash('sha256').update(code).digest('base64url')
const sealContext = (tenant: string, id: string, what: 'key' | 'answer'): string => `${tenant} ${id} ${what}`

/** Asks for an identity, for the waiting sign-in of this browser. What it had asked before is over. */
export async function openRequest(ask: Asks, interaction: Interaction, setting: WalletSetting, device: Device): Promise<string> {
  const id = newId(ask.now)
  const { privateKey } = await generateKeyPair('ECDH-ES', { crv: 'P-256', extractable: true })
  const seal = await openSeal(ask.platform, 'wallet')
  const sealedKey = seal.close(JSON.stringify({ ...(await exportJWK(privateKey)), kid: randomBytes(9).toString('base64url') }), sealContext(ask.tenant.id, id, 'key'))
  await ask.write(async (db) => {
    await deleteOldRequests(db)
    await endOtherRequests(db, interaction.uid)
    await insertRequest(db, {
      id,
      interaction: interaction.uid,
      device,
      clientId: setting.clientId,
      sealedKey,
      withAddress: interaction.scopes.includes('address'),
      clientName: interaction.clientName.slice(0, 300),
      number: randomInt(10, 100),
      expiresAt: after(ask.now, openFor),
    })
  })
  return id
}

/** The newest question of this browser's sign-in. */
export const latestRequest = (ask: Asks, interaction: Interaction): Promise<WalletRequest | undefined> => ask.read((db) => findLatestRequest(db, interaction.uid))

export const isOpen = (request: WalletRequest | undefined, now: Date): request is WalletRequest => request !== undefined && request.state !== 'over' && request.expiresAt > now

/** The signed question for the wallet that fetches it. @throws NotFound when it is answered or over */
export async function questionFor(ask: Asks, id: string, walletNonce: string | undefined): Promise<string> {
  const [request, setting, secret] = await Promise.all([ask.read((db) => findRequest(db, id)), walletSetting(ask.platform, ask.tenant, ask.url.origin), serviceSecret(ask.platform)])
  if (!request || !setting || request.state !== 'open') throw new NotFound()
  const encryptionKey = await openKey(ask, request)
  return await requestObject({ setting, secret, tenant: ask.tenant.id, origin: ask.url.origin, request, encryptionKey, now: ask.now, ...(walletNonce !== undefined && { walletNonce }) })
}

/** What the wallet is told after its answer: where the person goes on, when the answer was good or they declined. */
export type Received = { ok: true; goOn: string } | { ok: false; reason: Reason }

/**
 * Takes the answer of a wallet (OpenID4VP 1.0, 8.3.1): encrypted for this question, with its state, and believed by `verifyAnswer`. The good one counts once.
 * A bad one is noted for the screen and changes nothing else.
 * @throws NotFound when the question is answered or over
 */
export async function receiveAnswer(ask: Asks, id: string, sent: { response?: string; error?: string; state?: string }): Promise<Received> {
  const [request, setting, secret] = await Promise.all([ask.read((db) => findRequest(db, id)), walletSetting(ask.platform, ask.tenant, ask.url.origin), serviceSecret(ask.platform)])
  if (!request || !setting || request.state !== 'open') throw new NotFound()
  const state = stateOf(secret, ask.tenant.id, id)
  if (sent.response === undefined) {
    // Only an error may come in the clear, and only from whoever has read the question.
    if (sent.error === undefined) return await fail(ask, id, 'unencrypted')
    if (!isSame(sent.state, state)) return await fail(ask, id, 'not-for-this-request')
    return await decline(ask, request)
  }
  const answer = await decrypt(ask, request, sent.response)
  if (!answer) return await fail(ask, id, 'malformed')
  if (!isSame(answer['state'], state)) return await fail(ask, id, 'not-for-this-request')
  if (answer['error'] !== undefined) return await decline(ask, request)
  const expected = { clientId: request.clientId, nonce: nonceOf(secret, ask.tenant.id, id), wish: { address: request.withAddress }, roots: setting.roots, now: ask.now }
  const verified = await verifyAnswer(answer['vp_token'], expected, askStatusOf(ask, setting.roots))
  if (!verified.ok) return await fail(ask, id, verified.reason)
  const pid = readPid(verified.claims)
  if (!pid) return await fail(ask, id, 'missing-claim')
  return await keepAnswer(ask, request, pid)
}

async function keepAnswer(ask: Asks, request: WalletRequest, pid: ForeignIdentity): Promise<Received> {
  const code = randomBytes(32).toString('base64url')
  const seal = await openSeal(ask.platform, 'wallet')
  const sealedAnswer = seal.close(JSON.stringify(pid), sealContext(ask.tenant.id, request.id, 'answer'))
  const kept = await ask.write((db) => answerRequest(db, request.id, { sealedAnswer, codeHash: codeHash(code) }))
  if (kept === 0) throw new NotFound()
  return { ok: true, goOn: request.device === 'this' ? `${ask.url.origin}/citizen-id/sign-in/${request.interaction}/wallet/back?code=${code}` : `${ask.url.origin}/citizen-id/wallet/confirm?code=${code}` }
}

async function fail(ask: Asks, id: string, reason: Reason): Promise<Received> {
  await ask.write((db) => failRequest(db, id, reason))
  return { ok: false, reason }
}

async function decline(ask: Asks, { id, device, interaction }: WalletRequest): Promise<Received> {
  await ask.write((db) => failRequest(db, id, 'declined'))
  return { ok: true, goOn: device === 'this' ? `${ask.url.origin}/citizen-id/sign-in/${interaction}/wallet` : `${ask.url.origin}/citizen-id/wallet/declined` }
}

async function decrypt(ask: Asks, request: WalletRequest, response: string): Promise<Record<string, unknown> | undefined> {
  const key = await openKey(ask, request)
  try {
    const { plaintext, protectedHeader } = await compactDecrypt(response, await importJWK(key, 'ECDH-ES'), { keyManagementAlgorithms: ['ECDH-ES'], contentEncryptionAlgorithms: contentEncryptions })
    if (protectedHeader['kid'] !== key.kid) return undefined
    const value: unknown = JSON.parse(Buffer.from(plaintext).toString('utf8'))
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

async function openKey(ask: Asks, { id, sealedKey }: WalletRequest): Promise<JWK> {
  const seal = await openSeal(ask.platform, 'wallet')
  return JSON.parse(seal.open(sealedKey, sealContext(ask.tenant.id, id, 'key'))) as JWK // written by openRequest
}

/** Whoever comes back from a wallet on another device, with the question it answered. */
export const findConfirmable = async (ask: Asks, code: string): Promise<WalletRequest | undefined> => {
  const request = await ask.read((db) => findAnsweredRequest(db, codeHash(code)))
  return request?.device === 'other' ? request : undefined
}

/** The person names the number on the screen. The wrong one ends the question: they may have scanned a stranger's code. */
export async function confirmNumber(ask: Asks, code: string, number: number): Promise<'confirmed' | 'wrong' | 'over'> {
  const request = await findConfirmable(ask, code)
  if (!request) return 'over'
  if (request.number !== number) {
    await ask.write((db) => endRequest(db, request.id, 'wrong-number'))
    return 'wrong'
  }
  return (await ask.write((db) => confirmRequest(db, request.id, after(ask.now, openFor)))) === 1 ? 'confirmed' : 'over'
}

/**
 * The browser that asked fetches the answer: on the same device with the code of the way back, so that an answer which another browser's wallet gave is
 * worth nothing to it (OpenID4VP 1.0, 14.2); with another device after the number was named there. Once. Undefined when there is none for this browser.
 */
export async function fetchAnswer(ask: Asks, interaction: Interaction, code?: string): Promise<ForeignIdentity | undefined> {
  const request = code === undefined ? await latestRequest(ask, interaction) : await ask.read((db) => findAnsweredRequest(db, codeHash(code)))
  if (!isOpen(request, ask.now) || request.interaction !== interaction.uid) return undefined
  const ready = code === undefined ? request.device === 'other' && request.state === 'confirmed' : request.device === 'this' && request.state === 'answered'
  if (!ready || (await ask.write((db) => endRequest(db, request.id))) === 0) return undefined
  const seal = await openSeal(ask.platform, 'wallet')
  return JSON.parse(seal.open(request.sealedAnswer ?? '', sealContext(ask.tenant.id, request.id, 'answer'))) as ForeignIdentity // written by keepAnswer
}

function isSame(given: unknown, right: string): boolean {
  const [a, b] = [Buffer.from(typeof given === 'string' ? given : ''), Buffer.from(right)]
  return a.length === b.length && timingSafeEqual(a, b)
}
