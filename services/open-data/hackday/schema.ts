import { Type, type Static } from 'typebox'

export const hackdayStates = ['draft', 'shown', 'cancelled'] as const
export type HackdayState = (typeof hackdayStates)[number]

/** A day on which people work with the data together. */
export type Hackday = { id: string; name: string; title: string; startsAt: Date; endsAt: Date; place: string; programme: string; accessibility: string; seats: number | null; state: HackdayState; registered: number }

/** Something to work on: a question, with data and perhaps the request it comes from. */
export type Challenge = { id: string; title: string; text: string; datasetIds: string[]; requestId: string | null }

const time = Type.String({ pattern: '^([01]?[0-9]|2[0-3]):[0-5][0-9]$' })

export const HackdayForm = Type.Object({
  title: Type.String({ minLength: 3, maxLength: 120 }),
  day: Type.String({ format: 'date' }),
  from: time,
  to: time,
  lastDay: Type.Optional(Type.String({ format: 'date' })),
  place: Type.String({ minLength: 3, maxLength: 300 }),
  programme: Type.String({ minLength: 3, maxLength: 4_000 }),
  accessibility: Type.String({ minLength: 3, maxLength: 1_000 }),
  seats: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
  state: Type.Enum(hackdayStates),
})
export type HackdayForm = Static<typeof HackdayForm>

export const ChallengeForm = Type.Object({
  challengeTitle: Type.String({ minLength: 3, maxLength: 150 }),
  text: Type.String({ minLength: 3, maxLength: 2_000 }),
  datasets: Type.Optional(Type.String({ maxLength: 2_000 })),
  request: Type.Optional(Type.Integer({ minimum: 1, maximum: 2_147_483_647 })),
})
export const ResultForm = Type.Object({ showcase: Type.String({ minLength: 1, maxLength: 300 }) })
export const PartForm = Type.Object({ part: Type.String({ format: 'uuid' }) })
