import { constants, createCipheriv, createDecipheriv, privateDecrypt, publicEncrypt, randomBytes, type KeyLike } from 'node:crypto'
import { allBelow, attributeOf, BadMessage, childOf, childrenOf, encryptionNamespace, signatureNamespace, textOf } from './xml.ts'

const oaep = `${encryptionNamespace}rsa-oaep-mgf1p`
const sha1 = 'http://www.w3.org/2000/09/xmldsig#sha1'

/**
 * Ciphers of XML Encryption that are accepted. CBC is among them because public providers still use it; an attacker learns
 * nothing by its padding, because each request is answered once and every failure looks the same. RSA 1.5 and 3DES are refused.
 */
const ciphers: Readonly<Record<string, { name: 'aes-128-gcm' | 'aes-256-gcm' | 'aes-128-cbc' | 'aes-256-cbc'; key: number; nonce: number }>> = {
  'http://www.w3.org/2009/xmlenc11#aes128-gcm': { name: 'aes-128-gcm', key: 16, nonce: 12 },
  'http://www.w3.org/2009/xmlenc11#aes256-gcm': { name: 'aes-256-gcm', key: 32, nonce: 12 },
  'http://www.w3.org/2001/04/xmlenc#aes128-cbc': { name: 'aes-128-cbc', key: 16, nonce: 16 },
  'http://www.w3.org/2001/04/xmlenc#aes256-cbc': { name: 'aes-256-cbc', key: 32, nonce: 16 },
}

/** What an element with one `EncryptedData` holds (W3C XML Encryption). @throws BadMessage */
export function decryptElement(holder: Element, key: KeyLike): string {
  const data = childOf(holder, encryptionNamespace, 'EncryptedData')
  const [wrapped, ...more] = allBelow(holder, encryptionNamespace, 'EncryptedKey')
  if (!data || !wrapped || more.length > 0) throw new BadMessage('The encrypted part does not hold one text and one key.')
  const cipher = ciphers[methodOf(data) ?? '']
  if (!cipher) throw new BadMessage(`The cipher ${methodOf(data) ?? ''} is refused.`)
  if (methodOf(wrapped) !== oaep) throw new BadMessage(`The key transport ${methodOf(wrapped) ?? ''} is refused.`)
  const digest = attributeOf(childOf(childOf(wrapped, encryptionNamespace, 'EncryptionMethod'), signatureNamespace, 'DigestMethod'), 'Algorithm') ?? sha1
  if (digest !== sha1) throw new BadMessage(`The digest ${digest} of the key transport is refused.`)
  try {
    const secret = privateDecrypt({ key: key as string, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' }, valueOf(wrapped))
    if (secret.length !== cipher.key) throw new Error('wrong length')
    return open(cipher, secret, valueOf(data))
  } catch {
    throw new BadMessage('The encrypted part cannot be opened.')
  }
}

function open({ name, nonce }: (typeof ciphers)[string], secret: Buffer, bytes: Buffer): string {
  if (name === 'aes-128-gcm' || name === 'aes-256-gcm') {
    const decipher = createDecipheriv(name, secret, bytes.subarray(0, nonce), { authTagLength: 16 }).setAuthTag(bytes.subarray(-16))
    return Buffer.concat([decipher.update(bytes.subarray(nonce, -16)), decipher.final()]).toString('utf8')
  }
  // XML Encryption 5.2.1: only the last byte of the padding says something.
  const decipher = createDecipheriv(name, secret, bytes.subarray(0, nonce)).setAutoPadding(false)
  const plain = Buffer.concat([decipher.update(bytes.subarray(nonce)), decipher.final()])
  const padding = plain.at(-1) ?? 0
  if (padding < 1 || padding > nonce) throw new Error('wrong padding')
  return plain.subarray(0, -padding).toString('utf8')
}

/** `EncryptedData` with AES-256-GCM under a fresh key, which RSA-OAEP carries. */
export function encryptElement(xml: string, publicKey: KeyLike): string {
  const [secret, nonce] = [randomBytes(32), randomBytes(12)]
  const cipher = createCipheriv('aes-256-gcm', secret, nonce)
  const data = Buffer.concat([nonce, cipher.update(xml, 'utf8'), cipher.final(), cipher.getAuthTag()])
  const wrapped = publicEncrypt({ key: publicKey as string, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' }, secret)
  return (
    `<xenc:EncryptedData xmlns:xenc="${encryptionNamespace}" Type="${encryptionNamespace}Element"><xenc:EncryptionMethod Algorithm="http://www.w3.org/2009/xmlenc11#aes256-gcm"/>` +
    `<ds:KeyInfo xmlns:ds="${signatureNamespace}"><xenc:EncryptedKey><xenc:EncryptionMethod Algorithm="${oaep}"><ds:DigestMethod Algorithm="${sha1}"/></xenc:EncryptionMethod>` +
    `<xenc:CipherData><xenc:CipherValue>${wrapped.toString('base64')}</xenc:CipherValue></xenc:CipherData></xenc:EncryptedKey></ds:KeyInfo>` +
    `<xenc:CipherData><xenc:CipherValue>${data.toString('base64')}</xenc:CipherValue></xenc:CipherData></xenc:EncryptedData>`
  )
}

const methodOf = (element: Element): string | undefined => attributeOf(childOf(element, encryptionNamespace, 'EncryptionMethod'), 'Algorithm')

function valueOf(element: Element): Buffer {
  const [data] = childrenOf(element, encryptionNamespace, 'CipherData')
  return Buffer.from(textOf(childOf(data, encryptionNamespace, 'CipherValue')) ?? '', 'base64')
}
