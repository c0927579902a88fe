import { createECDH, createPrivateKey, createPublicKey, hkdfSync } from 'node:crypto'
import { sharedSecret, type Platform } from '@modellregion/kernel'
import { asPem, makeCertificate, type KeyPair } from './certificate.ts'

/** Whoever signs here: `register` lets those in who ask, `state` issues identities below its root, `stranger` is trusted by nobody. */
export type Signer = 'register-root' | 'state-root' | 'state' | 'stranger-root' | 'stranger'

const names: Readonly<Record<Signer, string>> = {
  'register-root': 'Simulator: Register der anfragenden Stellen',
  'state-root': 'Simulator: Wurzel der Ausweisstelle',
  state: 'Simulator: Ausweisstelle',
  'stranger-root': 'Simulator: unbekannte Wurzel',
  stranger: 'Simulator: unbekannte Stelle',
}

const [first, last] = [new Date('2020-01-01T00:00:00Z'), new Date('2049-12-31T00:00:00Z')]

/** A key of the simulators. It follows from the installation's secret, so that every process has the same and none is stored. */
export async function keysOf({ database, now }: Pick<Platform, 'database' | 'now'>, signer: Signer): Promise<KeyPair> {
  const secret = await sharedSecret(database, 'identity-test-kit', now())
  const scalar = Buffer.from(hkdfSync('sha256', secret, 'modellregion', `wallet ${signer}`, 32))
  scalar[0] = (scalar[0] ?? 0) & 0x7f // below the order of the curve
  const curve = createECDH('prime256v1')
  curve.setPrivateKey(scalar)
  const point = curve.getPublicKey()
  const jwk = { kty: 'EC', crv: 'P-256', x: point.subarray(1, 33).toString('base64url'), y: point.subarray(33).toString('base64url'), d: scalar.toString('base64url') }
  return { privateKey: createPrivateKey({ key: jwk, format: 'jwk' }), publicKey: createPublicKey({ key: jwk, format: 'jwk' }) }
}

/** Root certificate in PEM. */
export async function rootOf(platform: Platform, root: 'register-root' | 'state-root' | 'stranger-root'): Promise<string> {
  const keys = await keysOf(platform, root)
  return asPem(makeCertificate({ name: names[root], publicKey: keys.publicKey, issuer: { name: names[root], keys }, authority: true, from: first, until: last }))
}

/** The certificate that goes with every signature of a signer: base64 DER, without its root. */
export async function chainOf(platform: Platform, signer: 'state' | 'stranger'): Promise<string[]> {
  const [keys, root] = [await keysOf(platform, signer), await keysOf(platform, `${signer}-root`)]
  return [makeCertificate({ name: names[signer], publicKey: keys.publicKey, issuer: { name: names[`${signer}-root`], keys: root }, authority: false, from: first, until: last }).toString('base64')]
}

/** Certificate for access: whoever asks under this host name, by its public key. */
export async function accessCertificate(platform: Platform, name: string, host: string, publicKey: Readonly<Record<string, unknown>>): Promise<string[]> {
  const root = await keysOf(platform, 'register-root')
  const wish = { name, publicKey: createPublicKey({ key: publicKey, format: 'jwk' }), issuer: { name: names['register-root'], keys: root }, authority: false, host, from: first, until: last }
  return [makeCertificate(wish).toString('base64')]
}
