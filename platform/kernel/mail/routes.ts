import { get, title } from '../http/route.ts'
import { page } from '../http/answer.ts'
import { kernelWords } from '../locales/index.ts'
import { MailPage } from './pages/mail.tsx'
import { listMail } from './queries.ts'

/** Demonstration only: what would have been sent. Everybody sees it, because the people in it are invented. */
export const mailRoutes = [
  get('/demo/mail', { access: 'anyone', everyTown: true, title: title(kernelWords, 'admin.mail-title') }, async ({ read, say }) =>
    page(MailPage, { mails: await read((db) => listMail(db, 50)), t: say(kernelWords) }, { frame: 'list', private: true, noindex: true }),
  ),
]
