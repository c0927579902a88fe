import { Type, type Static } from 'typebox'

export const lives = ['30', '90', '180', '365'] as const

/** What a person says about a new key. */
export const TokenForm = Type.Object({
  title: Type.String({ minLength: 2, maxLength: 100 }),
  scope: Type.Union([Type.Literal('read'), Type.Literal('write'), Type.Literal('publish'), Type.Literal('admin')]),
  organisations: Type.Optional(Type.Array(Type.String({ format: 'uuid' }), { maxItems: 100 })),
  days: Type.Union([Type.Literal('30'), Type.Literal('90'), Type.Literal('180'), Type.Literal('365')]),
})
export type TokenForm = Static<typeof TokenForm>
