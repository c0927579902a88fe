import { Type, type Static } from 'typebox'

/** Longest mail address, RFC 5321. */
export const mailLimit = 254
const name = Type.String({ minLength: 1, maxLength: 100, pattern: '^[^\\p{C}]*$' })

/** What somebody tells to get an account: the least that makes one. The password is read untouched, see `typedPassword`. */
export const RegisterForm = Type.Object({
  givenNames: name,
  familyName: name,
  email: Type.String({ format: 'email', maxLength: mailLimit }),
  userName: Type.String({ minLength: 1, maxLength: 80 }),
})
export type RegisterForm = Static<typeof RegisterForm>

export const CodeForm = Type.Object({ code: Type.String({ minLength: 1, maxLength: 40 }) })
export const UserNameForm = Type.Object({ userName: Type.String({ minLength: 1, maxLength: 80 }) })

/** An account in the making. */
export type Registration = {
  id: string
  pageHash: string
  tokenHash: string
  codeHash: string
  tries: number
  givenNames: string
  familyName: string
  email: string
  userName: string
  userNameKey: string
  passwordHash: string
  interaction: string | null
  expiresAt: Date
}

export type StoredPassword = { hash: string; changedAt: Date }
export type StoredTotp = { sealed: string; lastStep: number; confirmedAt: Date | null }
