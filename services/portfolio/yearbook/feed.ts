import type { DatasetFeeds, FeedField } from '@modellregion/contracts'
import type { Platform, UnitOfWork } from '@modellregion/kernel'
import { localDate } from '@modellregion/standards'
import { listRegister } from '../adoption/queries.ts'
import { listProjects } from '../programme/queries.ts'
import { listFreshEntries, listAnnouncedEvents } from './queries.ts'

type Town = { readonly id: string }
const read = <T>(platform: Platform, town: Town, now: Date, work: (db: UnitOfWork) => Promise<T>): Promise<T> => platform.database.unit({ tenant: town.id, service: 'portfolio', access: 'read', now }, work)
/** Cents as euros with two places, as a number. */
const euro = (cents: number | null): number | null => (cents === null ? null : cents / 100)
const text = (id: string, de: string, en: string): FeedField => ({ id, type: 'text', label: { de, en } })
const day = (id: string, de: string, en: string): FeedField => ({ id, type: 'date', label: { de, en } })
const money = (id: string, de: string, en: string): FeedField => ({ id, type: 'numeric', unit: '€', label: { de, en } })
const mostEvents = 5_000
const lot = 500

/** Open data of the project office. Only what its pages show to everybody; adoptions by consent of the town they belong to; nothing about people. */
export const portfolioFeeds: DatasetFeeds<Platform> = [
  {
    id: 'projekte',
    title: { de: 'Projekte des Projektbüros', en: 'Projects of the project office' },
    description: {
      de: 'Öffentliche Projekte mit Stufe, Partnern, Laufzeit und Zuwendung. Das ursprüngliche Ende zeigt, welche Projekte verlängert wurden. Beträge in Euro.',
      en: 'Public projects with stage, partners, period and grant. The original end shows which ones were extended. Amounts in euros.',
    },
    keywords: { de: ['Projekt', 'Förderung', 'Zuwendung', 'Digitalisierung'], en: ['project', 'funding', 'grant', 'digitalisation'] },
    theme: 'GOVE',
    licence: 'dl-zero-de',
    refresh: 'daily',
    files: [
      {
        id: 'projekte',
        title: { de: 'Projekte', en: 'Projects' },
        fields: [
          { id: 'nummer', type: 'int', label: { de: 'Nummer', en: 'Number' }, notes: { de: 'Nummer in der Tabelle des Abschlussberichts; leer bei anderen Projekten.', en: 'Number in the table of the final report; empty for other projects.' } },
          text('kennung', 'Kennung', 'Identifier'),
          text('name', 'Name', 'Name'),
          { id: 'stufe', type: 'text', label: { de: 'Stufe', en: 'Stage' }, notes: { de: 'idea: Idee; application: Antrag; notice: Bescheid; delivery: Umsetzung; proof-of-use: Nachweis; transfer: Übertragung; refused: abgelehnt; withdrawn: zurückgezogen', en: 'idea, application, notice, delivery, proof-of-use, transfer, refused or withdrawn' } },
          { id: 'herkunft', type: 'text', label: { de: 'Herkunft', en: 'Origin' }, notes: { de: 'report: aus dem Abschlussbericht; own: von der Stadt; import: aus einer Datei; invented: erfundenes Beispiel', en: 'report: final report; own: by the town; import: from a file; invented: an invented example' } },
          { id: 'partner', type: 'text', label: { de: 'Partner', en: 'Partners' }, notes: { de: 'Mit Semikolon getrennt.', en: 'Separated by semicolons.' } },
          day('beginn', 'Beginn', 'Start'),
          day('ende', 'Ende', 'End'),
          day('ende_urspruenglich', 'Ursprüngliches Ende', 'Original end'),
          money('zuwendung', 'Zuwendung', 'Grant'),
          { ...money('gesamt', 'Gesamtbetrag mit Partnern', 'Total with partners'), notes: { de: 'Nur bei gemeinsamen Projekten bekannt.', en: 'Known for joint projects only.' } },
        ],
        rows: async function* (platform, town, now) {
          for (const p of await read(platform, town, now, listProjects))
            if (p.isPublic) yield [p.number, p.slug, p.name, p.stage, p.origin, p.partners.map(({ name }) => name).join('; '), p.startsOn, p.endsOn, p.originalEndsOn, euro(p.grantCents), euro(p.totalCents)]
        },
      },
    ],
  },
  {
    id: 'katalog-zur-nachnutzung',
    title: { de: 'Katalog zur Nachnutzung', en: 'Catalogue for reuse' },
    description: { de: 'Was die Stadt anderen zum Nachnutzen anbietet, mit Klasse und Versionen. Dateien und Lizenzen stehen auf der Seite des Eintrags.', en: 'What the town offers others for reuse, with class and versions. Files and licences stand on the page of the entry.' },
    keywords: { de: ['Nachnutzung', 'Open Source', 'Konzept', 'Vorlage'], en: ['reuse', 'open source', 'concept', 'template'] },
    theme: 'GOVE',
    licence: 'cc-zero',
    refresh: 'daily',
    files: [
      {
        id: 'eintraege',
        title: { de: 'Einträge', en: 'Entries' },
        fields: [
          text('kennung', 'Kennung', 'Identifier'),
          text('titel', 'Titel', 'Title'),
          { id: 'klasse', type: 'text', label: { de: 'Klasse', en: 'Class' }, notes: { de: 'concept: Konzept; templates-and-procedures: Vorlagen & Verfahren; building-block: Bausteine; licence-free-solution: lizenzfreie Lösungen', en: 'concept, templates-and-procedures, building-block or licence-free-solution' } },
          { id: 'versionen', type: 'int', label: { de: 'Anzahl der Versionen', en: 'Number of versions' } },
          text('version', 'Neueste Version', 'Newest version'),
        ],
        rows: async function* (platform, town, now) {
          for (let from = 0; ; from += lot) {
            const entries = await read(platform, town, now, (db) => listFreshEntries(db, new Date(0), now, { from, size: lot }))
            for (const entry of entries) yield [entry.id, entry.title.de ?? entry.title.en ?? '', entry.class, entry.versions.length, entry.versions.at(-1) ?? null]
            if (entries.length < lot) return
          }
        },
      },
    ],
  },
  {
    id: 'uebernahmen',
    title: { de: 'Übernahmen aus dem Katalog', en: 'Adoptions from the catalogue' },
    description: { de: 'Welche Stadt was seit wann nutzt. Nur Städte, die der Nennung zugestimmt haben; wer sie zurückzieht, fehlt in der nächsten Fassung.', en: 'Which town uses what since when. Only towns that agreed to be named; who withdraws is missing from the next version.' },
    keywords: { de: ['Nachnutzung', 'Übernahme', 'Stadt'], en: ['reuse', 'adoption', 'town'] },
    theme: 'GOVE',
    licence: 'cc-zero',
    refresh: 'daily',
    files: [
      {
        id: 'uebernahmen',
        title: { de: 'Übernahmen', en: 'Adoptions' },
        fields: [
          text('stadt', 'Stadt', 'Town'),
          text('eintrag', 'Eintrag', 'Entry'),
          text('titel', 'Titel', 'Title'),
          text('version', 'Version', 'Version'),
          { id: 'stand', type: 'text', label: { de: 'Stand', en: 'State' }, notes: { de: 'planned: geplant; running: in Betrieb', en: 'planned or running' } },
          day('seit', 'seit', 'since'),
          { id: 'aufwand', type: 'int', unit: 'Tage', label: { de: 'Aufwand in Arbeitstagen', en: 'Effort in working days' } },
          money('einmalig', 'Kosten einmalig', 'Cost once'),
          money('jaehrlich', 'Kosten je Jahr', 'Cost a year'),
        ],
        rows: async function* (platform, town, now) {
          for (let from = 0; ; from += lot) {
            const lines = await read(platform, town, now, (db) => listRegister(db, { from, size: lot }))
            for (const one of lines) {
              // Effort and cost only of towns that let these be shown as well.
              const isOpen = one.consent === 'named-report'
              yield [platform.directory.byId(one.town)?.name ?? one.town, one.entryId, one.title.de ?? one.title.en ?? '', one.versionLabel, one.state, one.since, isOpen ? one.effortDays : null, isOpen ? euro(one.onceCents) : null, isOpen ? euro(one.yearlyCents) : null]
            }
            if (lines.length < lot) return
          }
        },
      },
    ],
  },
  {
    id: 'veranstaltungen',
    title: { de: 'Veranstaltungen zum Austausch', en: 'Transfer events' },
    description: { de: 'Veranstaltungen, auf denen die Stadt anderen zeigt, was sie entwickelt hat. Wer sich angemeldet hat, steht nicht darin.', en: 'Events at which the town shows others what it has made. Who registered is not part of it.' },
    keywords: { de: ['Veranstaltung', 'Austausch', 'Nachnutzung'], en: ['event', 'exchange', 'reuse'] },
    theme: 'GOVE',
    licence: 'cc-zero',
    refresh: 'daily',
    files: [
      {
        id: 'veranstaltungen',
        title: { de: 'Veranstaltungen', en: 'Events' },
        fields: [
          text('titel', 'Titel', 'Title'),
          day('tag', 'Tag', 'Day'),
          day('bis', 'bis', 'until'),
          { id: 'ort', type: 'text', label: { de: 'Ort', en: 'Place' }, notes: { de: 'Leer, wenn die Veranstaltung nur im Netz stattfindet.', en: 'Empty for events that take place online only.' } },
          { id: 'plaetze', type: 'int', label: { de: 'Plätze', en: 'Seats' } },
          { id: 'vergeben', type: 'int', label: { de: 'Vergebene Plätze', en: 'Seats taken' }, countsPeople: true },
          { id: 'abgesagt', type: 'bool', label: { de: 'abgesagt', en: 'cancelled' } },
        ],
        rows: async function* (platform, town, now) {
          for (const event of await read(platform, town, now, (db) => listAnnouncedEvents(db, mostEvents)))
            yield [event.title, localDate(event.startsAt), localDate(event.endsAt), event.place, event.seats, event.registered, event.state === 'cancelled']
        },
      },
    ],
  },
]
