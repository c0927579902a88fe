import { Type } from 'typebox'

export const postLimit = 2_000
export const postKinds = ['question', 'remark', 'error'] as const
export type PostKind = (typeof postKinds)[number] | 'answer'
/** `hidden` by an editor with a reason, `removed` by whoever wrote it. */
export type PostState = 'open' | 'answered' | 'mended' | 'hidden' | 'removed'

/** What somebody says about a dataset. Nobody is named; offices are marked as such. */
export type Post = {
  id: string
  datasetId: string
  /** Set for answers, which hang below one post and never deeper. */
  parentId: string | null
  kind: PostKind
  text: string
  accountId: string | null
  fromOffice: boolean
  state: PostState
  hiddenReason: string | null
  createdAt: Date
  editedAt: Date | null
}

export type Thread = { post: Post; answers: readonly Post[] }

/** A post that somebody wants an editor to look at. */
export type Reported = Post & { reportId: string; reason: string; reportedAt: Date; dataset: { name: string; title: string } }

export const PostForm = Type.Object({ kind: Type.Enum(postKinds), text: Type.String({ minLength: 5, maxLength: postLimit }) })
export const AnswerForm = Type.Object({ text: Type.String({ minLength: 2, maxLength: postLimit }), state: Type.Optional(Type.Enum(['open', 'answered', 'mended'])) })
export const EditForm = Type.Object({ text: Type.String({ minLength: 2, maxLength: postLimit }) })
export const ReasonForm = Type.Object({ reason: Type.String({ minLength: 3, maxLength: 300 }) })
