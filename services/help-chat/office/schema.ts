import Type, { type Static } from 'typebox'
import type { PlainDate } from '@modellregion/standards'
import { KeyStatement, type Vault } from '../crypto/schema.ts'

/** What a case is about. Words: `office.topic.<code>`. Order of the list on pages. */
export const topicCodes = ['bullying', 'harassment', 'discrimination', 'violence', 'conflict', 'compliance', 'health', 'other'] as const
export type Topic = (typeof topicCodes)[number]

/** Languages that somebody may be advised in. Words: `office.language.<code>`; `gsg` is German Sign Language (ISO 639-3). */
export const languageCodes = ['de', 'de-x-leicht', 'en', 'gsg', 'ar', 'fa', 'fr', 'it', 'ku', 'nl', 'pl', 'ru', 'tr', 'uk'] as const
export type Language = (typeof languageCodes)[number]

export const genders = ['female', 'male', 'diverse'] as const

/** A time of the week at which somebody is there: Monday is 1, times as `HH:MM` in the town's time. */
export const Window = Type.Object({
  day: Type.Union([Type.Literal(1), Type.Literal(2), Type.Literal(3), Type.Literal(4), Type.Literal(5), Type.Literal(6), Type.Literal(7)]),
  from: Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' }),
  until: Type.String({ pattern: '^([01]\\d|2[0-4]):[0-5]\\d$' }),
})
export type Window = Static<typeof Window>

/** A confidant in one town. The row of the home town is the true one, those of served towns are copies. */
export type Confidant = {
  readonly id: string
  readonly homeTown: string
  /** Account in the home town. */
  readonly accountId: string | null
  readonly name: string
  readonly gender: (typeof genders)[number] | null
  /** File of the home town. */
  readonly photoFile: string | null
  /** What the picture shows, for those who do not see it. */
  readonly photoText: string | null
  readonly languages: readonly string[]
  readonly unit: string
  readonly about: string
  readonly hours: readonly Window[]
  readonly topics: readonly string[]
  readonly takesNew: boolean
  readonly holder: boolean
  readonly absentFrom: PlainDate | null
  readonly absentUntil: PlainDate | null
  readonly substituteId: string | null
  readonly state: 'active' | 'ended'
}

/** What a town has decided about its office. */
export type OfficeSettings = {
  readonly officeName: string | null
  readonly appName: string
  readonly exitUrl: string
  readonly threshold: number
  readonly promiseHours: number
  readonly phone: string | null
  readonly room: string | null
  readonly externalOffices: string | null
}

export const DirectoryConfidant = Type.Object({
  id: Type.String(),
  name: Type.String(),
  gender: Type.Union([Type.Literal('female'), Type.Literal('male'), Type.Literal('diverse'), Type.Null()]),
  photo: Type.Union([Type.String(), Type.Null()]),
  photoText: Type.Union([Type.String(), Type.Null()]),
  languages: Type.Array(Type.String()),
  unit: Type.String(),
  about: Type.String(),
  /** In German, for those who only show it. */
  hours: Type.String(),
  windows: Type.Array(Window),
  topics: Type.Array(Type.String()),
  /** Takes new cases: not absent, not stopped. Whoever writes to "anybody" writes to these, also at night. */
  onDuty: Type.Boolean(),
  /** Within a time of presence at the moment of asking. */
  present: Type.Boolean(),
  absentUntil: Type.Union([Type.Unsafe<PlainDate>(Type.String({ format: 'date' })), Type.Null()]),
  substitute: Type.Union([Type.String(), Type.Null()]),
  holder: Type.Boolean(),
  statements: Type.Array(KeyStatement),
})
export type DirectoryConfidant = Static<typeof DirectoryConfidant>

/** Everything about an office that a person needs before writing. Public, the same for everybody. */
export const Directory = Type.Object({
  tenant: Type.String(),
  office: Type.String(),
  appName: Type.String(),
  exitUrl: Type.String(),
  phone: Type.Union([Type.String(), Type.Null()]),
  room: Type.Union([Type.String(), Type.Null()]),
  externalOffices: Type.Union([Type.String(), Type.Null()]),
  topics: Type.Array(Type.String()),
  threshold: Type.Integer(),
  promiseHours: Type.Integer(),
  confidants: Type.Array(DirectoryConfidant),
})
export type Directory = Static<typeof Directory>

/** What a confidant knows of themself in one town they serve; `me` of the desk's state. */
export type DeskSelf = {
  readonly town: string
  readonly townName: string
  readonly confidant: string
  readonly name: string
  readonly vault: Vault | null
  readonly statements: readonly KeyStatement[]
}

export type Training = {
  readonly id: string
  readonly confidantId: string
  readonly title: string
  readonly doneOn: PlainDate
  readonly validUntil: PlainDate | null
  readonly source: 'course' | 'office' | 'self'
}

export type AgreementState = 'asked' | 'agreed' | 'refused' | 'ended'
/** A town's own side of an agreement with another town. */
export type Agreement = { readonly otherTown: string; readonly side: 'village' | 'office'; readonly state: AgreementState; readonly saidOn: PlainDate }
