import { attribute, booleanOf, isObject } from './attributes.ts'
import type { Read, ScimProblem, UserAttributes } from './schema.ts'

const longestName = 200
const longestMail = 320

export const invalid = (detail: string, scimType: ScimProblem['scimType'] = 'invalidValue'): { ok: false; problem: ScimProblem } => ({ ok: false, problem: { status: 400, ...(scimType && { scimType }), detail } })

/**
 * A user as the directory sends one, whole (POST and PUT). What is not needed is left out. `before` is what was known: an
 * absent `active` leaves it as it is, because switching somebody off must be said.
 */
export function readUser(resource: unknown, before?: UserAttributes): Read<UserAttributes> {
  if (!isObject(resource)) return invalid('The body is no JSON object.', 'invalidSyntax')
  const schemas = attribute(resource, 'schemas')
  if (!Array.isArray(schemas) || !schemas.some((one) => typeof one === 'string' && one.toLowerCase() === 'urn:ietf:params:scim:schemas:core:2.0:user')) return invalid('"schemas" must name urn:ietf:params:scim:schemas:core:2.0:User.', 'invalidSyntax')
  const name = attribute(resource, 'name')
  const parts = isObject(name) ? name : {}
  const active = attribute(resource, 'active')
  const isActive = active === undefined || active === null ? (before?.active ?? true) : booleanOf(active)
  if (isActive === undefined) return invalid('"active" must be true or false.')
  const formatted = attribute(parts, 'formatted') ?? null
  return checkUser({
    userName: attribute(resource, 'userName'),
    externalId: attribute(resource, 'externalId') ?? null,
    givenNames: attribute(parts, 'givenName') ?? '',
    familyName: attribute(parts, 'familyName') ?? '',
    displayName: attribute(resource, 'displayName') ?? formatted,
    email: mailOf(attribute(resource, 'emails')),
    active: isActive,
  })
}

/** The address that counts: the primary one, else that of work, else the first. `undefined` when there is something that is no address. */
export function mailOf(emails: unknown): unknown {
  if (emails === undefined || emails === null) return null
  const list = (Array.isArray(emails) ? emails : [emails]).filter(isObject)
  const chosen = list.find((one) => booleanOf(attribute(one, 'primary')) === true) ?? list.find((one) => String(attribute(one, 'type')).toLowerCase() === 'work') ?? list[0]
  return chosen === undefined ? null : (attribute(chosen, 'value') ?? null)
}

type Loose = { [K in keyof UserAttributes]: unknown }

/** Types and lengths, the same after POST, PUT and PATCH. */
export function checkUser(user: Loose): Read<UserAttributes> {
  const { userName, externalId, givenNames, familyName, displayName, email, active } = user
  if (typeof userName !== 'string' || userName.trim() === '') return invalid('"userName" is required.')
  if (!isText(userName, longestName)) return invalid(`"userName" is too long or has control characters; at most ${longestName}.`)
  for (const [field, value] of Object.entries({ externalId, 'name.givenName': givenNames, 'name.familyName': familyName, displayName }))
    if (value !== null && !isText(value, longestName)) return invalid(`"${field}" must be a text of at most ${longestName} characters.`)
  if (email !== null && !(isText(email, longestMail) && /^[^\s@]+@[^\s@]+$/.test(email))) return invalid('"emails" must hold an address like name@example.org.')
  if (typeof active !== 'boolean') return invalid('"active" must be true or false.')
  return {
    ok: true,
    value: {
      userName: userName.trim(),
      externalId: emptyIsNull(externalId),
      givenNames: (emptyIsNull(givenNames) ?? '').trim(),
      familyName: (emptyIsNull(familyName) ?? '').trim(),
      displayName: emptyIsNull(displayName),
      email: emptyIsNull(email),
      active,
    },
  }
}

// Checked by isText above.
const emptyIsNull = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const isText = (value: unknown, longest: number): value is string => typeof value === 'string' && value.length <= longest && !/[\u0000-\u001f\u007f]/.test(value)

/** How the person is called in the platform. */
export const fullName = ({ displayName, givenNames, familyName, userName }: Pick<UserAttributes, 'displayName' | 'givenNames' | 'familyName' | 'userName'>): string => {
  const joined = `${givenNames} ${familyName}`.trim()
  return joined === '' ? (displayName ?? userName) : joined
}
