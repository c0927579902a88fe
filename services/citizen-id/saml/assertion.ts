import type { Assertion } from './schema.ts'
import { attributeOf, BadMessage, childOf, childrenOf, protocolNamespace, samlNamespace, textOf } from './xml.ts'

const bearer = 'urn:oasis:names:tc:SAML:2.0:cm:bearer'
const success = 'urn:oasis:names:tc:SAML:2.0:status:Success'

/** The frame of an answer: to which request it says to belong, whether it went well, and its one encrypted assertion. */
export type ResponseFrame = { inResponseTo: string | undefined; destination: string | undefined; issuer: string | undefined; status: string; detail: string | undefined; encrypted: Element | undefined }

/** Reads the outside of an answer. Nothing in it is believed yet. @throws BadMessage */
export function readResponse(root: Element): ResponseFrame {
  if (root.namespaceURI !== protocolNamespace || root.localName !== 'Response' || attributeOf(root, 'Version') !== '2.0') throw new BadMessage('The message is no SAML 2.0 answer.')
  const statusCode = childOf(childOf(root, protocolNamespace, 'Status'), protocolNamespace, 'StatusCode')
  const status = attributeOf(statusCode, 'Value')
  if (status === undefined) throw new BadMessage('The answer has no status.')
  // A plain assertion anywhere is an attempt to have another one read than the signed one.
  if (root.getElementsByTagNameNS('*', 'Assertion').length > 0) throw new BadMessage('The answer has an assertion that is not encrypted.')
  const sealed = Array.from(root.getElementsByTagNameNS('*', 'EncryptedAssertion'))
  const encrypted = childOf(root, samlNamespace, 'EncryptedAssertion')
  if (sealed.length > 1 || (sealed.length === 1 && sealed[0] !== encrypted)) throw new BadMessage('The answer has an assertion in a wrong place.')
  if (status === success && !encrypted) throw new BadMessage('The answer has no assertion.')
  return {
    inResponseTo: attributeOf(root, 'InResponseTo'),
    destination: attributeOf(root, 'Destination'),
    issuer: textOf(childOf(root, samlNamespace, 'Issuer')),
    status,
    detail: statusCode && attributeOf(childOf(statusCode, protocolNamespace, 'StatusCode'), 'Value'),
    encrypted,
  }
}

export const isSuccess = ({ status }: ResponseFrame): boolean => status === success

/** What an assertion says about itself. @throws BadMessage when a part is missing or there twice */
export function readAssertion(root: Element): Assertion {
  if (root.namespaceURI !== samlNamespace || root.localName !== 'Assertion' || attributeOf(root, 'Version') !== '2.0') throw new BadMessage('The answer holds no SAML 2.0 assertion.')
  if (root.getElementsByTagNameNS('*', 'Assertion').length > 0) throw new BadMessage('The assertion has another one in it.')
  const [id, issuer] = [attributeOf(root, 'ID'), textOf(childOf(root, samlNamespace, 'Issuer'))]
  if (id === undefined || issuer === undefined) throw new BadMessage('The assertion has no ID or no issuer.')
  const subject = childOf(root, samlNamespace, 'Subject')
  const confirmations = subject ? childrenOf(subject, samlNamespace, 'SubjectConfirmation').filter((one) => attributeOf(one, 'Method') === bearer) : []
  if (confirmations.length !== 1) throw new BadMessage('The assertion has not one bearer confirmation.')
  const confirmed = childOf(confirmations[0], samlNamespace, 'SubjectConfirmationData')
  const conditions = childOf(root, samlNamespace, 'Conditions')
  const restriction = childOf(conditions, samlNamespace, 'AudienceRestriction')
  const context = childOf(childOf(root, samlNamespace, 'AuthnStatement'), samlNamespace, 'AuthnContext')
  return {
    id,
    issuer,
    audiences: restriction ? childrenOf(restriction, samlNamespace, 'Audience').flatMap((audience) => textOf(audience) ?? []) : [],
    recipient: attributeOf(confirmed, 'Recipient'),
    inResponseTo: attributeOf(confirmed, 'InResponseTo'),
    notOnOrAfter: attributeOf(confirmed, 'NotOnOrAfter'),
    conditionsNotBefore: attributeOf(conditions, 'NotBefore'),
    conditionsNotOnOrAfter: attributeOf(conditions, 'NotOnOrAfter'),
    issuedAt: attributeOf(root, 'IssueInstant'),
    context: textOf(childOf(context, samlNamespace, 'AuthnContextClassRef')) ?? textOf(childOf(context, samlNamespace, 'AuthnContextDeclRef')),
  }
}

/** The first value of each attribute, by name. @throws BadMessage when a name is there twice */
export function readAttributes(root: Element): ReadonlyMap<string, Element> {
  const values = new Map<string, Element>()
  for (const statement of childrenOf(root, samlNamespace, 'AttributeStatement'))
    for (const attribute of childrenOf(statement, samlNamespace, 'Attribute')) {
      const name = attributeOf(attribute, 'Name')?.trim()
      const [value] = childrenOf(attribute, samlNamespace, 'AttributeValue')
      if (name === undefined) throw new BadMessage('An attribute has no name.')
      if (values.has(name)) throw new BadMessage(`The attribute ${name} is there twice.`)
      if (value) values.set(name, value)
    }
  return values
}
