import Type, { type Static } from 'typebox'

/** A device as its browser describes it (Push API, `PushSubscription.toJSON()`). */
export const Device = Type.Object({
  endpoint: Type.String({ maxLength: 1_000, pattern: '^https?://' }),
  keys: Type.Object({ p256dh: Type.String({ pattern: '^[A-Za-z0-9_-]{87}=?$' }), auth: Type.String({ pattern: '^[A-Za-z0-9_-]{22}(?:==)?$' }) }),
})
export type Device = Static<typeof Device>

export const DeviceBody = Type.Object({ device: Device })
export const EndpointBody = Type.Object({ endpoint: Type.String({ maxLength: 1_000 }) })

/** The settings of a confidant as a form: boxes and two hours. */
export const NoticeForm = Type.Object({
  byLetter: Type.Optional(Type.Literal('true')),
  byPush: Type.Optional(Type.Literal('true')),
  quietFrom: Type.Optional(Type.String({ pattern: '^(?:[01]\\d|2[0-3]):00$' })),
  quietUntil: Type.Optional(Type.String({ pattern: '^(?:[01]\\d|2[0-3]):00$' })),
})

/** Times are `HH:MM` in the town's time. */
export type Wish = { readonly byLetter: boolean; readonly byPush: boolean; readonly quietFrom: string | null; readonly quietUntil: string | null; readonly told: boolean }

/** What holds for a confidant who has not chosen anything. */
export const defaultWish: Wish = { byLetter: true, byPush: true, quietFrom: null, quietUntil: null, told: false }
export const mostDevicesOfCase = 3
export const mostDevicesOfConfidant = 10
/** The job runs every five minutes; a person's notice waits 0 to 30 minutes, a confidant's 0 to 15. */
export const runsOfPerson = 6
export const runsOfConfidant = 3
/** So often a push service is asked again before a notice is given up: one hour. */
export const mostTries = 12
