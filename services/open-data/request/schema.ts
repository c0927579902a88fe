import { Type, type Static } from 'typebox'
import type { PlainDate } from '@modellregion/standards'

export const titleLimit = 150
export const textLimit = 2_000

/** `waiting` and `rejected` are seen by staff and whoever asked; everything else is public. */
export const requestStates = ['waiting', 'rejected', 'new', 'clarification', 'accepted', 'published', 'refused', 'duplicate'] as const
export type RequestState = (typeof requestStates)[number]
export const publicStates = ['new', 'clarification', 'accepted', 'published', 'refused', 'duplicate'] as const satisfies readonly RequestState[]

/** Somebody wishes for data. Who it was is known to nobody but themselves. */
export type DataRequest = {
  id: string
  number: number
  title: string
  purpose: string
  organisationId: string | null
  /** Account of whoever asked; null for guests, and once three years have gone by. */
  accountId: string | null
  state: RequestState
  answerBy: PlainDate
  expectedOn: PlainDate | null
  duplicateOf: string | null
  shownAt: Date | null
  answeredAt: Date | null
  publishedAt: Date | null
  createdAt: Date
  changedAt: Date
  votes: number
  organisation: { name: string; title: string } | null
}

/** One line of the timeline. `state` is where it led; `reply` and `note` led nowhere. */
export type RequestEvent = { id: string; requestId: string; state: RequestState | 'asked' | 'reply' | 'note'; text: string; fromOffice: boolean; shown: boolean; createdAt: Date }

/** `website` is the trap: people do not see it, machines fill it in. `seen` says that similar ones were shown. */
export const AskForm = Type.Object({
  title: Type.String({ minLength: 5, maxLength: titleLimit }),
  purpose: Type.Optional(Type.String({ maxLength: textLimit })),
  organisation: Type.Optional(Type.String({ format: 'uuid' })),
  mail: Type.Optional(Type.String({ maxLength: 254, format: 'email' })),
  notify: Type.Optional(Type.Boolean()),
  seen: Type.Optional(Type.String({ maxLength: titleLimit })),
  website: Type.Optional(Type.String()),
})
export type AskForm = Static<typeof AskForm>

export const ReplyForm = Type.Object({ text: Type.String({ minLength: 2, maxLength: textLimit }), code: Type.Optional(Type.String({ maxLength: 40 })) })

export const HandleForm = Type.Object({
  state: Type.Enum(['rejected', ...publicStates]),
  text: Type.Optional(Type.String({ maxLength: textLimit })),
  expectedOn: Type.Optional(Type.String({ format: 'date' })),
  datasets: Type.Optional(Type.String({ maxLength: 4_000 })),
  draft: Type.Optional(Type.String({ format: 'uuid' })),
  original: Type.Optional(Type.Integer({ minimum: 1, maximum: 2_147_483_647 })),
  organisationId: Type.Optional(Type.String({ format: 'uuid' })),
})
export type HandleForm = Static<typeof HandleForm>

export const ListWish = Type.Object(
  {
    state: Type.Optional(Type.Enum(publicStates)),
    sort: Type.Optional(Type.Union([Type.Literal('newest'), Type.Literal('votes')])),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000 })),
  },
  { additionalProperties: true },
)
export type ListWish = Static<typeof ListWish>

/** What sounds like the wish: other requests and datasets. */
export type Similar = { kind: 'request' | 'dataset'; title: string; href: string }
