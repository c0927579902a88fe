import { get, page, title } from '@modellregion/kernel'
import { listDrafts } from '../../draft/queries.ts'
import { words } from '../../locales/index.ts'
import { workshopPath } from '../menu.ts'
import { staffPage } from '../../staff/menu.ts'
import { WorkshopPage } from '../pages/workshop.tsx'
import { listOwnDatasets, listOwnOrganisations } from '../queries.ts'
import { draftRow } from '../shown.ts'
import { readTold } from '../told.ts'

const shown = 200

/** Everything a person's organisations write and publish, by where it stands. */
export const workshopRoutes = [
  get(workshopPath, { access: 'draft.write', query: readTold, title: title(words, 'edit.workshop.title') }, async (ask) => {
    const t = ask.say(words)
    const { organisations, drafts, datasets } = await ask.read(async (db) => {
      const organisations = await listOwnOrganisations(db, ask.actor.id ?? '')
      const ids = organisations.map(({ id }) => id)
      return { organisations, drafts: await listDrafts(db, { organisations: ids, states: ['draft', 'returned', 'checking', 'deciding', 'accepted', 'refused'], size: shown }), datasets: await listOwnDatasets(db, ids, shown) }
    })
    const titles = new Map(organisations.map(({ id, title }) => [id, title]))
    const changing = new Set(drafts.map(({ id }) => id))
    return page(
      WorkshopPage,
      {
        t, csrf: ask.csrf(), now: ask.now, told: ask.query.told, member: organisations.length > 0, several: organisations.length > 1,
        drafts: drafts.map((draft) => draftRow(draft, titles.get(draft.organisationId) ?? '')),
        datasets: datasets.map((dataset) => ({ ...dataset, organisation: titles.get(dataset.organisationId) ?? '', changing: changing.has(dataset.id) })),
        mayWithdraw: ask.may('dataset.withdraw'),
      }, // prettier-ignore
      staffPage(ask),
    )
  }),
]
