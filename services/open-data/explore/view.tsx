import type { VNode } from 'preact'
import type { Ask } from '@modellregion/kernel'
import { labelOf as labelOfConcept, licences } from '../vocabulary/lists.ts'
import { words } from '../locales/index.ts'
import { chartData } from './chart-data.ts'
import { planOf } from './chart-plan.ts'
import { groupData } from './group-data.ts'
import { mapData } from './map-data.ts'
import type { Opened } from './open.ts'
import { ChartView } from './pages/chart.tsx'
import { CodeView } from './pages/code.tsx'
import type { Frame } from './pages/frame.ts'
import { GroupView } from './pages/group.tsx'
import { MapView } from './pages/map.tsx'
import { SqlView } from './pages/sql.tsx'
import { TableView } from './pages/table.tsx'
import { tableData } from './table-data.ts'

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
    isEmbedded: false,
    misread: opened.misread,
  }
}

/** The answer to what the address asks for, with the questions it needs. */
export async function contentOf(frame: Frame, { asking, selection, facts }: Opened): Promise<VNode> {
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
