import { Type, type Static } from 'typebox'
import type { PlainDate } from '@modellregion/standards'

export type EventState = 'draft' | 'published' | 'cancelled'

/** A transfer event. */
export type TransferEvent = {
  readonly id: string
  /** Id of the organising town. */
  readonly town: string
  readonly published: boolean
  readonly title: string
  /** Small Markdown. */
  readonly description: string
  readonly startsAt: Date
  readonly endsAt: Date
  readonly place: string | null
  /** Https, where people dial in. */
  readonly link: string | null
  readonly invited: string
  /** Null: not limited. */
  readonly seats: number | null
  readonly registerUntil: Date
  readonly topics: readonly string[]
  /** Ids of entries of the catalogue. */
  readonly entries: readonly string[]
  readonly state: EventState
  readonly cancelNote: string
  readonly sequence: number
  readonly registered: number
  readonly waiting: number
  readonly changedAt: Date
  readonly createdAt: Date
}

export type NewEvent = Pick<TransferEvent, 'id' | 'title' | 'description' | 'startsAt' | 'endsAt' | 'place' | 'link' | 'invited' | 'seats' | 'registerUntil' | 'topics' | 'entries'>

export type RegistrationState = 'asked' | 'confirmed' | 'waiting'

/** Somebody who wants to come. Without account; deleted when they withdraw, and 30 days after the event. */
export type Registration = {
  readonly id: string
  readonly eventId: string
  readonly name: string
  readonly email: string
  readonly organisation: string
  readonly needs: string | null
  readonly locale: 'de' | 'en' | 'de-x-leicht'
  readonly state: RegistrationState
  readonly confirmedAt: Date | null
  readonly toldSequence: number
  readonly createdAt: Date
}

export type Question = {
  readonly id: string
  readonly town: string
  readonly published: boolean
  readonly title: string
  readonly text: string
  readonly entry: string | null
  readonly helpful: readonly string[]
  readonly solvedBy: string | null
  readonly reviewedAt: Date
  readonly changedAt: Date
  readonly correctedAt: Date | null
  readonly createdAt: Date
}

/** `open`: nobody has answered; `answered`; `solved`: the asking town says so. */
export type QuestionState = 'open' | 'answered' | 'solved'
export const questionStates = ['open', 'answered', 'solved'] as const satisfies readonly QuestionState[]

export type QuestionLine = Pick<Question, 'id' | 'town' | 'title' | 'text' | 'entry' | 'solvedBy' | 'createdAt'> & { readonly answers: number }

export type Answer = {
  readonly id: string
  readonly town: string
  readonly published: boolean
  readonly questionId: string
  readonly text: string
  readonly reviewedAt: Date
  readonly correctedAt: Date | null
  readonly createdAt: Date
}

export type ObjectionThing = 'question' | 'answer'
export type Objection = { readonly id: string; readonly town: string; readonly thing: ObjectionThing; readonly thingId: string; readonly thingTown: string; readonly reason: string; readonly createdAt: Date }

export type NewsAbout = 'entry' | 'event' | 'project'
export type News = {
  readonly id: string
  readonly title: string
  /** Small Markdown. */
  readonly text: string
  readonly day: PlainDate
  readonly published: boolean
  readonly aboutKind: NewsAbout | null
  readonly aboutRef: string | null
  readonly changedAt: Date
  readonly createdAt: Date
}
export type NewNews = Pick<News, 'id' | 'title' | 'text' | 'day' | 'published' | 'aboutKind' | 'aboutRef'>

const time = { maxLength: 5, pattern: '^([01]?\\d|2[0-3])[:.][0-5]\\d$' }

// `key`: id of what a form makes, so that sent twice it makes one. `seen`: when what it changes was last changed.
const key = Type.Optional(Type.String({ format: 'uuid' }))
const seen = Type.Optional(Type.String({ maxLength: 20 }))

