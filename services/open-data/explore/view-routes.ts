import { Type } from 'typebox'
import { audit, errorsIn, get, htmlLang, newId, NotFound, post, seeOther, title, type Answer, type Ask, type FormErrors, type Route, type Typed, type UnitOfWork } from '@modellregion/kernel'
import { findDatasetById, findDistribution } from '../dataset/queries.ts'
import { pageWords, words } from '../locales/index.ts'
import { listMembersOf } from '../organisation/queries.ts'
import { embedded } from './embed.tsx'
import { openTable } from './open.ts'
import { deleteView, findView, insertView } from './queries.ts'
import { pairsOf } from './selection.ts'
import { showExplored } from './show.tsx'
import { ViewForm } from './view-schema.ts'

const byFile = Type.Object({ file: Type.String({ format: 'uuid' }) })
const byView = Type.Object({ view: Type.String({ format: 'uuid' }) })

/** Who may keep views of a file: those of its organisation among others. @throws NotFound */
async function membersOf(db: UnitOfWork, fileId: string): Promise<{ members: string[]; datasetId: string }> {
  const file = await findDistribution(db, fileId)
  const dataset = file && (await findDatasetById(db, file.datasetId))
  if (!dataset) throw new NotFound()
  return { datasetId: dataset.id, members: (await listMembersOf(db, dataset.organisationId)).map(({ accountId }) => accountId) }
}
const ofView = async (db: UnitOfWork, { view }: { view: string }) => {
  const found = await findView(db, view)
  if (!found) throw new NotFound()
  return { ...(await membersOf(db, found.distributionId)), view: found }
}

// As CKAN calls the same views.
const viewTypes: Readonly<Record<string, string>> = { chart: 'recline_graph_view', map: 'recline_map_view' }

/** Views of a table that are kept with a name, and shown in pages of others. */
export const viewRoutes: Route[] = [
  post('/open-data/explore/:file/view', { access: 'view.keep', params: byFile, subject: (db, { file }) => membersOf(db, file), title: title(words, 'explore.keep') }, async (ask) => {
    const t = ask.say(pageWords)
    const read = ask.form(ViewForm)
    if (!read.ok) return await shown(ask, read.typed, errorsIn(t, read.errors, (field) => t.find(`explore.keep.${field}`) ?? field))
    const { selection } = await openTable(ask, ask.params.file, new URLSearchParams(read.value.selection))
    const kept = new URLSearchParams(pairsOf({ ...selection, page: 1 })).toString()
    await ask.write(async (db) => {
      const id = newId(db.now)
      await insertView(db, { id, datasetId: ask.subject.datasetId, distributionId: ask.params.file, title: read.value.title.trim(), description: read.value.description?.trim() ?? '', viewType: viewTypes[selection.view] ?? 'datatables_view', selection: kept, config: {} })
      await audit(db, { action: 'view.keep', subject: id, detail: { title: read.value.title } })
    })
    return seeOther(`/open-data/explore/${ask.params.file}?${kept}#views`)
  }),

  post('/open-data/view/:view/delete', { access: 'view.keep', params: byView, subject: ofView, title: title(words, 'explore.keep') }, async (ask) => {
    const { view } = ask.subject
    await ask.write(async (db) => {
      await deleteView(db, view.id)
      await audit(db, { action: 'view.delete', subject: view.id, detail: { title: view.title } })
    })
    return seeOther(`/open-data/explore/${view.distributionId}#views`)
  }),

  get('/open-data/embed/:view', { access: 'anyone', params: byView, title: title(words, 'explore.title'), rate: { max: 600, per: 'minute' } }, async (ask: Ask<{ view: string }>) => {
    const view = await ask.read((db) => findView(db, ask.params.view))
    if (!view) throw new NotFound()
    return await embedded(ask, view, htmlLang(ask.locale))
  }),
]

async function shown(ask: Ask<{ file: string }, unknown, unknown, unknown>, typed: Typed, errors: FormErrors): Promise<Answer> {
  const selection = typeof typed['selection'] === 'string' ? typed['selection'] : ''
  return await showExplored(ask, ask.params.file, new URLSearchParams(selection), { typed, errors })
}
