import { Type, type Static } from 'typebox'

const Place = Type.Integer({ minimum: 1, maximum: 2_147_483_647 })

/** A device as somebody types it. The number is read in any spelling by `readDevEui`. */
export const DeviceForm = Type.Object({
  eui: Type.String({ minLength: 1, maxLength: 40 }),
  name: Type.String({ minLength: 2, maxLength: 80 }),
  codec: Type.Optional(Type.String({ maxLength: 80 })),
  expectedMinutes: Type.Integer({ minimum: 1, maximum: 43_200, default: 15 }),
  place: Type.Optional(Place),
})
export type DeviceForm = Static<typeof DeviceForm>

/** What can be changed later: the number stays, because frames and history hang on it. */
export const DeviceChangeForm = Type.Object({
  name: Type.String({ minLength: 2, maxLength: 80 }),
  codec: Type.Optional(Type.String({ maxLength: 80 })),
  expectedMinutes: Type.Integer({ minimum: 1, maximum: 43_200 }),
})

export const deviceStates = ['silent', 'battery', 'no-codec', 'not-mounted', 'stock', 'retired'] as const
export type DeviceFilterState = (typeof deviceStates)[number]
