import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { BadMessage } from './xml.ts'

/** Algorithms of the query's signature (SAML Bindings 3.4.4.1); SHA-1 and everything unknown is refused. */
const algorithms: Readonly<Record<string, 'sha256' | 'sha384' | 'sha512'>> = {
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256': 'sha256',
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha384': 'sha384',
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512': 'sha512',
}
const ours = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256'

/** Address with a signed message (HTTP-Redirect binding, DEFLATE). `key` is a private key in PEM. */
export function signedRedirect(address: string, name: 'SAMLRequest' | 'SAMLResponse', message: string, relayState: string, key: string): string {
  const query = [
    [name, deflateRawSync(Buffer.from(message)).toString('base64')],
    ['RelayState', relayState],
    ['SigAlg', ours],
  ].map(([field = '', value = '']) => `${field}=${encodeURIComponent(value)}`).join('&')
  const signature = sign('sha256', Buffer.from(query), createPrivateKey(key)).toString('base64')
  return `${address}${address.includes('?') ? '&' : '?'}${query}&Signature=${encodeURIComponent(signature)}`
}

/**
 * The message of an address, after its signature was checked over the octets as they came. One of the keys (PEM) must fit.
 * @throws BadMessage
 */
export function readRedirect(search: string, name: 'SAMLRequest' | 'SAMLResponse', keys: readonly string[]): { message: string; relayState: string } {
  const raw = rawFields(search)
  const [message, relayState, algorithm, signature] = [raw.get(name), raw.get('RelayState'), raw.get('SigAlg'), raw.get('Signature')]
  if (message === undefined || algorithm === undefined || signature === undefined) throw new BadMessage('The message is not signed.')
  const digest = algorithms[decodeURIComponent(algorithm)]
  if (!digest) throw new BadMessage('The signature has an algorithm that is refused.')
  const signed = Buffer.from([`${name}=${message}`, ...(relayState === undefined ? [] : [`RelayState=${relayState}`]), `SigAlg=${algorithm}`].join('&'))
  const bytes = Buffer.from(decode(signature), 'base64')
  if (!keys.some((key) => verify(digest, signed, createPublicKey(key), bytes))) throw new BadMessage('The signature does not fit.')
  return { message: inflate(decode(message)), relayState: relayState === undefined ? '' : decode(relayState) }
}

// Each field once: of two, one reader could check the first and another one use the second.
function rawFields(search: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>()
  for (const part of search.replace(/^\?/, '').split('&')) {
    const [name = '', value = ''] = part.split(/=(.*)/s)
    if (fields.has(name)) throw new BadMessage(`The address says ${name} twice.`)
    fields.set(name, value)
  }
  return fields
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value.replaceAll('+', '%20'))
  } catch {
    throw new BadMessage('The address is not encoded as it should be.')
  }
}

function inflate(text: string): string {
  try {
    return inflateRawSync(Buffer.from(text, 'base64'), { maxOutputLength: 500_000 }).toString('utf8')
  } catch {
    throw new BadMessage('The message cannot be unpacked.')
  }
}
