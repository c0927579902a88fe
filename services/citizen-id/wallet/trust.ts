import { X509Certificate, type KeyObject } from 'node:crypto'
import { refuse } from './refusal.ts'

/** Longest chain that is followed; real ones have two. */
const mostCertificates = 5

/** The certificates of a PEM text, in its order. @throws when one cannot be read */
export const certificatesIn = (pem: string): X509Certificate[] =>
  (pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []).map((text) => new X509Certificate(text))

/**
 * The public key of whoever signed, when a chain leads from their certificate to one of the roots (RFC 5280, 6.1, without names and policies).
 * The certificate of the signer must not be a root itself (HAIP 1.0, 6.1.1).
 * @param x5c as in a JOSE header: base64 DER, the signer's first
 * @throws RefusedPresentation
 */
export function trustedKey(x5c: unknown, roots: readonly X509Certificate[], now: Date): KeyObject {
  const chain = readChain(x5c)
  const [signer] = chain
  if (!signer || signer.ca || isValidSelf(signer)) return refuse('untrusted')
  if (!chain.every((certificate) => isCurrent(certificate, now))) refuse('untrusted')
  for (const [index, certificate] of chain.entries()) {
    const root = roots.find((one) => isIssuedBy(certificate, one))
    if (root) return root.ca && isCurrent(root, now) ? signer.publicKey : refuse('untrusted')
    const next = chain[index + 1]
    if (!next || !next.ca || !isIssuedBy(certificate, next)) return refuse('untrusted')
  }
  return refuse('untrusted')
}

/** Key identifiers of roots, base64url, by which a wallet finds what we would believe (OpenID4VP 1.0, 6.1.1.1). */
export const keyIdentifiers = (roots: readonly X509Certificate[]): string[] => roots.flatMap((root) => subjectKeyIdentifier(root.raw) ?? [])

function readChain(x5c: unknown): X509Certificate[] {
  if (!Array.isArray(x5c) || x5c.length === 0 || x5c.length > mostCertificates || !x5c.every((one) => typeof one === 'string')) return refuse('untrusted')
  try {
    return x5c.map((one) => new X509Certificate(Buffer.from(one, 'base64')))
  } catch {
    return refuse('untrusted')
  }
}

const isCurrent = (certificate: X509Certificate, now: Date): boolean => certificate.validFromDate <= now && now <= certificate.validToDate
const isIssuedBy = (certificate: X509Certificate, issuer: X509Certificate): boolean => certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey)
const isValidSelf = (certificate: X509Certificate): boolean => certificate.subject === certificate.issuer && certificate.verify(certificate.publicKey)

// Node does not show it: extension 2.5.29.14 is OCTET STRING in OCTET STRING, after the object identifier and perhaps `critical`.
function subjectKeyIdentifier(der: Buffer): string | undefined {
  const at = der.indexOf(Buffer.from([0x06, 0x03, 0x55, 0x1d, 0x0e]))
  if (at < 0) return undefined
  const outer = der.indexOf(0x04, at + 5)
  const length = der[outer + 3] ?? 0
  return outer > 0 && der[outer + 2] === 0x04 && length > 0 && length <= 32 ? der.subarray(outer + 4, outer + 4 + length).toString('base64url') : undefined
}
