import { Type } from 'typebox'
import { get, seeOther, title, type Ask, type Route } from '@modellregion/kernel'
import { words } from '../locales/index.ts'
import { download, extensions, type Extension } from './downloads.ts'
import { isUnfinished, pairsOf } from './selection.ts'
import { openTable } from './open.ts'
import { showExplored } from './show.tsx'
import { viewRoutes } from './view-routes.ts'

const byFile = Type.Object({ file: Type.String({ format: 'uuid' }) })
const byId = Type.Object({ id: Type.String({ format: 'uuid' }) })
const anything = Type.Object({}, { additionalProperties: true })

const chosen = 'with the filters, columns and order of its page (`in.<column>`, `contains.<column>`, `from.<column>`, `to.<column>`, `state.<column>`, `q`, `columns`, `sort`, `version`)'
const summaries: Readonly<Record<Extension, string>> = {
  parquet: 'The whole table of a file as Parquet; ranges are answered.',
  csv: `The table of a file as CSV, ${chosen}; \`for=excel\` as Excel in Germany reads it.`,
  json: `The table of a file as a JSON array of objects, ${chosen}.`,
  ndjson: `The table of a file as JSON, one object per line, ${chosen}.`,
  geojson: `The table of a file with its places as GeoJSON, ${chosen}.`,
}

/** Looking at tables: filters, groups, pictures, maps, code, SQL. */
export const exploreRoutes: Route[] = [
  ...viewRoutes,

  get('/open-data/explore/:file', { access: 'anyone', params: byFile, query: anything, title: title(words, 'explore.title') }, async (ask: Ask<{ file: string }, object>) => {
    const opened = await openTable(ask, ask.params.file)
    const path = `/open-data/explore/${ask.params.file}`
    if (isUnfinished(ask.url.searchParams)) return seeOther(`${path}?${new URLSearchParams(pairsOf(opened.selection)).toString()}`)
    return await showExplored(ask, ask.params.file, ask.url.searchParams, undefined, opened)
  }),

  ...extensions.map((extension) =>
    get(`/open-data/table/:id.${extension}`, { access: 'anyone', cors: true, params: byId, query: anything, rate: { max: 120, per: 'minute' }, api: { summary: summaries[extension], tag: 'Tables' } }, (ask: Ask<{ id: string }, object>) => download(ask, extension)),
  ),
]
