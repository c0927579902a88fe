import { Type, type Static } from 'typebox'

/** The form that keeps a view. */
export const ViewForm = Type.Object({
  title: Type.String({ minLength: 3, maxLength: 120 }),
  description: Type.Optional(Type.String({ maxLength: 500 })),
  selection: Type.String({ maxLength: 4_000 }),
})
export type ViewForm = Static<typeof ViewForm>
