/** What the town keeps of a user of the staff directory. Everything else that a directory may send is not needed and not kept. */
export type UserAttributes = {
  userName: string
  externalId: string | null
  givenNames: string
  familyName: string
  displayName: string | null
  email: string | null
  active: boolean
}

export type ScimUser = UserAttributes & { id: string; version: number; createdAt: Date; modifiedAt: Date; groups: { id: string; label: string }[] }

export type GroupAttributes = { displayName: string; externalId: string | null; members: string[] }
export type ScimGroup = { id: string; displayName: string; externalId: string | null; version: number; createdAt: Date; modifiedAt: Date; members: { id: string; userName: string }[] }

/** A group of the directory and what its members may do here. */
export type Mapping = { id: string; label: string; role: string; organisation: string }

export type TokenScope = 'read' | 'write'
export type Token = { id: string; label: string; scope: TokenScope; expiresAt: Date; lastUsedAt: Date | null; revokedAt: Date | null; createdAt: Date }

/** An answer of RFC 7644, 3.12. */
export type ScimProblem = { status: number; scimType?: 'invalidFilter' | 'tooMany' | 'uniqueness' | 'mutability' | 'invalidSyntax' | 'invalidPath' | 'noTarget' | 'invalidValue' | 'invalidVers'; detail: string }

export type Read<T> = { ok: true; value: T } | { ok: false; problem: ScimProblem }
