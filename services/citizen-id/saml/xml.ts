import { DOMParser } from '@xmldom/xmldom'

export const samlNamespace = 'urn:oasis:names:tc:SAML:2.0:assertion'
export const protocolNamespace = 'urn:oasis:names:tc:SAML:2.0:protocol'
export const signatureNamespace = 'http://www.w3.org/2000/09/xmldsig#'
export const encryptionNamespace = 'http://www.w3.org/2001/04/xmlenc#'
export const eidNamespace = 'http://bsi.bund.de/eID/'

/** A message that is refused. The reason is for the log; the person reads one sentence for all of them. */
export class BadMessage extends Error {
  constructor(reason: string) {
    super(reason)
    this.name = 'BadMessage'
  }
}

/**
 * Root of a message from outside. Stricter than XML: no document type (no entities, so nothing is fetched or blown up), no
 * comments and no processing instructions, which signatures skip and which cut a name in two for careless readers.
 * @throws BadMessage
 */
export function readXml(text: string): Element {
  if (text.length > 500_000) throw new BadMessage('The message is too long.')
  if (/<!(?!\[CDATA\[)/.test(text)) throw new BadMessage('The message has a document type or a comment.')
  if (/<!\[CDATA\[/.test(text)) throw new BadMessage('The message has unparsed text.')
  if (/<\?/.test(text.replace(/^\uFEFF?\s*<\?xml [^?]*\?>/, ''))) throw new BadMessage('The message has a processing instruction.')
  const complain = (reason: string): never => {
    throw new BadMessage(`The message is not XML: ${reason.split('\n')[0] ?? ''}`)
  }
  const root = new DOMParser({ locator: {}, errorHandler: { warning: complain, error: complain, fatalError: complain } }).parseFromString(text, 'text/xml')?.documentElement
  if (!root) throw new BadMessage('The message is empty.')
  return root
}

/** Children that are elements, of one name when asked. */
export function childrenOf(parent: Element, namespace?: string, name?: string): Element[] {
  const found: Element[] = []
  for (let node = parent.firstChild; node; node = node.nextSibling) {
    if (node.nodeType !== 1) continue
    const element = node as Element // nodeType 1
    if (namespace === undefined || (element.namespaceURI === namespace && element.localName === name)) found.push(element)
  }
  return found
}

/** The one child of this name; undefined when there is none. @throws BadMessage when there are several */
export function childOf(parent: Element | undefined, namespace: string, name: string): Element | undefined {
  if (!parent) return undefined
  const found = childrenOf(parent, namespace, name)
  if (found.length > 1) throw new BadMessage(`The message has several ${name}.`)
  return found[0]
}

/** All elements of a name below, at any depth. */
export const allBelow = (parent: Element, namespace: string, name: string): Element[] => Array.from(parent.getElementsByTagNameNS(namespace, name))

/** An attribute; undefined when absent or empty. */
export const attributeOf = (element: Element | undefined, name: string): string | undefined => element?.getAttribute(name) || undefined

/** The text of an element without elements in it, trimmed; undefined when empty. @throws BadMessage */
export function textOf(element: Element | undefined): string | undefined {
  if (!element) return undefined
  if (childrenOf(element).length > 0) throw new BadMessage(`${element.localName} has elements where text belongs.`)
  return element.textContent?.trim() || undefined
}

/** For text and attribute values of messages that we write. */
export const escapeXml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
