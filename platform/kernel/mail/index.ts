export type { Mail, Mailer } from './mailer.ts'
export { openMailer } from './open.ts'
export { mailRoutes } from './routes.ts'
