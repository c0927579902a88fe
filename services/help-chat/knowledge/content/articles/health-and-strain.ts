import { plainDate } from '@modellregion/standards'
import type { Article } from '../../schema.ts'

export const healthAndStrain: Article = {
  id: 'health-and-strain',
  group: 'happened',
  checkedOn: plainDate('2026-11-29'),
  sources: [{ title: 'ArbSchG §§ 4, 5, 11, 17' }, { title: 'ASiG § 8 Absatz 1' }, { title: 'SGB IX § 167 Absatz 2' }],
  keywords: ['Gesundheit', 'Belastung', 'Stress', 'Burnout', 'Überlastung', 'Depression', 'Schlaf', 'Sucht', 'Alkohol', 'Angst', 'Suizid', 'overload', 'addiction', 'anxiety', 'suicide', 'krank', 'überfordert', 'erschöpft', 'traurig', 'Panik', 'exhausted', 'depressed', 'müde', 'ausgebrannt'],
  numbers: ['telefonseelsorge', 'emergency'],
  texts: {
    de: {
      title: 'Gesundheit und Belastung',
      lead: 'Wenn die Arbeit nicht mehr zu schaffen ist, der Schlaf fehlt oder die Gedanken nicht aufhören.',
      body: `## Wenn es gerade nicht mehr geht
Die TelefonSeelsorge hört Tag und Nacht zu: **0800 111 0 111**. Wer daran denkt, sich das Leben zu nehmen, ruft **112** an oder geht in die nächste psychiatrische Klinik. Dort ist immer jemand da.

## Anzeichen ernst nehmen
Schlecht schlafen, dauernd gereizt sein, sich nicht freuen können, öfter krank sein, mehr trinken. Das ist kein Versagen. Es ist ein Zeichen, dass etwas zu viel ist.

## Was helfen kann
**Ärztliche Praxis.** Hier gibt es Behandlung und, wenn nötig, eine Krankschreibung. Den Grund erfährt der Arbeitgeber nicht.

**Betriebsärztlicher Dienst.** Er berät zu allem, was mit der Arbeit zu tun hat, und steht unter Schweigepflicht.

**Sucht- und Sozialberatung.** Viele Städte haben eine eigene, vertraulich und auch für Angehörige und das Kollegium.

**Überlastung anzeigen.** Wer seine Arbeit nicht mehr sicher schafft, sagt das der Leitung am besten schriftlich. Das schützt vor Vorwürfen, wenn etwas liegen bleibt.

## Was der Arbeitgeber tun muss
Er muss prüfen, was an der Arbeit krank macht, auch seelisch, und es ändern. Wer in einem Jahr länger als sechs Wochen krank war, bekommt ein Angebot für das Betriebliche Eingliederungsmanagement. Es ist freiwillig.

Eine [Vertrauensperson](/help-chat/knowledge/confidants) hilft, den nächsten Schritt zu finden.`,
    },
    en: {
      title: 'Health and strain',
      lead: 'When the work is too much, sleep is missing or thoughts do not stop.',
      body: `## If it is too much right now
The TelefonSeelsorge listens day and night: **0800 111 0 111** (mostly in German). Whoever thinks of ending their life calls **112** or goes to the nearest psychiatric clinic. Somebody is always there.

## Take signs seriously
Sleeping badly, being on edge, feeling no joy, being ill more often, drinking more. That is no failure. It is a sign that something is too much.

## What can help
**A doctor’s practice.** They treat you and give you time off. The employer does not learn the reason.

**The occupational physician.** They advise on everything to do with work and are bound to secrecy.

**Addiction and social counselling.** Many towns have their own. It is confidential, also for relatives and colleagues.

**Say that it is too much.** Whoever can no longer do their work safely tells their superior, best in writing. It protects you from blame if something is left undone.

## What the employer must do
The employer has to find out which parts of the work make people ill, mentally as well, and change them. Whoever was ill for more than six weeks within a year is offered help with coming back to work. It is voluntary.

A [confidant](/help-chat/knowledge/confidants) helps you find the next step.`,
    },
    'de-x-leicht': {
      title: 'Gesundheit und Stress',
      lead: 'Die Arbeit ist zu viel. Oder Sie können **nicht** mehr schlafen.',
      body: `## Geht es Ihnen sehr schlecht?
Rufen Sie an: **0800 111 0 111**.
Dort hört Ihnen jemand zu. Tag und Nacht.
Wollen Sie **nicht** mehr leben? Rufen Sie an: **112**.

## Diese Zeichen sind wichtig
- Sie schlafen schlecht.
- Sie sind oft krank.
- Sie freuen sich **nicht** mehr.
- Sie trinken mehr Alkohol.

Sie sind **nicht** schwach.
Holen Sie sich Hilfe.

## Wer hilft?
Ihr Arzt oder Ihre Ärztin.
Der Arzt oder die Ärztin von der Stadt.
Sie dürfen **nichts** weitersagen.
Eine [Vertrauens·person](/help-chat/knowledge/confidants) hilft Ihnen auch.`,
    },
  },
}
