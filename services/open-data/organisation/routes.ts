import { Type } from 'typebox'
import { get, NotFound, page, title } from '@modellregion/kernel'
import { findDatasets } from '../dataset/find.ts'
import { oncePerCatalogue } from '../catalogue/kept.ts'
import { words } from '../locales/index.ts'
import { officeRoutes } from './office-routes.ts'
import { OrganisationListPage, OrganisationPage } from './pages/organisation.tsx'
import { findOrganisation, listOrganisations } from './queries.ts'

const Paging = Type.Object({ page: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })) }, { additionalProperties: true })

export const organisationRoutes = [
  ...officeRoutes,
  get('/open-data/organisation', { access: 'anyone', title: title(words, 'organisation.title') }, async (ask) => {
    const t = ask.say(words)
    const organisations = await ask.read((db) => oncePerCatalogue(db, 'organisations', () => listOrganisations(db)))
    return page(OrganisationListPage, { t, organisations }, { crumbs: [{ label: t('service.title'), href: '/open-data' }, { label: t('organisation.title') }] })
  }),

  get('/open-data/organisation/:name', { access: 'anyone', params: Type.Object({ name: Type.String({ maxLength: 120 }) }), query: Paging, title: title(words, 'organisation.title') }, async (ask) => {
    const t = ask.say(words)
    const number = ask.query.page ?? 1
    const { organisation, found } = await ask.read(async (db) => {
      const organisation = await findOrganisation(db, ask.params.name)
      if (!organisation) throw new NotFound()
      return { organisation, found: await findDatasets(db, { organisation: [organisation.name], sort: 'newest', page: number }) }
    })
    if ((ask.query.page ?? 1) > 1 && found.result.hits.length === 0) throw new NotFound()
    return page(
      OrganisationPage,
      { t, now: ask.now, organisation, page: number, ...found },
      {
        title: organisation.title,
        frame: 'object',
        description: organisation.title,
        crumbs: [{ label: t('service.title'), href: '/open-data' }, { label: t('organisation.title'), href: '/open-data/organisation' }, { label: organisation.title }],
      },
    )
  }),
]
