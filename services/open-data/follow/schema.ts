import { Type, type Static } from 'typebox'

export const followKinds = ['dataset', 'organisation', 'theme', 'search', 'request'] as const
export type FollowKind = (typeof followKinds)[number]
export const rhythms = ['daily', 'weekly'] as const
export type Rhythm = (typeof rhythms)[number]

/** Language of the letters, as the kernel names languages. */
type Locale = 'de' | 'en' | 'de-x-leicht'

/** An address that wants mail. */
export type Follower = { id: string; mail: string; accountId: string | null; locale: Locale; rhythm: Rhythm; toldThrough: Date; createdAt: Date }

/** One thing an address follows. Counts once it is confirmed. */
export type Follow = { id: string; followerId: string; kind: FollowKind; subject: string; label: string; confirmedAt: Date | null; createdAt: Date }

const Rhythms = Type.Enum(rhythms)

/** What is to be followed, as the address of the form says it. A request is followed on its own page. */
export const FollowWish = Type.Object({ kind: Type.Enum(followKinds), subject: Type.String({ minLength: 1, maxLength: 500 }) }, { additionalProperties: true })
export type FollowWish = Static<typeof FollowWish>

export const FollowForm = Type.Object({ mail: Type.String({ maxLength: 254, format: 'email' }), rhythm: Rhythms, website: Type.Optional(Type.String()) })
export const RhythmForm = Type.Object({ rhythm: Rhythms })
export const Signed = Type.Object({ token: Type.String({ maxLength: 64 }) }, { additionalProperties: true })
