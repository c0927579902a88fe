import { Type } from 'typebox'

/** What the page before has done, said once: `?told=deleted`. */
export const readTold = Type.Object({ told: Type.Optional(Type.Union([Type.Literal('deleted'), Type.Literal('withdrawn'), Type.Literal('template'), Type.Literal('bulk')])) }, { additionalProperties: true })
export type Told = 'deleted' | 'withdrawn' | 'template' | 'bulk'
