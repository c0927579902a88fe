import { Type, type Static } from 'typebox'
import type { QuantityId } from '../quantity/quantity.ts'

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

export const deviceStates = ['attention', 'silent', 'clock', 'quarantine', 'battery', 'no-codec', 'not-mounted', 'stock', 'retired'] as const
export type DeviceFilterState = (typeof deviceStates)[number]

/** A series of a device with the span it speaks about; null where it is empty. */
export type SensorSeries = { readonly id: number; readonly thingId: number; readonly channel: string; readonly quantity: QuantityId; readonly sealed: boolean; readonly firstTime: Date | null; readonly lastTime: Date | null; readonly number: number | null }

/** A place where a device can hang, with the way to it. */
export type Place = { readonly id: number; readonly kind: string; readonly name: string; readonly parent: string | null; readonly schoolId: number; readonly school: string }
