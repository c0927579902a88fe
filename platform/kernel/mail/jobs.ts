import { createTransport } from 'nodemailer'
import { Type } from 'typebox'
import { defineJob } from '../jobs/job.ts'
import { htmlOf } from './html.ts'
import { deleteOldMail, findMail, markSent } from './queries.ts'

/** Sends one mail. The payload is an id: no address and no text in the queue or in its error messages. */
export const sendMail = defineJob({
  name: 'platform.send-mail',
  payload: Type.Object({ mail: Type.String({ format: 'uuid' }) }),
  maxAttempts: 10,
  retryAfterSeconds: 30,
  timeoutSeconds: 120,
  run: async ({ platform, tenant, payload, read, write }) => {
    const mail = await read((db) => findMail(db, payload.mail))
    if (!mail || mail.sentAt) return
    const settings = platform.config.mail
    if (!settings) throw new Error('No mail server is configured. Set "mail" in modellregion.json, then retry.')
    const transport = createTransport({ url: settings.smtp, connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000 })
    try {
      await transport.sendMail({
        from: { name: `${tenant.kind} ${tenant.name}`, address: settings.from },
        to: mail.recipient,
        replyTo: mail.replyTo ?? tenant.contact.mail,
        subject: mail.subject,
        text: mail.text,
        html: htmlOf(mail.text, mail.subject),
        messageId: `<${mail.id}@${settings.from.split('@').at(-1)}>`, // the same on a second try, so that mailboxes can tell
        date: mail.createdAt,
        headers: { 'Auto-Submitted': 'auto-generated', ...(mail.unsubscribe !== null && { 'List-Unsubscribe': `<${mail.unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }) },
      })
    } catch (error) {
      throw new Error(withoutAddresses(error instanceof Error ? error.message : String(error)), { cause: undefined })
    } finally {
      transport.close()
    }
    await write((db) => markSent(db, mail.id))
  },
})

/** Mail servers like to repeat the address in their complaint; the job's error is read by staff and stands in logs. */
export const withoutAddresses = (text: string): string => text.replace(/[^\s<>"'(]+@[^\s<>"',;)]+/g, '[address]')

/** Every night: mail older than 30 days. */
export const sweepMail = defineJob({
  name: 'platform.sweep-mail',
  payload: Type.Object({}),
  schedule: '40 2 * * *',
  oneAtATime: true,
  run: async ({ now, write, progress }) => {
    const removed = await write((db) => deleteOldMail(db, new Date(now.getTime() - 30 * 24 * 3_600_000)))
    progress(1, undefined, { removed })
  },
})
