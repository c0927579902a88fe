import type { NewsLine, UnitOfWork } from '@modellregion/kernel'
import { instantAt } from '@modellregion/standards'
import { listNews } from './queries.ts'
import { newsPath } from './rules/reference.ts'
import { beginningOf } from './rules/text.ts'

const most = 20

/** For the town's front page: what the project office says to everybody. It writes German. */
export const networkNews = async (db: UnitOfWork): Promise<NewsLine[]> => (await listNews(db, most)).map(({ id, title, text, day }) => ({ title, teaser: beginningOf(text), href: newsPath(id), at: instantAt(day), lang: 'de' }))
