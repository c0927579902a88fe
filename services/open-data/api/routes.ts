import { dcatRoutes } from './catalogue/routes.ts'
import { ckanRoutes } from './ckan/routes.ts'
import { datastoreRoutes } from './datastore/routes.ts'
import { feedRoutes } from './feed/routes.ts'

/** What programs read: CKAN's Action API, the catalogue as RDF, the feed. */
export const apiRoutes = [...ckanRoutes, ...datastoreRoutes, ...dcatRoutes, ...feedRoutes]
