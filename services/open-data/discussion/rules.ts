import type { Post, Thread } from './schema.ts'

const minute = 60_000
/** How long the writer of a post can still change or remove it: enough for a slip, too short to rewrite a conversation. */
export const changeWithin = 30 * minute

/** Whether it stands there for everybody. */
export const isShown = ({ state }: Pick<Post, 'state'>): boolean => state !== 'hidden' && state !== 'removed'

/** Whether somebody may still change their post. */
export const mayChange = (post: Pick<Post, 'accountId' | 'state' | 'createdAt'>, accountId: string | undefined, now: Date): boolean =>
  accountId !== undefined && post.accountId === accountId && isShown(post) && now.getTime() - post.createdAt.getTime() <= changeWithin

/**
 * Posts with their answers, the newest post first and answers in the order they were given. A post that is gone stays as a gap
 * while answers hang below it.
 */
export function threadsOf(posts: readonly Post[]): Thread[] {
  const answers = Map.groupBy(posts.filter(({ parentId }) => parentId !== null), ({ parentId }) => parentId)
  const byTime = (a: Post, b: Post): number => a.createdAt.getTime() - b.createdAt.getTime()
  return posts
    .filter(({ parentId }) => parentId === null)
    .map((post) => ({ post, answers: [...(answers.get(post.id) ?? [])].filter(isShown).sort(byTime) }))
    .filter((thread) => isShown(thread.post) || thread.answers.length > 0)
    .sort((a, b) => byTime(b.post, a.post))
}
