import { audit, newId, type UnitOfWork } from '@modellregion/kernel'
import * as queries from './queries.ts'
import { isShown } from './rules.ts'
import type { Post } from './schema.ts'

/** Answers a post. An office's answer also says whether the matter is answered or mended. False when the post is gone. */
export async function answerPost(db: UnitOfWork, post: Post, id: string, { text, state, fromOffice }: { text: string; state: 'open' | 'answered' | 'mended' | undefined; fromOffice: boolean }): Promise<boolean> {
  if (!isShown(post) || post.parentId !== null) return false
  await queries.insertPost(db, { id, datasetId: post.datasetId, parentId: post.id, kind: 'answer', text, fromOffice })
  if (fromOffice) await queries.setState(db, post.id, state ?? 'answered')
  return true
}

/** Takes a post out of sight and settles its reports. The reason stays with it: whoever wrote it reads it. */
export async function hidePost(db: UnitOfWork, post: Post, reason: string): Promise<void> {
  await queries.setState(db, post.id, 'hidden', reason)
  await queries.closeReports(db, post.id)
  // The reason is a text about somebody's words: it stays in the row, which can be erased, and out of the audit, which cannot.
  await audit(db, { action: 'discussion.hide', subject: `discussion/${post.id}` })
}

/** An editor has looked and leaves the post as it is. */
export async function keepPost(db: UnitOfWork, post: Post): Promise<void> {
  await queries.closeReports(db, post.id)
  await audit(db, { action: 'discussion.keep', subject: `discussion/${post.id}` })
}

/** Asks an editor to look at a post. */
export const reportPost = (db: UnitOfWork, post: Post, accountId: string, reason: string): Promise<number> => queries.insertReport(db, { id: newId(db.now), postId: post.id, accountId, reason })
