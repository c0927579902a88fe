import type { EasyTranslation } from '@modellregion/kernel/words'
import type { energy as de } from '../de/energy.ts'

export const energy: EasyTranslation<typeof de> = {
  'energy.lead': 'Hier sehen Sie:\nSo viel Wärme, Strom und Wasser braucht die Schule.\nManche Teile im Bild haben Streifen.\nDiese Teile sind geschätzt.',
  'energy.no-meter-next': 'Später sehen Sie hier den Verbrauch.',
  'energy.nothing-measured': 'Für diese Zeit gibt es keine Zahlen.',
  'energy.chart.clocks': 'Im März und im Oktober stellen wir die Uhr um.\nDann hat ein Tag 23 oder 25 Stunden.',
  'energy.account.lead': (p, f) => `Die Schule spart Energie.\nDann spart die Stadt Geld.\nDie Schule bekommt ${f.number(p.percent)} Prozent von diesem Geld.`,
  'energy.account.lines-lead': 'Sie können jede Zahl aufklappen.\nDann sehen Sie:\nSo haben wir gerechnet.',
  'energy.activity.lead': (p, f) => `Für jede Aktion gibt es Punkte.\nEin Punkt ist ${f.money(p.cents)} wert.\nIm Jahr gibt es höchstens ${f.money(p.most)}.`,
}
