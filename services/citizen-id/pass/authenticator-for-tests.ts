import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

/** What an answer may get wrong, for attacks. */
export type Lies = { origin?: string; rpId?: string; verified?: boolean; counter?: number; type?: string }

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest()

// CBOR (RFC 8949), the little that an authenticator needs: heads of up to 16 bits.
const head = (major: number, n: number) => (n < 24 ? Buffer.from([(major << 5) | n]) : n < 256 ? Buffer.from([(major << 5) | 24, n]) : Buffer.from([(major << 5) | 25, n >> 8, n & 255]))
const int = (n: number) => (n >= 0 ? head(0, n) : head(1, -1 - n))
const bytes = (value: Buffer) => Buffer.concat([head(2, value.length), value])
const text = (value: string) => Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
const map = (entries: [Buffer, Buffer][]) => Buffer.concat([head(5, entries.length), ...entries.flat()])

/** An authenticator in software (ES256, WebAuthn Level 3), which can also lie. `synced` says of itself that a cloud copies it. */
export function softwareAuthenticator({ origin, rpId, synced = false }: { origin: string; rpId: string; synced?: boolean }) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(32)
  let counter = 0

  const clientData = (type: string, challenge: string, lies: Lies) => Buffer.from(JSON.stringify({ type: lies.type ?? type, challenge, origin: lies.origin ?? origin, crossOrigin: false }))
  const authenticatorData = (lies: Lies, attested?: Buffer) => {
    counter = lies.counter ?? counter + 1
    const flags = 0x01 | (lies.verified === false ? 0 : 0x04) | (synced ? 0x18 : 0) | (attested ? 0x40 : 0)
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter)
    return Buffer.concat([sha256(lies.rpId ?? rpId), Buffer.from([flags]), count, attested ?? Buffer.alloc(0)])
  }
  const credential = { id: id.toString('base64url'), rawId: id.toString('base64url'), type: 'public-key' as const, clientExtensionResults: {} }

  return {
    id: credential.id,

    /** Answers `navigator.credentials.create`. */
    register(challenge: string, lies: Lies = {}) {
      const { x, y } = publicKey.export({ format: 'jwk' })
      const point = (value: string | undefined) => bytes(Buffer.from(value ?? '', 'base64url'))
      const cose = map([[int(1), int(2)], [int(3), int(-7)], [int(-1), int(1)], [int(-2), point(x)], [int(-3), point(y)]])
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, cose])
      const attestation = map([[text('fmt'), text('none')], [text('attStmt'), map([])], [text('authData'), bytes(authenticatorData(lies, attested))]])
      return { ...credential, response: { clientDataJSON: clientData('webauthn.create', challenge, lies).toString('base64url'), attestationObject: attestation.toString('base64url'), transports: ['internal' as const] } }
    },

    /** Answers `navigator.credentials.get`. */
    sign(challenge: string, lies: Lies = {}) {
      const data = clientData('webauthn.get', challenge, lies)
      const authenticator = authenticatorData(lies)
      const signature = sign('sha256', Buffer.concat([authenticator, sha256(data)]), privateKey)
      return { ...credential, response: { clientDataJSON: data.toString('base64url'), authenticatorData: authenticator.toString('base64url'), signature: signature.toString('base64url') } }
    },
  }
}
