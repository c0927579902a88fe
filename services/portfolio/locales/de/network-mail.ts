import type { Dictionary } from '@modellregion/kernel/words'

type Facts = { title: string; when: string; where: string; page: string; town: string }

export const mail = {
  'network.mail.confirm-subject': (p: { title: string }) => `Anmeldung bestätigen: ${p.title}`,
  'network.mail.confirm': (p: Facts & { link: string; note: string }, f) => `Guten Tag,\n\njemand hat diese Adresse zu ${f.quote(p.title)} angemeldet. Mit diesem Link gilt die Anmeldung:\n\n${p.link}\n\nWar es ein Irrtum, ist nichts zu tun. Die Angaben werden nach einer Woche gelöscht.`,
  'network.mail.already-subject': (p: { title: string }) => `Schon angemeldet: ${p.title}`,
  'network.mail.already': (p: Facts & { link: string; note: string }, f) => `Guten Tag,\n\ndiese Adresse ist zu ${f.quote(p.title)} schon angemeldet. Es ist nichts zu tun.`,
  'network.mail.seat-subject': (p: { title: string }) => `Angemeldet: ${p.title}`,
  'network.mail.seat': (p: Facts & { link: string; note: string }, f) => `Guten Tag,\n\nder Platz bei ${f.quote(p.title)} ist sicher.`,
  'network.mail.waiting-subject': (p: { title: string }) => `Auf der Warteliste: ${p.title}`,
  'network.mail.waiting': (p: Facts & { link: string; note: string }, f) => `Guten Tag,\n\n${f.quote(p.title)} ist ausgebucht. Diese Anmeldung steht auf der Warteliste. Wird ein Platz frei, kommt eine E-Mail.`,
  'network.mail.moved-up-subject': (p: { title: string }) => `Ein Platz ist frei: ${p.title}`,
  'network.mail.moved-up': (p: Facts & { link: string; note: string }, f) => `Guten Tag,\n\nbei ${f.quote(p.title)} ist ein Platz frei geworden. Er gehört jetzt zu dieser Anmeldung.`,
  'network.mail.changed-subject': (p: { title: string }) => `Geändert: ${p.title}`,
  'network.mail.changed': (p: Facts & { link: string; note: string }, f) => `Guten Tag,\n\nbei ${f.quote(p.title)} hat sich etwas geändert. So ist es jetzt:`,
  'network.mail.cancelled-subject': (p: { title: string }) => `Abgesagt: ${p.title}`,
  'network.mail.cancelled': (p: Facts & { link: string; note: string }, f) => `Guten Tag,\n\n${f.quote(p.title)} fällt aus.\n\nGrund: ${p.note}`,
  'network.mail.reminder-subject': (p: { title: string }) => `Morgen: ${p.title}`,
  'network.mail.reminder': (p: Facts & { link: string; note: string }, f) => `Guten Tag,\n\nmorgen ist ${f.quote(p.title)}.`,
  'network.mail.facts': (p: Facts) => `Wann: ${p.when}\nWo: ${p.where}`,
  'network.mail.withdraw': (p: { link: string }) => `Der Termin passt nicht mehr? Mit diesem Link wird der Platz frei:\n\n${p.link}`,
  'network.mail.end': (p: Facts) => `Alles zum Termin: ${p.page}\n\nProjektbüro ${p.town}`,
} satisfies Dictionary