export const EventForm = Type.Object({
  key,
  seen,
  title: Type.String({ minLength: 3, maxLength: 120 }),
  description: Type.String({ minLength: 1, maxLength: 6_000 }),
  day: Type.String({ format: 'date' }),
  from: Type.String(time),
  lastDay: Type.Optional(Type.String({ format: 'date' })),
  until: Type.String(time),
  place: Type.Optional(Type.String({ maxLength: 300 })),
  link: Type.Optional(Type.String({ maxLength: 500 })),
  invited: Type.String({ minLength: 1, maxLength: 300 }),
  seats: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })),
  registerUntil: Type.Optional(Type.String({ format: 'date' })),
  topics: Type.Optional(Type.String({ maxLength: 300 })),
  entries: Type.Optional(Type.String({ maxLength: 2_000 })),
})
export type EventForm = Static<typeof EventForm>

export const CancelForm = Type.Object({ note: Type.String({ minLength: 3, maxLength: 500 }) })

export const RegisterForm = Type.Object({
  name: Type.String({ minLength: 2, maxLength: 120 }),
  email: Type.String({ maxLength: 254, format: 'email' }),
  organisation: Type.String({ minLength: 2, maxLength: 160 }),
  needs: Type.Optional(Type.String({ maxLength: 500 })),
})

export const QuestionForm = Type.Object({
  key,
  title: Type.String({ minLength: 8, maxLength: 160 }),
  text: Type.String({ minLength: 10, maxLength: 4_000 }),
  entry: Type.Optional(Type.String({ maxLength: 300 })),
})
export const AnswerForm = Type.Object({ key, text: Type.String({ minLength: 3, maxLength: 6_000 }) })
export const ObjectionForm = Type.Object({ reason: Type.String({ minLength: 5, maxLength: 300 }) })

export const NewsForm = Type.Object({
  key,
  seen,
  title: Type.String({ minLength: 3, maxLength: 160 }),
  text: Type.String({ minLength: 3, maxLength: 6_000 }),
  day: Type.String({ format: 'date' }),
  about: Type.Optional(Type.String({ maxLength: 300 })),
  published: Type.Boolean(),
})
export type NewsForm = Static<typeof NewsForm>

export const ById = Type.Object({ id: Type.String({ format: 'uuid' }) })
export const Signed = Type.Object({ token: Type.String({ maxLength: 64 }) }, { additionalProperties: true })
export type Signed = Static<typeof Signed>
export const Paged = { page: Type.Integer({ minimum: 1, maximum: 1_000, default: 1 }) }

/** What the interfaces for programs say of an event: nothing about who comes. */
export const PublicEvent = Type.Object({
  id: Type.String({ format: 'uuid' }),
  town: Type.String(),
  organiser: Type.String(),
  title: Type.String(),
  description: Type.String(),
  startsAt: Type.String({ format: 'date-time' }),
  endsAt: Type.String({ format: 'date-time' }),
  place: Type.Union([Type.String(), Type.Null()]),
  link: Type.Union([Type.String(), Type.Null()]),
  invited: Type.String(),
  seats: Type.Union([Type.Integer(), Type.Null()]),
  seatsLeft: Type.Union([Type.Integer(), Type.Null()]),
  registerUntil: Type.String({ format: 'date-time' }),
  topics: Type.Array(Type.String()),
  entries: Type.Array(Type.String()),
  state: Type.String(),
  url: Type.String(),
})
export type PublicEvent = Static<typeof PublicEvent>

export const PublicQuestion = Type.Object({
  id: Type.String({ format: 'uuid' }),
  town: Type.String(),
  askedBy: Type.String(),
  title: Type.String(),
  text: Type.String(),
  entry: Type.Union([Type.String(), Type.Null()]),
  state: Type.String(),
  answers: Type.Integer(),
  askedAt: Type.String({ format: 'date-time' }),
  url: Type.String(),
})
export type PublicQuestion = Static<typeof PublicQuestion>
