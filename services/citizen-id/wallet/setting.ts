import { createHash, createPrivateKey, generateKeyPairSync, type KeyObject, type X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { walletTestKitPort, type WalletTestKit } from '@modellregion/contracts'
import { OperatorError, type Config, type Platform } from '@modellregion/kernel'
import { certificatesIn } from './trust.ts'

/** With what the town asks wallets, and whose identities it believes. */
export type WalletSetting = {
  /** `x509_hash:` and the hash of the own certificate, as the profile wants it (HAIP 1.0, 5). */
  clientId: string
  /** For the header of the question: base64 DER, the own certificate first. */
  certificates: readonly string[]
  key: KeyObject
  roots: readonly X509Certificate[]
  /** Beginning of a link to a wallet on the same device: `haip-vp://`, or the page of the simulated one. */
  wallet: string
  otherDevice: boolean
  simulated: boolean
}

type Town = { readonly id: string; readonly name: string; readonly services: readonly string[] }

const held = new WeakMap<Platform, Map<string, Promise<WalletSetting | undefined>>>()

/**
 * The setting of the deployment file; in a demonstration without one that of the simulated wallet; else undefined, and the way is not offered.
 * @throws OperatorError when the file's keys cannot be read or do not fit
 */
export async function walletSetting(platform: Platform, town: Town, origin: string): Promise<WalletSetting | undefined> {
  const ofPlatform = held.get(platform) ?? new Map<string, Promise<WalletSetting | undefined>>()
  held.set(platform, ofPlatform)
  // A town can be without the simulators; that is asked each time, because it can change.
  if (!platform.config.identity?.wallet && !testKitOf(platform, town)) return undefined
  const place = `${town.id} ${origin}`
  const known = ofPlatform.get(place) ?? load(platform, town, origin)
  ofPlatform.set(place, known)
  known.catch(() => ofPlatform.delete(place)) // the next one asks again
  return await known
}

async function load(platform: Platform, town: Town, origin: string): Promise<WalletSetting | undefined> {
  const configured = platform.config.identity?.wallet
  if (configured) return fromFile(configured)
  const kit = testKitOf(platform, town)
  // Made anew by each process: what it asks names its own certificate, and the answer is held against that name.
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const simulated = await kit?.connect(platform, town, origin, publicKey.export({ format: 'jwk' }))
  if (!simulated) return undefined
  const { certificates, root, address } = simulated
  return { clientId: clientIdOf(Buffer.from(certificates[0] ?? '', 'base64')), certificates, key: privateKey, roots: certificatesIn(root), wallet: address, otherDevice: true, simulated: true }
}

function testKitOf(platform: Platform, town: Town): WalletTestKit<Platform> | undefined {
  if (!platform.config.demo) return undefined
  const offering = platform.registry.services.find((service) => service.offers?.[walletTestKitPort] !== undefined)
  return offering && town.services.includes(offering.id) ? platform.port<WalletTestKit<Platform>>(walletTestKitPort) : undefined
}

/** The name by which wallets know us: hash of the certificate (OpenID4VP 1.0, 5.9.3). */
export const clientIdOf = (der: Uint8Array): string => `x509_hash:${createHash('sha256').update(der).digest('base64url')}`

/** @throws OperatorError */
export function fromFile(wallet: NonNullable<NonNullable<Config['identity']>['wallet']>): WalletSetting {
  const chain = read('certificates', () => certificatesIn(pem(wallet.certificates)))
  const key = read('key', () => createPrivateKey(pem(wallet.key)))
  const roots = read('trusted', () => wallet.trusted.flatMap((one) => certificatesIn(pem(one))))
  const [own] = chain
  if (!own?.checkPrivateKey(key)) throw new OperatorError('identity.wallet.key does not belong to the first certificate in identity.wallet.certificates.')
  if (own.checkIssued(own)) throw new OperatorError('The first certificate in identity.wallet.certificates is self-signed. Wallets refuse that; take the one that the register of relying parties has issued.')
  if (key.asymmetricKeyDetails?.namedCurve !== 'prime256v1') throw new OperatorError('identity.wallet.key must be a P-256 key: the profile knows no other for questions to wallets.')
  if (roots.length === 0) throw new OperatorError('identity.wallet.trusted has no certificate. Without one no identity could be believed.')
  return {
    clientId: clientIdOf(own.raw),
    certificates: chain.filter((one) => !one.checkIssued(one)).map((one) => one.raw.toString('base64')),
    key,
    roots,
    wallet: `${wallet.scheme ?? 'haip-vp'}://`,
    otherDevice: wallet.otherDevice ?? true,
    simulated: false,
  }
}

const pem = (textOrPath: string): string => (textOrPath.includes('-----BEGIN') ? textOrPath : readFileSync(textOrPath, 'utf8'))

function read<T>(name: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw new OperatorError(`identity.wallet.${name} cannot be read (${(error as Error).message}). It is PEM text or the path of a PEM file.`)
  }
}
