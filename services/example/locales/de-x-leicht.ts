import type { EasyTranslation } from '@modellregion/kernel/words'
import type { de } from './de.ts'

/** Drafts until two readers from the target group have checked them. What is missing falls back to German. */
export const leicht: EasyTranslation<typeof de> = {
  'service.title': 'Schwarzes Brett',
  'service.summary': 'Hier hängen Zettel von Menschen aus dem Ort.\nSie können auch einen Zettel schreiben.',
  'notice.kind': 'Zettel',

  'board.title': 'Zettel am Brett',
  'board.lead': 'Menschen suchen etwas.\nOder sie geben etwas ab.\nOder sie wollen etwas zusammen machen.',
  'board.count.one': '1 Zettel',
  'board.count.other': (p, f) => `${f.number(p.count)} Zettel`,
  'board.write': 'Einen Zettel schreiben',
  'board.empty': 'Es gibt noch **keinen** Zettel',
  'board.empty-next': 'Sie können den ersten Zettel schreiben.',

  'notice.hangs': 'So lange hängt der Zettel',
  'notice.contact': 'Hierhin können Sie schreiben',
  'notice.contact-hidden': 'Sie wollen antworten?\nDann melden Sie sich bitte an.',
  'notice.contact-sign-in': 'Anmelden',
  'notice.withdraw': 'Den Zettel abnehmen',
  'notice.posted': 'Ihr Zettel hängt jetzt am Brett.',
  'notice.state.open': 'Der Zettel hängt',
  'notice.state.withdrawn': 'Der Zettel ist weg',

  'write.title': 'Einen Zettel schreiben',
  'write.crumb': 'Neuer Zettel',
  'write.field.title': 'Überschrift',
  'write.hint.title': 'Zum Beispiel: Ich verleihe eine Leiter',
  'write.field.text': 'Text',
  'write.hint.text': (p, f) => `Der Text hat Platz für ${f.number(p.limit)} Zeichen.\nAlle Menschen können den Text lesen.\nSchreiben Sie bitte **keine** Telefonnummer.`,
  'write.field.contactMail': 'Ihre E-Mail-Adresse',
  'write.hint.contactMail': 'Menschen können Ihnen dann antworten.',
  'write.field.endsOn': 'Der letzte Tag',
  'write.hint.endsOn': (p, f) => `Dann kommt der Zettel weg.\nDer Zettel hängt höchstens bis ${f.date(p.last)}.`,
  'write.send': 'Zettel aufhängen',
  'write.privacy': 'Nach dem letzten Tag kommt der Zettel weg.\n30 Tage später löschen wir alles.',

  'withdraw.title': 'Soll der Zettel weg?',
  'withdraw.text': (p, f) => `Das ist Ihr Zettel: ${f.quote(p.title)}\nEr kommt vom Brett weg.\nEr kommt **nicht** wieder.`,
  'withdraw.yes': 'Ja, der Zettel soll weg',
  'withdraw.no': 'Nein, der Zettel bleibt',

  'today.new.one': '1 neuer Zettel',
  'today.new.other': (p, f) => `${f.number(p.count)} neue Zettel`,
  'today.detail': 'aus den letzten 7 Tagen',

  'example.notice.ends-too-early': 'Der letzte Tag ist schon vorbei.\nBitte nehmen Sie einen anderen Tag.',
  'example.notice.ends-too-late': (p, f) => `Das ist zu spät.\nDer letzte Tag ist der ${f.date(p.last)}.`,
  'example.notice.too-many': (p, f) => `Sie haben schon ${f.number(p.most)} Zettel am Brett.\nNehmen Sie bitte zuerst einen Zettel ab.`,
  'example.notice.closed': 'Dieser Zettel hängt **nicht** mehr am Brett.',
}
