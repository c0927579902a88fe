import type { Config } from '../boot/config.ts'
import { newId } from '../database/id.ts'
import { enqueue } from '../jobs/enqueue.ts'
import { sendMail } from './jobs.ts'
import type { Mailer } from './mailer.ts'
import { insertMail } from './queries.ts'

/** SMTP when a server is configured; else the demonstration's page; else nothing leaves and the jobs say so. */
export function openMailer(config: Config): Mailer {
  const way = config.mail ? 'smtp' : config.demo ? 'demo' : 'none'
  return {
    way,
    send: async (db, mail) => {
      const id = newId(db.now)
      await insertMail(db, id, { ...mail, to: oneLine(mail.to), subject: oneLine(mail.subject) })
      if (way !== 'demo') await enqueue(db, sendMail, { mail: id })
      return id
    },
  }
}

// A line break in a header would let the text write further headers.
const oneLine = (text: string): string => text.replace(/\s*[\r\n]+\s*/g, ' ').trim()
