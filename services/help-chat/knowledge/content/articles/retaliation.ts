import { plainDate } from '@modellregion/standards'
import type { Article } from '../../schema.ts'

export const retaliation: Article = {
  id: 'retaliation',
  group: 'report',
  checkedOn: plainDate('2026-11-29'),
  sources: [{ title: 'HinSchG §§ 33 bis 37, 40' }, { title: 'AGG § 16' }],
  keywords: ['Repressalien', 'Rache', 'Kündigung', 'Nachteile', 'Schutz', 'Strafe', 'retaliation', 'dismissal', 'Angst vor Folgen', 'gekündigt', 'versetzt', 'abgemahnt', 'fired', 'sacked', 'dismissed', 'punished', 'Abmahnung'],
  numbers: ['telefonseelsorge'],
  texts: {
    de: {
      title: 'Schutz vor Nachteilen',
      lead: 'Wer ehrlich meldet oder sich beschwert, darf dafür nicht bestraft werden. Auch Drohungen und Versuche sind verboten.',
      body: `## Was verboten ist
Kündigung, Abmahnung, Versetzung, schlechte Beurteilung, verweigerte Beförderung, Ausgrenzung, Mobbing: alles, was eine Antwort auf den Hinweis ist.

## Wer geschützt ist
- Wer gemeldet hat und Grund hatte, es für wahr zu halten.
- Wer dabei vertraulich geholfen hat.
- Angehörige und Menschen aus dem Kollegium, die deshalb Nachteile haben.

## Wer beweisen muss
Wer nach einem Hinweis einen Nachteil erleidet und das geltend macht, hat einen Vorteil: Es wird vermutet, dass der Nachteil eine Rache ist. Der Arbeitgeber muss das Gegenteil beweisen.

## Was {Sie|du} tun {können|kannst}
**Aufheben**, wann gemeldet wurde und was danach geschah. **Schnell Rat holen:** Gegen eine Kündigung muss die Klage innerhalb von drei Wochen beim Arbeitsgericht sein. **Schadensersatz** ist möglich. Wer Rache übt, riskiert ein Bußgeld bis 50.000 €.`,
    },
    en: {
      title: 'Protection from retaliation',
      lead: 'Whoever reports or complains honestly may not be punished for it. Threats and attempts are forbidden as well.',
      body: `## What is forbidden
Dismissal, warnings, transfers, bad appraisals, refused promotion, exclusion, bullying: everything that is an answer to the report.

## Who is protected
- Whoever reported and had reason to believe it to be true.
- Whoever helped in confidence.
- Relatives and colleagues who suffer because of it.

## Who has to prove it
Whoever suffers a disadvantage after a report and says so has the law on their side: it is presumed to be retaliation. The employer must prove the opposite.

## What you can do
**Keep** when the report was made and what happened afterwards. **Get advice quickly:** against a dismissal, the claim has to be at the labour court within three weeks. **Damages** are possible. Whoever retaliates risks a fine of up to €50,000.`,
    },
    'de-x-leicht': {
      title: 'Niemand darf Sie bestrafen',
      lead: 'Sie haben ehrlich etwas gemeldet. Dann darf Sie niemand dafür bestrafen.',
      body: `## Das ist verboten
- Ihr Chef oder Ihre Chefin kündigt Ihnen.
- Sie müssen an einen anderen Platz.
- Alle sind gemein zu Ihnen.
- Jemand droht Ihnen.

Das Gesetz schützt auch Menschen, die Ihnen helfen.

## Das können Sie tun
Schreiben Sie auf: Wann haben Sie gemeldet? Was war danach?
Holen Sie sich schnell Rat.
Haben Sie eine Kündigung bekommen?
Dann müssen Sie in 3 Wochen zum Arbeits·gericht.`,
    },
  },
}
