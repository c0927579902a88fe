import { Type, type Static } from 'typebox'
import type { PlainDate } from '@modellregion/standards'

export const titleLimit = 80
export const textLimit = 600

/** What a person fills in; the same schema checks the form and describes it. */
export const NoticeForm = Type.Object({
  title: Type.String({ minLength: 3, maxLength: titleLimit }),
  text: Type.String({ minLength: 1, maxLength: textLimit }),
  contactMail: Type.Optional(Type.String({ maxLength: 254, format: 'email' })),
  endsOn: Type.String({ format: 'date' }),
})
export type NoticeForm = Static<typeof NoticeForm>

export const HideForm = Type.Object({ reason: Type.String({ minLength: 3, maxLength: 200 }) })

/** `open` until its last day is over, until the author takes it down, or until the town hides it. */
export type NoticeState = 'open' | 'ended' | 'withdrawn' | 'hidden'

/** A sheet on the board. */
export type Notice = {
  id: string
  accountId: string
  title: string
  text: string
  contactMail: string | null
  endsOn: PlainDate
  state: NoticeState
  hiddenReason: string | null
  createdAt: Date
}

/** What the interface for programs says of a notice: nothing about its author. */
export const PublicNotice = Type.Object({
  id: Type.String({ format: 'uuid' }),
  title: Type.String(),
  text: Type.String(),
  endsOn: Type.String({ format: 'date' }),
  publishedAt: Type.String({ format: 'date-time' }),
  url: Type.String(),
})
export type PublicNotice = Static<typeof PublicNotice>
