import { demoAccountId, type Platform, type Tenant, type UnitOfWork } from '@modellregion/kernel'
import { localDate } from '@modellregion/standards'
import { makePlan } from '../lesson-plan/desk.ts'
import { sourceOf } from '../lesson-plan/rules/write.ts'

const id = 'lueftungsdienst-mit-regel-0000e5d1'

const body = `## Worum es geht

Eine Klasse hat mit „Wann müssen wir lüften?“ eine Regel gefunden. Jetzt prüft sie eine Woche lang, ob die Regel wirkt: Zwei Kinder je Tag haben Lüftungsdienst, die anderen achten nicht darauf.

## Ziele

- Die Kinder sagen voraus, was eine Regel ändert, und prüfen es an Werten.
- Sie unterscheiden „gewirkt“ von „zufällig besser“.
- Sie verbessern die Regel mit eigenen Werten.

## Vorbereitung

- Den Versuch starten: CO₂, der eigene Raum und ein Raum ohne Lüftungsdienst, Unterrichtsstunden, Zeit über 1.000 ppm, blind.
- Plan mit zwei Namen je Tag an die Tür hängen. Er bleibt im Raum und kommt nicht in die Anwendung.

## Verlauf

| Zeit | Was geschieht | Hinweise |
|---|---|---|
| 10 min | Regel vorlesen. Was wird sich ändern, und woran ist es zu sehen? | Vermutung der Gruppen eintragen |
| 5 min je Tag | Lüftungsdienst | nichts erinnern: Die Regel wird geprüft, nicht die Kinder |
| 20 min | Werte nach einer Woche ansehen, dann auflösen | erst die Vermutungen vorlesen |
| 10 min | Regel ändern: früher, länger, anders? | neue Regel ans Fenster |

## Differenzierung

- Mit Hilfen: nur den höchsten Wert jedes Tages vergleichen.
- Zum Weiterdenken: Wie viele Tage braucht es, bis Zufall unwahrscheinlich ist?

## Hintergrund für Lehrkräfte

Zwei Räume unterscheiden sich fast immer. Ob der Dienst wirkt, zeigt sich deutlicher, wenn die Klassen nach einer Woche tauschen.

## Quellen

- Umweltbundesamt: Anforderungen an Lüftungskonzeptionen in Gebäuden, Teil I: Bildungseinrichtungen (2017)
`

/** One plan that a school made from a shipped one, so that lists, copies and the catalogue have something of the town's own. */
export async function seedLessonPlan(platform: Platform, tenant: Tenant, now: Date): Promise<void> {
  const source = sourceOf(
    {
      title: 'Lüftungsdienst: Wirkt unsere Regel?',
      summary: 'Eine Woche lang lüften zwei Kinder nach der Regel der Klasse. Danach prüfen alle an den Werten, ob sie wirkt.',
      gradeFrom: 3,
      gradeTo: 4,
      subjects: 'Sachunterricht',
      minutes: 45,
      mkr: ['1.2', '2.2', '5.1'],
      licence: 'CC BY 4.0',
      publisher: 'GGS Roetgen (erfunden)',
      source: '„Wann müssen wir lüften?“, Modellregion, CC BY 4.0',
      quantity: 'co2',
      question: 'Ist die Luft mit Lüftungsdienst kürzer schlecht als ohne?',
      comparison: 'above',
      band: 1_000,
      times: 'lessons',
      blind: true,
      body,
    },
    localDate(now),
  )
  await platform.database.unit({ tenant: tenant.id, service: 'smart-school', access: 'write', now, actor: demoAccountId(tenant.id, 'lena') }, (db: UnitOfWork) =>
    makePlan(db, { id, source, note: '' }, { basedOn: 'wann-muessen-wir-lueften', open: true, installed: false }),
  )
}
