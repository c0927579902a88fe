import type { Translation } from '@modellregion/kernel/words'
import type { mail as de } from '../de/network-mail.ts'

export const mail: Translation<typeof de> = {
  'network.mail.confirm-subject': (p) => `Confirm your registration: ${p.title}`,
  'network.mail.confirm': (p, f) => `Hello,\n\nsomebody has registered this address for ${f.quote(p.title)}. With this link the registration counts:\n\n${p.link}\n\nIf it was a mistake, there is nothing to do. What was typed is deleted after a week.`,
  'network.mail.already-subject': (p) => `Registered already: ${p.title}`,
  'network.mail.already': (p, f) => `Hello,\n\nthis address is registered for ${f.quote(p.title)} already. There is nothing to do.`,
  'network.mail.seat-subject': (p) => `Registered: ${p.title}`,
  'network.mail.seat': (p, f) => `Hello,\n\nthe seat at ${f.quote(p.title)} is yours.`,
  'network.mail.waiting-subject': (p) => `On the waiting list: ${p.title}`,
  'network.mail.waiting': (p, f) => `Hello,\n\n${f.quote(p.title)} is full. This registration is on the waiting list. You get an email when a seat is free.`,
  'network.mail.moved-up-subject': (p) => `A seat is free: ${p.title}`,
  'network.mail.moved-up': (p, f) => `Hello,\n\na seat at ${f.quote(p.title)} has become free. It belongs to this registration now.`,
  'network.mail.changed-subject': (p) => `Changed: ${p.title}`,
  'network.mail.changed': (p, f) => `Hello,\n\nsomething about ${f.quote(p.title)} has changed. This is how it is now:`,
  'network.mail.cancelled-subject': (p) => `Cancelled: ${p.title}`,
  'network.mail.cancelled': (p, f) => `Hello,\n\n${f.quote(p.title)} does not take place.\n\nReason: ${p.note}`,
  'network.mail.reminder-subject': (p) => `Tomorrow: ${p.title}`,
  'network.mail.reminder': (p, f) => `Hello,\n\n${f.quote(p.title)} is tomorrow.`,
  'network.mail.facts': (p) => `When: ${p.when}\nWhere: ${p.where}`,
  'network.mail.withdraw': (p) => `You cannot come? This link makes the seat free:\n\n${p.link}`,
  'network.mail.end': (p) => `Everything about the event: ${p.page}\n\nProject office of ${p.town}`,
}
