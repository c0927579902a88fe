import { createECDH, createPrivateKey, hkdfSync, type KeyObject } from 'node:crypto'
import { sharedSecret, type Platform } from '@modellregion/kernel'

type PublicKey = { kty: 'EC'; crv: 'P-256'; x: string; y: string; kid: string; use: 'sig'; alg: 'ES256' }

/**
 * The key by which the invented service proves itself to the provider (private_key_jwt, RFC 7523), of this installation and town. Computed from the
 * installation's secret, so that it stands nowhere.
 */
export async function serviceKey({ database, now }: Pick<Platform, 'database' | 'now'>, tenantId: string): Promise<{ privateKey: KeyObject; publicKey: PublicKey }> {
  const secret = await sharedSecret(database, 'identity-test-kit', now())
  const pair = createECDH('prime256v1')
  const number = Buffer.from(hkdfSync('sha256', secret, tenantId, 'service-key', 32))
  pair.setPrivateKey(number)
  const point = pair.getPublicKey()
  const numbers = { kty: 'EC', crv: 'P-256', x: point.subarray(1, 33).toString('base64url'), y: point.subarray(33).toString('base64url') } as const
  return { privateKey: createPrivateKey({ key: { ...numbers, d: number.toString('base64url') }, format: 'jwk' }), publicKey: { ...numbers, kid: 'service', use: 'sig', alg: 'ES256' } }
}
