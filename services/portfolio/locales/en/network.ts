import { event } from './network-event.ts'
import { mail } from './network-mail.ts'
import { question } from './network-question.ts'

export const network = { ...event, ...mail, ...question }
