import { page, type Ask, type Answer, type FormErrors, type Typed } from '@modellregion/kernel'
import { listPath } from '../dataset/list-query.ts'
import { words } from '../locales/index.ts'
import { openTable, type Opened } from './open.ts'
import { Downloads } from './pages/downloads.tsx'
import { ExplorePage } from './pages/explore.tsx'
import { Views } from './pages/views.tsx'
import { listMembersOf } from '../organisation/queries.ts'
import { listViews } from './queries.ts'
import { filterOffers } from './table-data.ts'
import { contentOf, frameOf } from './view.tsx'

type Asks = Pick<Ask, 'say' | 'url' | 'now' | 'read' | 'actor' | 'may' | 'platform' | 'tenant' | 'csrf'>
type Kept = { typed: Typed; errors: FormErrors }

/** The page of a table with everything around the view that the address asks for. @throws NotFound */
export async function showExplored(ask: Asks, fileId: string, params: URLSearchParams, kept: Kept = { typed: {}, errors: {} }, already?: Opened): Promise<Answer> {
  const t = ask.say(words)
  const opened = already ?? (await openTable(ask, fileId, params))
  const { asking, selection, facts, misread, dataset } = opened
  const frame = frameOf(ask, opened, `/open-data/explore/${fileId}`)
  const [offers, content, { views, members }] = await Promise.all([
    selection.view === 'sql' ? [] : filterOffers(asking, selection, facts),
    contentOf(frame, opened),
    ask.read(async (db) => ({ views: await listViews(db, [fileId]), members: ask.actor.id === undefined ? [] : (await listMembersOf(db, opened.organisation.id)).map(({ accountId }) => accountId) })),
  ])
  const mayKeep = dataset.isPublished && ask.may('view.keep', { members })
  const below = (
    <>
      <Downloads {...frame} />
      <Views {...frame} views={views} mayKeep={mayKeep} csrf={mayKeep ? ask.csrf() : ''} {...kept} />
    </>
  )
  const failed = misread.length > 0 || Object.keys(kept.errors).length > 0
  return page(() => <ExplorePage {...frame} offers={offers} below={below}>{content}</ExplorePage>, {}, {
    title: `${dataset.title}: ${t(`explore.view.${selection.view}`)}`,
    crumbs: [{ label: t('service.title'), href: '/open-data' }, { label: t('list.crumb'), href: listPath }, { label: dataset.title, ...(dataset.isPublished && { href: `${listPath}/${dataset.name}` }) }, { label: t('explore.crumb') }],
    hasErrors: failed,
    wasm: selection.view === 'sql',
    ...(Object.keys(kept.errors).length > 0 && { status: 422 }),
  })
}
