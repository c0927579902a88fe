import { audit, type UnitOfWork } from '@modellregion/kernel'
import { deleteNews, insertNews, updateNews } from './queries/news.ts'
import type { NewNews } from './schema.ts'

/** Writes a message of the project office, as draft or for all. The same form sent once more is a change of it. */
export async function writeNews(db: UnitOfWork, news: NewNews): Promise<void> {
  if ((await insertNews(db, news)) === 0) return await changeNews(db, news)
  await audit(db, { action: 'news.write', subject: `news/${news.id}`, detail: { published: news.published } })
}

export async function changeNews(db: UnitOfWork, news: NewNews): Promise<void> {
  if ((await updateNews(db, news)) === 0) return
  await audit(db, { action: 'news.change', subject: `news/${news.id}`, detail: { published: news.published } })
}

export async function dropNews(db: UnitOfWork, id: string): Promise<void> {
  if ((await deleteNews(db, id)) === 0) return
  await audit(db, { action: 'news.delete', subject: `news/${id}` })
}
