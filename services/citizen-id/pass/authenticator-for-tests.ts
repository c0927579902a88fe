import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'

type Options = { challenge: string; user?: { id: string } }
/** What an attacker, or a broken device, does differently. */
export type Deviation = { origin?: string; rpId?: string; verified?: boolean; counter?: number; type?: string }

/** A device with one key per account, in software: ES256, attestation `none` (WebAuthn L3, 6.1 and 6.5). For tests only. */
export type SoftAuthenticator = {
  /** Answers `navigator.credentials.create`. */
  create(options: Options, deviation?: Deviation): string
  /** Answers `navigator.credentials.get`. */
  use(options: Options, deviation?: Deviation): string
  counter: number
}

export function softAuthenticator(origin: string, { synced = false } = {}): SoftAuthenticator {
  const rpId = new URL(origin).hostname
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const credentialId = randomBytes(32)
  let userHandle = ''
  const self: SoftAuthenticator = {
    counter: 0,
    create: ({ challenge, user }, deviation = {}) => {
      userHandle = user?.id ?? ''
      const data = clientData('webauthn.create', challenge, deviation)
      const authData = Buffer.concat([head(deviation, 0x40), Buffer.alloc(16), Buffer.from([0, credentialId.length]), credentialId, coseKey(publicKey)])
      const attestationObject = Buffer.concat([Buffer.from([0xa3]), text('fmt'), text('none'), text('attStmt'), Buffer.from([0xa0]), text('authData'), bytes(authData)])
      return answer({ clientDataJSON: b64(data), attestationObject: b64(attestationObject), transports: ['internal'] })
    },
    use: ({ challenge }, deviation = {}) => {
      self.counter++
      const data = clientData('webauthn.get', challenge, deviation)
      const authData = head(deviation, 0)
      const signature = sign('sha256', Buffer.concat([authData, createHash('sha256').update(data).digest()]), privateKey)
      return answer({ clientDataJSON: b64(data), authenticatorData: b64(authData), signature: b64(signature), userHandle })
    },
  }
  return self

  function clientData(type: string, challenge: string, deviation: Deviation): Buffer {
    return Buffer.from(JSON.stringify({ type: deviation.type ?? type, challenge, origin: deviation.origin ?? origin, crossOrigin: false }))
  }
  function head(deviation: Deviation, more: number): Buffer {
    const flags = 0x01 | (deviation.verified === false ? 0 : 0x04) | (synced ? 0x18 : 0) | more
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(deviation.counter ?? self.counter)
    return Buffer.concat([createHash('sha256').update(deviation.rpId ?? rpId).digest(), Buffer.from([flags]), counter])
  }
  function answer(response: object): string {
    return JSON.stringify({ id: b64(credentialId), rawId: b64(credentialId), type: 'public-key', clientExtensionResults: {}, response })
  }
}

const b64 = (buffer: Buffer): string => buffer.toString('base64url')

// The few shapes of CBOR (RFC 8949) that are needed.
const text = (value: string): Buffer => Buffer.concat([Buffer.from([0x60 + value.length]), Buffer.from(value)])
const bytes = (value: Buffer): Buffer => Buffer.concat([value.length < 256 ? Buffer.from([0x58, value.length]) : Buffer.from([0x59, value.length >> 8, value.length & 255]), value])

// COSE_Key of RFC 9053, 7.1.1: kty EC2, alg ES256, curve P-256, x, y.
function coseKey(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' })
  return Buffer.concat([Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]), bytes(Buffer.from(x, 'base64url')), Buffer.from([0x22]), bytes(Buffer.from(y, 'base64url'))])
}
