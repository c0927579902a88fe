import { createHash, type KeyObject } from 'node:crypto'
import { CompactEncrypt, importJWK, SignJWT } from 'jose'
import type { Credential } from './issue.ts'
import type { Question } from './request.ts'

/** Changes for attack tests; a wallet that behaves has none. */
export type Mischief = {
  aud?: string
  nonce?: string
  state?: string
  holderKey?: KeyObject
  iat?: number
  /** More claims than were asked for. */
  more?: readonly (readonly string[])[]
  /** Changes the finished presentation before the holder signs, or after. */
  before?: (shown: string) => string
  after?: (presentation: string) => string
  enc?: string
  kid?: string
}

/** Which claims are shown: of the first set that this identity can answer. Undefined when it can answer none. */
export function chosenClaims({ disclosables }: Pick<Credential, 'disclosables'>, { claimSets }: Pick<Question, 'claimSets'>): readonly (readonly string[])[] | undefined {
  const has = (path: readonly string[]) => disclosables.some((one) => one.path.join('\n') === path.join('\n'))
  return claimSets.find((set) => set.every(has))
}

/** The identity with just these claims open, and the holder's signature over it for whoever asks (RFC 9901, 4.3; OpenID4VP 1.0, B.3.6). */
export async function presentation({ issued, disclosables, holder }: Credential, question: Question, shown: readonly (readonly string[])[], now: Date, mischief: Mischief = {}): Promise<string> {
  const wanted = [...shown, ...(mischief.more ?? [])]
  // What stands above an asked claim has to be opened to reach it.
  const open = disclosables.filter(({ path }) => wanted.some((one) => path.every((part, index) => one[index] === part)))
  const plain = `${[issued, ...open.map(({ disclosure }) => disclosure)].join('~')}~`
  const before = mischief.before?.(plain) ?? plain
  const proof = await new SignJWT({ aud: mischief.aud ?? question.clientId, nonce: mischief.nonce ?? question.nonce, sd_hash: createHash('sha256').update(before).digest('base64url') })
    .setProtectedHeader({ alg: 'ES256', typ: 'kb+jwt' })
    .setIssuedAt(mischief.iat ?? Math.floor(now.getTime() / 1_000))
    .sign(mischief.holderKey ?? holder.privateKey)
  return mischief.after?.(`${before}${proof}`) ?? `${before}${proof}`
}

/** The answer, encrypted for whoever asks (OpenID4VP 1.0, 8.3). */
export async function encryptedAnswer(question: Question, content: Readonly<Record<string, unknown>>, { enc, kid, state }: Pick<Mischief, 'enc' | 'kid' | 'state'> = {}): Promise<string> {
  const encryption = enc ?? (question.encryptions.includes('A256GCM') ? 'A256GCM' : 'A128GCM')
  return await new CompactEncrypt(Buffer.from(JSON.stringify({ ...content, state: state ?? question.state })))
    .setProtectedHeader({ alg: 'ECDH-ES', enc: encryption, kid: kid ?? String(question.encryptionKey['kid']) })
    .encrypt(await importJWK({ ...question.encryptionKey }, 'ECDH-ES'))
}
