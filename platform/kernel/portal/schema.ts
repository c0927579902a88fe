import { Type, type Static } from 'typebox'
import type { Locale } from '../i18n/index.ts'

export type NewsText = { title: string; teaser: string; body: string }

/** A town's message to its people. */
export type News = {
  id: string
  texts: { de: NewsText } & Partial<Record<Locale, NewsText>>
  /** Made up for a demonstration; the page says so. */
  invented: boolean
  /** Absent while it is a draft. */
  publishedAt: Date | null
  createdAt: Date
  updatedAt: Date
}

export type FeedbackKind = 'barrier' | 'fault'

/** Somebody's report about a page. */
export type Feedback = {
  id: string
  /** What the person was told: can be read out on the telephone. */
  number: string
  kind: FeedbackKind
  page: string
  message: string
  mail: string | null
  /** The person holds a code with which they come back. */
  returns: boolean
  state: 'open' | 'done'
  doneAt: Date | null
  createdAt: Date
}

/** The form under /feedback. `website` is the trap: people do not see it, machines fill it in. */
export const FeedbackForm = Type.Object({
  kind: Type.Union([Type.Literal('barrier'), Type.Literal('fault')]),
  page: Type.Optional(Type.String({ maxLength: 500 })),
  message: Type.String({ minLength: 1, maxLength: 5_000 }),
  mail: Type.Optional(Type.String({ maxLength: 320, pattern: '^[^@\\s]+@[^@\\s]+\\.[^@\\s.]+$' })),
  website: Type.Optional(Type.String()),
})
export type FeedbackForm = Static<typeof FeedbackForm>

/** One word between the office and a guest who came back. */
export type FeedbackMessage = { feedbackId: string; fromOffice: boolean; text: string; createdAt: Date }

export const ReturnForm = Type.Object({ code: Type.String({ minLength: 1, maxLength: 40 }) })
export const ReplyForm = Type.Object({ code: Type.String({ minLength: 1, maxLength: 40 }), text: Type.String({ minLength: 1, maxLength: 5_000 }) })
export const AnswerForm = Type.Object({ text: Type.String({ minLength: 1, maxLength: 5_000 }) })
