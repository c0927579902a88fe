import { ckanRoutes } from './ckan/routes.ts'

/** What programs read: CKAN's Action API, the catalogue as RDF, the feed. */
export const apiRoutes = [...ckanRoutes]
