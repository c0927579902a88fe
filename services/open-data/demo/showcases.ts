import { newId, type Platform, type Tenant } from '@modellregion/kernel'
import { idsByNames } from '../dataset/queries.ts'
import { findShowcase, insertShowcase, linkDatasets } from '../showcase/queries.ts'
import type { PlainShowcase } from '../showcase/schema.ts'

type DemoShowcase = Omit<PlainShowcase, 'id' | 'publishedAt'> & { daysAgo: number; datasets: readonly string[] }

const signals: DemoShowcase = {
  name: 'ampelkarte',
  title: 'Ampelkarte: Wo hilft mir ein Ton über die Straße?',
  description:
    'Eine erfundene Karte für Menschen mit Sehbehinderung. Sie zeigt alle Ampeln im Umkreis und liest vor, wie weit die nächste entfernt ist.\n\nDas Beispiel ist für die Vorführung ausgedacht: Es gibt weder den Verein noch die Anwendung.',
  url: 'https://ampelkarte.example.org/',
  author: 'Verein Wegweiser (erfunden)',
  kind: 'application',
  daysAgo: 12,
  datasets: ['ampelanlagen-in-koeln'],
}
const budget: DemoShowcase = {
  name: 'haushalt-zum-anfassen',
  title: 'Haushalt zum Anfassen',
  description:
    'Eine erfundene Unterrichtsstunde für die Klassen 9 und 10. Mit Bauklötzen legen die Jugendlichen nach, wofür eine Stadt ihr Geld ausgibt.\n\nDas Beispiel ist für die Vorführung ausgedacht.',
  url: 'https://bauklotz.example.org/',
  author: 'Gesamtschule am Beispielweg (erfunden)',
  kind: 'teaching',
  daysAgo: 40,
  datasets: ['haushalt-koeln-ergebnisplan-nach-produktbereichen', 'haushalt-koeln-teilergebnisplaene'],
}
const aed: DemoShowcase = {
  name: 'defi-finder',
  title: 'Defi-Finder: der nächste Defibrillator',
  description: 'Eine erfundene Anwendung für das Handy. Sie zeigt den Weg zum nächsten Defibrillator und funktioniert ohne Netz.\n\nDas Beispiel ist für die Vorführung ausgedacht; im Notfall gilt der Notruf 112.',
  url: 'https://defi.example.org/',
  author: 'Mia Beispiel (erfunden)',
  kind: 'application',
  daysAgo: 75,
  datasets: ['defibrillatoren-in-koeln'],
}
const benches: DemoShowcase = {
  name: 'bank-in-sicht',
  title: 'Bank in Sicht: Spaziergänge mit Pausen',
  description: 'Eine erfundene Karte für Menschen, die nicht mehr weit gehen können. Sie schlägt Wege vor, auf denen alle 200 Meter eine Bank steht.\n\nDas Beispiel ist für die Vorführung ausgedacht.',
  url: 'https://bank-in-sicht.example.org/',
  author: 'Seniorenbeirat am Hafen (erfunden)',
  kind: 'visualisation',
  daysAgo: 20,
  datasets: ['baenke'],
}
const trees: DemoShowcase = {
  name: 'baumpaten',
  title: 'Baumpaten: Welcher Baum braucht Wasser?',
  description: 'Eine erfundene Auswertung: Sie vergleicht Alter und Art der Straßenbäume und nennt die 100 durstigsten.\n\nDas Beispiel ist für die Vorführung ausgedacht.',
  url: 'https://baumpaten.example.org/',
  author: 'Nachbarschaft Lindenallee (erfunden)',
  kind: 'analysis',
  daysAgo: 55,
  datasets: ['baeume'],
}

const containers: DemoShowcase = {
  name: 'glas-und-weg',
  title: 'Glas und weg: der nächste Container',
  description: 'Eine erfundene Anwendung für das Handy: Sie zeigt den nächsten Container für Glas oder Kleider und auf Wunsch nur solche, die man ohne Stufe erreicht.\n\nDas Beispiel ist für die Vorführung ausgedacht.',
  url: 'https://glas-und-weg.example.org/',
  author: 'Werkstatt Wertstoff (erfunden)',
  kind: 'application',
  daysAgo: 85,
  datasets: ['wertstoffcontainer'],
}
const cycling: DemoShowcase = {
  name: 'radwetter',
  title: 'Radwetter: Wie viele fahren bei Regen?',
  description: 'Eine erfundene Auswertung: Sie legt drei Jahre Radverkehrszählung neben das Wetter. Im Juni fahren doppelt so viele wie im Januar.\n\nDas Beispiel ist für die Vorführung ausgedacht.',
  url: 'https://radwetter.example.org/',
  author: 'Hochschulgruppe Rückenwind (erfunden)',
  kind: 'analysis',
  daysAgo: 60,
  datasets: ['radverkehrszaehlung-2023', 'radverkehrszaehlung-2024', 'radverkehrszaehlung-2025'],
}
const slow: DemoShowcase = {
  name: 'tempo-vor-der-tuer',
  title: 'Tempo vor der Tür',
  description: 'Ein erfundenes Unterrichtsprojekt: Eine Klasse zeichnet, vor welcher Schule am häufigsten zu schnell gefahren wird, und schreibt dem Rat.\n\nDas Beispiel ist für die Vorführung ausgedacht.',
  url: 'https://tempo.example.org/',
  author: 'Klasse 9b der Gesamtschule am Beispielweg (erfunden)',
  kind: 'teaching',
  daysAgo: 30,
  datasets: ['geschwindigkeit-vor-schulen'],
}

/** What people made of the data: invented, and each says so. */
const demoShowcases: Readonly<Record<string, readonly DemoShowcase[]>> = {
  aachen: [signals, budget, aed, containers, cycling, slow],
  lindenhafen: [benches, trees],
  hohenried: [aed, budget],
}

const day = 86_400_000

/** Adds the town's showcases once and links them with the datasets that are there. */
export async function seedShowcases(platform: Platform, tenant: Tenant, now: Date): Promise<void> {
  for (const { daysAgo, datasets, ...showcase } of demoShowcases[tenant.id] ?? [])
    await platform.database.unit({ tenant: tenant.id, service: 'open-data', access: 'write', now }, async (db) => {
      if (await findShowcase(db, showcase.name)) return
      const id = newId(now)
      await insertShowcase(db, { ...showcase, id, publishedAt: new Date(now.getTime() - daysAgo * day) })
      const linked = await idsByNames(db, datasets)
      if (linked.length > 0) await linkDatasets(db, id, linked.map((dataset) => dataset.id))
    })
}
