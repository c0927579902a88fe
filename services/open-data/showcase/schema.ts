import { Type, type Static } from 'typebox'

/** An application, a picture or an analysis that somebody made of open data. */
export type Showcase = {
  id: string
  name: string
  title: string
  description: string
  url: string
  author: string
  kind: ShowcaseKind
  publishedAt: Date | null
  /** Where the source code lies, and under which licence. */
  sourceCodeUrl: string | null
  codeLicence: string | null
  /** File id of a picture, and what it shows. */
  pictureFile: string | null
  pictureText: string | null
}

/** Without what only people add who hand one in. */
export type PlainShowcase = Omit<Showcase, 'sourceCodeUrl' | 'codeLicence' | 'pictureFile' | 'pictureText'>

/** One that somebody has handed in and nobody has read, or that was given back. */
export type Submission = Showcase & { state: 'waiting' | 'shown' | 'returned'; accountId: string | null; returnedReason: string | null; createdAt: Date }

export const showcaseKinds = ['application', 'visualisation', 'analysis', 'teaching'] as const
export type ShowcaseKind = (typeof showcaseKinds)[number]

/** What somebody hands in. The picture comes as a file beside it. */
export const SubmitForm = Type.Object({
  title: Type.String({ minLength: 3, maxLength: 120 }),
  kind: Type.Enum(showcaseKinds),
  description: Type.String({ minLength: 20, maxLength: 4_000 }),
  url: Type.String({ maxLength: 1_000, pattern: '^https?://[^\\s]+$' }),
  author: Type.String({ minLength: 2, maxLength: 120 }),
  datasets: Type.String({ minLength: 1, maxLength: 2_000 }),
  sourceCodeUrl: Type.Optional(Type.String({ maxLength: 1_000, pattern: '^https?://[^\\s]+$' })),
  codeLicence: Type.Optional(Type.String({ maxLength: 80 })),
  pictureText: Type.Optional(Type.String({ maxLength: 300 })),
})
export type SubmitForm = Static<typeof SubmitForm>

export const ReturnForm = Type.Object({ reason: Type.String({ minLength: 5, maxLength: 500 }) })
