import { Type } from 'typebox'

export const OfficeForm = Type.Object({
  title: Type.String({ minLength: 3, maxLength: 160 }),
  email: Type.Optional(Type.String({ maxLength: 200, pattern: '^$|^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$' })),
  description: Type.Optional(Type.String({ maxLength: 1_000 })),
})
/** Mail address or full name of somebody of the staff. */
export const AdmitForm = Type.Object({ person: Type.String({ minLength: 3, maxLength: 200 }) })
