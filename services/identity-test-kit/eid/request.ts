import { DOMParser } from '@xmldom/xmldom'
import type { Ask } from '@modellregion/kernel'
import { simulatorKey } from '../provider/keys.ts'
import { openElement, type RawRequest } from '../provider/saml.ts'

const eid = 'http://bsi.bund.de/eID/'

/** Names of the data groups that are asked for, out of the encrypted extension (TR-03130-1, 4.7.2). Undefined when it cannot be read. */
export async function askedNames({ platform, tenant }: Pick<Ask, 'platform' | 'tenant'>, { root }: RawRequest): Promise<string[] | undefined> {
  const sealed = root.getElementsByTagNameNS(eid, 'EncryptedAuthnRequestExtension')[0]
  if (!sealed) return undefined
  const { privateKey } = await simulatorKey(platform, tenant.id, 'eid-encryption')
  const xml = await openElement(sealed, privateKey).catch(() => undefined)
  if (xml === undefined) return undefined
  const extension = new DOMParser().parseFromString(xml, 'text/xml').documentElement
  if (extension.localName !== 'AuthnRequestExtension' || extension.getAttribute('Version') !== '2') return undefined
  return Array.from(extension.getElementsByTagNameNS('urn:oasis:names:tc:SAML:2.0:assertion', 'Attribute')).map((attribute) => attribute.getAttribute('Name') ?? '')
}
