import type { VNode } from 'preact'
import type { Ask, PageOptions } from '@modellregion/kernel'
import { labelOf as labelOfConcept, licences } from '../vocabulary/lists.ts'
import { words } from '../locales/index.ts'
import { chartData } from './chart-data.ts'
import { planOf } from './chart-plan.ts'
import { groupData } from './group-data.ts'
import { mapData } from './map-data.ts'
import type { Opened } from './open.ts'
import { ChartView } from './pages/chart.tsx'
import { CodeView } from './pages/code.tsx'
import { Downloads } from './pages/downloads.tsx'
import { ExplorePage } from './pages/explore.tsx'
import type { Frame } from './pages/frame.ts'
import { GroupView } from './pages/group.tsx'
import { MapView } from './pages/map.tsx'
import { SqlView } from './pages/sql.tsx'
import { TableView } from './pages/table.tsx'
import { filterOffers, tableData } from './table-data.ts'

type Asks = Pick<Ask, 'say' | 'url' | 'now'>

/** What every view knows, in the reader's language. */
export function frameOf(ask: Asks, opened: Opened, path: string): Frame {
  const t = ask.say(words)
  const licence = licences.byUri.get(opened.file.licence)
  const { version } = opened
  return {
    t,
    path,
    origin: ask.url.origin,
    selection: opened.selection,
    facts: opened.facts,
    file: opened.file,
    dataset: opened.dataset,
    publisher: opened.organisation.title,
    licence: licence && labelOfConcept(licence, t.locale),
    version: version && { number: version.number, newest: opened.newest, createdAt: version.createdAt, rejected: version.rejectedCount ?? 0 },
    isWritten: opened.revision > 0,
    tableBytes: Number(version?.tableBytes ?? 0),
    misread: opened.misread,
  }
}

/** The page of the view that the address asks for, with the answers it needs. */
export async function exploreView(ask: Asks, opened: Opened, path: string): Promise<{ view: VNode; options: PageOptions }> {
  const { asking, selection, facts, misread } = opened
  const frame = frameOf(ask, opened, path)
  const [offers, content] = await Promise.all([selection.view === 'sql' ? [] : filterOffers(asking, selection, facts), contentOf(frame, opened)])
  return {
    view: (
      <ExplorePage {...frame} offers={offers} below={<Downloads {...frame} />}>
        {content}
      </ExplorePage>
    ),
    options: { hasErrors: misread.length > 0, wasm: selection.view === 'sql' },
  }
}

async function contentOf(frame: Frame, { asking, selection, facts }: Opened): Promise<VNode> {
  switch (selection.view) {
    case 'group':
      return <GroupView {...frame} data={await groupData(asking, selection, facts)} />
    case 'chart': {
      const plan = planOf(selection, facts)
      return <ChartView {...frame} data={plan && (await chartData(asking, selection, plan, facts))} />
    }
    case 'map':
      return <MapView {...frame} data={await mapData(asking, selection, facts)} />
    case 'sql':
      return <SqlView {...frame} />
    case 'code':
      return <CodeView {...frame} />
    default:
      return <TableView {...frame} data={await tableData(asking, selection, facts)} />
  }
}
