import { Type, type Static } from 'typebox'

/** How a service proves that it is itself at the token endpoint. */
export type AuthMethod = 'client_secret_basic' | 'private_key_jwt' | 'none'

const Lines = (maxLength: number) => Type.Optional(Type.String({ maxLength }))
const Scope = Type.Union([Type.Literal('profile'), Type.Literal('email'), Type.Literal('birthdate'), Type.Literal('address')])
const Ticked = Type.Optional(Type.Boolean())

/** What a town says about a service that signs people in here. Addresses stand one a line. */
export const ClientForm = Type.Object({
  name: Type.String({ minLength: 2, maxLength: 100 }),
  office: Type.String({ minLength: 2, maxLength: 200 }),
  purpose: Type.String({ minLength: 3, maxLength: 500 }),
  legalBasis: Type.String({ minLength: 3, maxLength: 200 }),
  redirectUris: Lines(4_000),
  postLogoutUris: Lines(4_000),
  backchannelLogoutUri: Lines(500),
  frontchannelLogoutUri: Lines(500),
  authMethod: Type.Union([Type.Literal('client_secret_basic'), Type.Literal('private_key_jwt'), Type.Literal('none')]),
  jwksUri: Lines(500),
  jwks: Lines(8_000),
  scopes: Type.Optional(Type.Array(Type.Union([Scope, Type.Literal('offline_access')]))),
  voluntary: Type.Optional(Type.Array(Scope)),
  minimum: Type.Union([Type.Literal('low'), Type.Literal('substantial'), Type.Literal('high')]),
  ciba: Type.Union([Type.Literal('off'), Type.Literal('poll'), Type.Literal('ping')]),
  cibaUri: Lines(500),
  mandates: Ticked,
  machine: Ticked,
  dpop: Ticked,
})
export type ClientForm = Static<typeof ClientForm>

/** A registered service as the console shows it. */
export type Client = {
  clientId: string
  metadata: Record<string, unknown>
  office: string
  purpose: string
  legalBasis: string
  disabledAt: Date | null
  createdAt: Date
}
