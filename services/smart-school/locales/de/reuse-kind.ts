import type { Dictionary } from '@modellregion/kernel/words'

type Named = { name: string }

/** What stands against taking something over from the catalogue. */
export const reuseKind = {
  'reuse-kind.summary.codec': (p: { maker: string; model: string }) => `Liest die Nachrichten von ${p.maker} ${p.model} und macht daraus Messwerte.`,
  'reuse-kind.file.missing': (p: Named) => `Die Datei ${p.name} fehlt.`,
  'reuse-kind.file.unknown': (p: Named) => `Die Datei ${p.name} gehört nicht dazu.`,
  'reuse-kind.file.no-text': (p: Named) => `Die Datei ${p.name} ist kein Text.`,
  'reuse-kind.file.long': (p: Named) => `Die Datei ${p.name} ist zu lang.`,
  'reuse-kind.file.json': (p: Named & { detail: string }) => `Die Datei ${p.name} ist kein gültiges JSON: ${p.detail}`,
  'reuse-kind.file.form': (p: Named) => `Die Datei ${p.name} ist anders geschrieben als üblich. Nach dem Übernehmen steht dasselbe in anderer Reihenfolge darin.`,
  'reuse-kind.licence': (p: { item: string; file: string }) => `Als Lizenz ist ${p.item} angegeben, in der Datei steht ${p.file}. Nach dem Übernehmen gilt die Datei.`,
  'reuse-kind.licence-unknown': (p: { item: string }) => `Die Lizenz ${p.item} lässt sich nicht lesen.`,
  'reuse-kind.codec.ref': 'Der Name des Codecs besteht aus Hersteller und Modell in kleinen Buchstaben, mit Bindestrich.',
  'reuse-kind.codec.about': 'Name, Hersteller und Modell fehlen oder sind zu lang.',
  'reuse-kind.codec.mapping': (p: Named) => `Die Zuordnung von ${p.name} nennt eine unbekannte Messgröße oder keinen Faktor.`,
  'reuse-kind.codec.examples': (p: { at: number }, f) => `Beispiel ${f.number(p.at)} lässt sich nicht lesen.`,
  'reuse-kind.codec.no-examples': 'Ohne Beispiele lässt sich der Codec nach dem Übernehmen nicht in Gebrauch nehmen.',
  'reuse-kind.codec.failed': (p: Named & { said: string }, f) => `Das Beispiel ${f.quote(p.name)} geht nicht auf. ${p.said}`,
} satisfies Dictionary
