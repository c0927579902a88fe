import { Type, type Static } from 'typebox'
import { meterQuantities, roomUses, schoolForms } from './schema.ts'

const Name = Type.String({ minLength: 2, maxLength: 120 })
/** The details of a school as somebody types them. */
export const SchoolInput = Type.Object({
  name: Name,
  slug: Type.Optional(Type.String({ pattern: '^[a-z0-9][a-z0-9-]*$', minLength: 2, maxLength: 60 })),
  form: Type.Union(schoolForms.map((form) => Type.Literal(form))),
  place: Type.Optional(Type.String({ maxLength: 80 })),
  pupils: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000 })),
  heatedAreaM2: Type.Optional(Type.Number({ minimum: 1, maximum: 1_000_000 })),
  hallAreaM2: Type.Optional(Type.Number({ minimum: 0, maximum: 1_000_000 })),
  lessons: Type.Optional(Type.String({ maxLength: 1_000 })),
})
export type SchoolInput = Static<typeof SchoolInput>

/** Fields of all kinds of places; each kind shows its own. */
export const PlaceInput = Type.Object({
  name: Name,
  use: Type.Optional(Type.Union(roomUses.map((use) => Type.Literal(use)))),
  areaM2: Type.Optional(Type.Number({ minimum: 1, maximum: 100_000 })),
  seats: Type.Optional(Type.Integer({ minimum: 0, maximum: 2_000 })),
  sealed: Type.Optional(Type.Boolean()),
  openReason: Type.Optional(Type.String({ maxLength: 300 })),
  quantity: Type.Optional(Type.Union(meterQuantities.map((quantity) => Type.Literal(quantity)))),
  serial: Type.Optional(Type.String({ maxLength: 60 })),
  outlets: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
  warm: Type.Optional(Type.Boolean()),
})
export type PlaceInput = Static<typeof PlaceInput>
