import { createHash, randomBytes, sign, type KeyObject } from 'node:crypto'

/** A P-256 key pair. */
export type KeyPair = { publicKey: KeyObject; privateKey: KeyObject }

export type CertificateWish = {
  /** Common name of the holder, and the key that is certified. */
  name: string
  publicKey: KeyObject
  /** Who certifies: itself for a root. */
  issuer: { name: string; keys: KeyPair }
  /** A root or another one that may certify. */
  authority: boolean
  /** Host name, for those who ask over the network. */
  host?: string
  from: Date
  until: Date
}

/** A certificate as DER: X.509 version 3, ECDSA with SHA-256, with exactly the extensions that wallets and those who check them look at (RFC 5280, 4). */
export function makeCertificate({ name, publicKey, issuer, authority, host, from, until }: CertificateWish): Buffer {
  const algorithm = sequence(oid('2a8648ce3d040302')) // ecdsa-with-SHA256
  const extensions = [
    extension('551d13', authority ? sequence(Buffer.from([0x01, 0x01, 0xff])) : sequence(), true), // basicConstraints
    extension('551d0f', tagged(0x03, Buffer.from(authority ? [0x01, 0x06] : [0x07, 0x80])), true), // keyUsage: keyCertSign and cRLSign, or digitalSignature
    extension('551d0e', tagged(0x04, keyIdentifier(publicKey))), // subjectKeyIdentifier
    extension('551d23', sequence(tagged(0x80, keyIdentifier(issuer.keys.publicKey)))), // authorityKeyIdentifier
    ...(host === undefined ? [] : [extension('551d11', sequence(tagged(0x82, Buffer.from(host, 'ascii'))))]), // subjectAltName
  ]
  const content = sequence(
    tagged(0xa0, integer(Buffer.from([2]))),
    integer(serialNumber()),
    algorithm,
    commonName(issuer.name),
    sequence(time(from), time(until)),
    commonName(name),
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(...extensions)),
  )
  return sequence(content, algorithm, tagged(0x03, Buffer.from([0]), sign('sha256', content, issuer.keys.privateKey)))
}

// Positive, and without a leading zero, as DER wants it.
const serialNumber = (): Buffer => Buffer.concat([Buffer.from([0x40]), randomBytes(15)])

export const asPem = (der: Buffer): string => `-----BEGIN CERTIFICATE-----\n${der.toString('base64').replaceAll(/(.{64})/g, '$1\n').trimEnd()}\n-----END CERTIFICATE-----\n`

/** SHA-1 of the key itself, the first method of RFC 5280, 4.2.1.2. A name, no proof. */
const keyIdentifier = (key: KeyObject): Buffer => createHash('sha1').update(key.export({ type: 'spki', format: 'der' }).subarray(-65)).digest()

function tagged(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts)
  const { length } = content
  const head = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...head]), content])
}
const sequence = (...parts: readonly Uint8Array[]): Buffer => tagged(0x30, ...parts)
const oid = (hex: string): Buffer => tagged(0x06, Buffer.from(hex, 'hex'))
const integer = (bytes: Buffer): Buffer => tagged(0x02, bytes)
const commonName = (name: string): Buffer => sequence(tagged(0x31, sequence(oid('550403'), tagged(0x0c, Buffer.from(name)))))
const extension = (id: string, value: Buffer, critical = false): Buffer => sequence(oid(id), ...(critical ? [Buffer.from([0x01, 0x01, 0xff])] : []), tagged(0x04, value))
// UTCTime until 2049, GeneralizedTime after (RFC 5280, 4.1.2.5).
function time(moment: Date): Buffer {
  const digits = moment.toISOString().replaceAll(/[-:T]|\.\d+/g, '')
  return moment.getUTCFullYear() < 2050 ? tagged(0x17, Buffer.from(digits.slice(2))) : tagged(0x18, Buffer.from(digits))
}
