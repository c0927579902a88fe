export { portalAccess } from './access.ts'
export { portalPrivacy } from './privacy.ts'
export { portalRoutes } from './routes.ts'
export { insertNews, type NewNews } from './queries.ts'
