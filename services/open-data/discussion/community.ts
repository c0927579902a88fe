import type { UnitOfWork } from '@modellregion/kernel'
import { listRequestsOf } from '../request/queries.ts'
import type { Community } from './pages/community.tsx'
import { countPosts, countThanks } from './queries.ts'

/** What the page of a dataset says about the people around it. */
export async function communityOf(db: UnitOfWork, datasetId: string): Promise<Community> {
  return { posts: (await countPosts(db, datasetId)).n, thanks: (await countThanks(db, datasetId)).n, requests: (await listRequestsOf(db, datasetId)).map(({ number, title }) => ({ number, title })) }
}
