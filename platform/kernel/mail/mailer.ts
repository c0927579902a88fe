import type { UnitOfWork } from '../database/index.ts'

export type Mail = {
  to: string
  subject: string
  /** Plain text; empty lines part paragraphs, addresses become links. The HTML part is made from it. */
  text: string
  replyTo?: string
  /** Address of a page whose POST ends such mail at once, without signing in: mail programs show a button for it (RFC 8058). */
  unsubscribe?: string
}

/** Mail leaves the house in two steps: written in the unit of work, sent by a job after the commit. */
export type Mailer = {
  /** Orders the mail; it is sent when the unit commits and never when it rolls back. Returns its id. */
  send(db: UnitOfWork, mail: Mail): Promise<string>
  /** How mail leaves: by SMTP, onto the demonstration's page, or not at all. */
  readonly way: 'smtp' | 'demo' | 'none'
}
