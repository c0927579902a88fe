import type { Dictionary } from '@modellregion/kernel/words'
import type { PlainDate } from '@modellregion/standards'

/** The words of the notice board. German is the measure: what stands here must stand in English, too. */
export const de = {
  'service.title': 'Schwarzes Brett',
  'service.summary': 'Aushänge aus der Nachbarschaft lesen und selbst etwas aushängen.',
  'notice.kind': 'Aushang',

  'board.title': 'Aushänge',
  'board.lead': 'Was Menschen aus der Nachbarschaft suchen, abgeben und gemeinsam vorhaben.',
  'board.count.one': '1 Aushang',
  'board.count.other': (p: { count: number }, f) => `${f.number(p.count)} Aushänge`,
  'board.write': 'Etwas aushängen',
  'board.empty': 'Am Brett hängt gerade nichts',
  'board.empty-next': 'Der erste Aushang ist in zwei Minuten geschrieben.',
  'board.pages': 'Seiten der Aushänge',
  'board.page': 'Seite',
  'board.next': 'Weiter',
  'board.previous': 'Zurück',

  'notice.since': (p: { day: Date }, f) => `seit ${f.date(p.day)}`,
  'notice.until': (p: { day: PlainDate }, f) => `bis ${f.date(p.day)}`,
  'notice.hangs': 'Hängt am Brett',
  'notice.contact': 'Antworten an',
  'notice.contact-hidden': 'Die Adresse für Antworten sehen nur angemeldete Personen.',
  'notice.contact-sign-in': 'Anmelden und Adresse sehen',
  'notice.withdraw': 'Aushang abnehmen',
  'notice.hide': 'Aushang ausblenden',
  'notice.posted': 'Der Aushang hängt am Brett.',
  'notice.state.open': 'Hängt am Brett',
  'notice.state.ended': 'Abgelaufen',
  'notice.state.withdrawn': 'Abgenommen',
  'notice.state.hidden': 'Von der Redaktion ausgeblendet',
  'notice.hidden-why': (p: { reason: string }, f) => `Grund: ${f.quote(p.reason)}`,

  'write.title': 'Etwas aushängen',
  'write.crumb': 'Neuer Aushang',
  'write.field.title': 'Überschrift',
  'write.hint.title': 'Worum es geht, zum Beispiel: Leiter zu verleihen',
  'write.field.text': 'Text',
  'write.hint.text': (p: { limit: number }, f) => `Höchstens ${f.number(p.limit)} Zeichen. Alle können den Text lesen, bitte keine Telefonnummer hineinschreiben.`,
  'write.field.contactMail': 'E-Mail-Adresse für Antworten',
  'write.hint.contactMail': 'Nur angemeldete Personen sehen sie. Ohne Adresse kann niemand antworten.',
  'write.field.endsOn': 'Hängt bis',
  'write.hint.endsOn': (p: { last: PlainDate }, f) => `Spätestens bis ${f.date(p.last)}.`,
  'write.left': 'Noch {n} Zeichen',
  'write.over': '{n} Zeichen zu viel',
  'write.send': 'Aushängen',
  'write.privacy': 'Der Aushang verschwindet nach dem letzten Tag und wird 30 Tage später gelöscht.',

  'withdraw.title': 'Aushang abnehmen?',
  'withdraw.text': (p: { title: string }, f) => `${f.quote(p.title)} verschwindet vom Brett und aus der Suche. Das lässt sich nicht zurücknehmen.`,
  'withdraw.yes': 'Abnehmen',
  'withdraw.no': 'Hängen lassen',

  'hide.title': 'Aushang ausblenden',
  'hide.lead': (p: { title: string }, f) => `${f.quote(p.title)} verschwindet vom Brett. Wer den Aushang geschrieben hat, liest den Grund.`,
  'hide.field.reason': 'Grund',
  'hide.hint.reason': 'Ein Satz, der die verletzte Regel nennt.',
  'hide.send': 'Ausblenden',

  'today.new.one': '1 neuer Aushang',
  'today.new.other': (p: { count: number }, f) => `${f.number(p.count)} neue Aushänge`,
  'today.detail': 'in den letzten sieben Tagen am Schwarzen Brett',

  'personal.purpose': 'Aushänge am Schwarzen Brett zeigen',
  'personal.data': 'Wer den Aushang geschrieben hat, sein Text und die freiwillige Adresse für Antworten',
  'personal.recipients': 'Alle lesen den Text, angemeldete Personen auch die Adresse für Antworten',

  'example.notice.ends-too-early': 'Hängt bis: Der Tag ist schon vorbei.',
  'example.notice.ends-too-late': (p: { last: PlainDate }, f) => `Hängt bis: Das ist zu spät. Der letzte mögliche Tag ist der ${f.date(p.last)}.`,
  'example.notice.too-many': (p: { most: number }, f) => ({
    sie: `Es hängen schon ${f.number(p.most)} Aushänge von Ihnen am Brett. Nehmen Sie zuerst einen ab.`,
    du: `Es hängen schon ${f.number(p.most)} Aushänge von dir am Brett. Nimm zuerst einen ab.`,
  }),
  'example.notice.closed': 'Dieser Aushang hängt nicht mehr am Brett.',
} satisfies Dictionary
