import { Type } from 'typebox'
import { get, moved, NotFound, seeOther, type Ask, type Route } from '@modellregion/kernel'
import { extensionForAccept, extensionOf, type Extension } from '../../dcat/serialise.ts'
import { datasetAs } from './negotiate.ts'
import { cataloguePage } from './page.ts'
import { findExported } from './queries.ts'

const open = { access: 'anyone', cors: true } as const
const tag = 'DCAT-AP.de'
const Query = Type.Object(
  {
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000 })),
    modified_since: Type.Optional(Type.String({ maxLength: 60, description: 'Only datasets that changed in this catalogue since then' })),
    q: Type.Optional(Type.String({ maxLength: 4_000, description: 'As in package_search' })),
    fq: Type.Optional(Type.String({ maxLength: 4_000 })),
  },
  { additionalProperties: true },
)
const Name = Type.Object({ name: Type.String({ maxLength: 200 }) })

// `json` is what some portals call JSON-LD; the addresses with it lead to the same.
const extensions = ['ttl', 'n3', 'rdf', 'xml', 'jsonld', 'json'] as const
const syntax = (extension: string): Extension => extensionOf(extension) ?? 'ttl'

const catalogueRoutes: Route[] = extensions.map((extension) =>
  get(`/catalog.${extension}`, { ...open, query: Query, api: { summary: `The catalogue as DCAT-AP.de 3.0 (${extension}), 100 datasets a page, with Hydra paging.`, tag } }, (ask) => cataloguePage(ask, syntax(extension))),
)

const datasetRoutes: Route[] = extensions.map((extension) =>
  get(`/open-data/dataset/:name.${extension}`, { ...open, params: Name, api: { summary: `One dataset as DCAT-AP.de 3.0 (${extension}).`, tag } }, async (ask) => {
    const dataset = await ask.read((db) => findExported(db, ask.params.name))
    if (!dataset) throw new NotFound()
    return await datasetAs(ask, dataset, syntax(extension))
  }),
)

/** The addresses of CKAN, which people have bookmarked and programs have learnt. */
const former: readonly [path: string, to: (name: string) => string][] = [
  ['/dataset', () => '/open-data/dataset'],
  ['/dataset/:name', (name) => `/open-data/dataset/${name}`],
  ...extensions.map((extension): [string, (name: string) => string] => [`/dataset/:name.${extension}`, (name) => `/open-data/dataset/${name}.${extension}`]),
  ['/organization', () => '/open-data/organisation'],
  ['/organization/:name', (name) => `/open-data/organisation/${name}`],
  ['/group', () => '/open-data/theme'],
  ['/group/:name', (name) => `/open-data/theme/${name.toUpperCase()}`],
]
const formerRoutes: Route[] = former.map(([path, to]) =>
  get(path, { ...open, params: Type.Object({ name: Type.Optional(Type.String({ maxLength: 200 })) }), api: { summary: 'Leads to the page that was here on a CKAN portal.', tag: 'Former addresses' } }, (ask) =>
    moved(`${to(encodeURIComponent(ask.params.name ?? ''))}${ask.url.search}`),
  ),
)

export const dcatRoutes: Route[] = [
  ...catalogueRoutes,
  get('/catalog', { ...open, query: Query, api: { summary: 'The catalogue in the syntax the client accepts, RDF/XML for programs that do not say.', tag } }, (ask: Ask<unknown, { page?: number; modified_since?: string; q?: string; fq?: string }>) => {
    if (ask.headers['accept']?.includes('text/html')) return seeOther('/open-data')
    return cataloguePage(ask, extensionForAccept(ask.headers['accept']) ?? 'rdf')
  }),
  ...datasetRoutes,
  ...formerRoutes,
]
