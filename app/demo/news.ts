import { insertNews, type NewNews, type Platform, type Tenant } from '@modellregion/kernel'

type Story = { id: string; daysAgo: number; de: Text; en: Text; leicht?: Text }
type Text = { title: string; teaser: string; body: string }

const day = 86_400_000

/** Invented messages. They are marked as examples on every page, because one of the towns exists. */
const stories: Readonly<Record<string, readonly Story[]>> = {
  aachen: [
    {
      id: '0193e000-0000-7000-8000-00000000aa01',
      daysAgo: 2,
      de: {
        title: 'Stadtdaten an einem Ort',
        teaser: 'Der Datenkatalog zeigt, was es gibt, wer es pflegt und was damit erlaubt ist.',
        body: 'Der Katalog sammelt Datensätze vieler Stellen. Jeder Eintrag nennt die Stelle, den Stand und die Lizenz in einfachen Worten.\n\nTabellen und Karten lassen sich ansehen, ohne sie herunterzuladen.',
      },
      en: {
        title: 'Town data in one place',
        teaser: 'The data catalogue shows what exists, who maintains it and what you may do with it.',
        body: 'The catalogue brings together datasets of many offices. Every entry names the office, the date and the licence in plain words.\n\nTables and maps can be viewed without downloading them.',
      },
      leicht: {
        title: 'Zahlen aus der Stadt',
        teaser: 'Sie finden jetzt viele Zahlen aus der Stadt an einem Ort.',
        body: 'Viele Ämter sammeln Zahlen.\n\nSie dürfen die Zahlen ansehen.\n\nDas kostet kein Geld.',
      },
    },
    {
      id: '0193e000-0000-7000-8000-00000000aa02',
      daysAgo: 5,
      de: {
        title: 'Sprechstunde zum Datenkatalog in der Bibliothek',
        teaser: 'Mittwochs von 16 bis 18 Uhr zeigt ein Team, wie sich Daten finden und lesen lassen.',
        body: 'Fragen bringen, Gerät mitbringen oder eines leihen. Eine Anmeldung ist nicht nötig.\n\nDer Raum ist ohne Stufen erreichbar.',
      },
      en: {
        title: 'Data catalogue consultation at the library',
        teaser: 'On Wednesdays from 4 to 6 pm a team shows how to find and read data.',
        body: 'Bring your questions and a device, or borrow one. No registration needed.\n\nThe room has step-free access.',
      },
    },
    {
      id: '0193e000-0000-7000-8000-00000000aa03',
      daysAgo: 9,
      de: {
        title: 'Seiten in Leichter Sprache werden geprüft',
        teaser: 'Eine Gruppe liest die Texte und sagt, was noch schwer ist.',
        body: 'Die Texte in Leichter Sprache sind Entwürfe, bis zwei Menschen aus der Zielgruppe sie geprüft haben.\n\nWer mitlesen möchte, meldet sich über „Barriere oder Fehler melden“.',
      },
      en: {
        title: 'Pages in easy German are being reviewed',
        teaser: 'A group reads the texts and says what is still difficult.',
        body: 'The texts in easy German are drafts until two people from the target group have checked them.\n\nIf you want to take part, use “Report a barrier or a fault”.',
      },
    },
  ],
  lindenhafen: [
    {
      id: '0193e000-0000-7000-8000-0000000011a1',
      daysAgo: 1,
      de: {
        title: 'Klappbrücke am Mittwoch länger geöffnet',
        teaser: 'Ein Schwertransport fährt durch den Vorhafen, die Brücke ist von 10 bis 11 Uhr oben.',
        body: 'Zu Fuß und mit dem Rad führt der Weg über die Schleuse. Der Bus 3 fährt eine Umleitung.',
      },
      en: {
        title: 'Drawbridge open longer on Wednesday',
        teaser: 'A heavy transport passes the outer harbour; the bridge is up from 10 to 11 am.',
        body: 'On foot and by bicycle, cross at the lock. Bus 3 is diverted.',
      },
    },
    {
      id: '0193e000-0000-7000-8000-0000000011a2',
      daysAgo: 4,
      de: {
        title: 'Pegelstände jetzt als Datensatz',
        teaser: 'Alle zehn Minuten ein neuer Wert, frei nutzbar.',
        body: 'Die Messreihe reicht zwei Jahre zurück. Ausfälle sind als Lücke zu sehen und werden nicht geschätzt.',
      },
      en: { title: 'Water levels now available as data', teaser: 'A new value every ten minutes, free to use.', body: 'The series goes back two years. Outages appear as gaps and are not estimated.' },
    },
    {
      id: '0193e000-0000-7000-8000-0000000011a3',
      daysAgo: 12,
      de: {
        title: 'Bürgerbüro am Kai donnerstags bis 19 Uhr',
        teaser: 'Ohne Termin, mit Wartenummer.',
        body: 'Die Wartezeit steht auf der Startseite, sobald das Bürgerbüro sie meldet.',
      },
      en: { title: 'Quayside service office open until 7 pm on Thursdays', teaser: 'No appointment, with a queue number.', body: 'The waiting time appears on the front page as soon as the office reports it.' },
    },
  ],
  hohenried: [
    {
      id: '0193e000-0000-7000-8000-0000000040e1',
      daysAgo: 3,
      de: {
        title: 'Dorfladen sucht Freiwillige für den Samstag',
        teaser: 'Zwei Stunden im Monat reichen, eine Einweisung gibt es vorher.',
        body: 'Treffpunkt ist der Dorfladen am Dorfplatz. Wer mithelfen möchte, kommt vorbei oder ruft im Rathaus an.',
      },
      en: { title: 'Village shop seeks Saturday volunteers', teaser: 'Two hours a month are enough; you will be shown everything first.', body: 'Meet at the village shop on the square. Come by or call the town hall.' },
      leicht: { title: 'Der Dorf·laden sucht Hilfe', teaser: 'Sie können am Samstag helfen.', body: 'Zwei Stunden im Monat reichen.\n\nJemand zeigt Ihnen alles.' },
    },
    {
      id: '0193e000-0000-7000-8000-0000000040e2',
      daysAgo: 8,
      de: {
        title: 'Wanderweg am Ried wieder frei',
        teaser: 'Der umgestürzte Baum ist geräumt, die Bank steht wieder.',
        body: 'Der Weg ist 4 km lang und bis zur Aussicht mit dem Kinderwagen befahrbar.',
      },
      en: { title: 'Riverside path open again', teaser: 'The fallen tree is gone and the bench is back.', body: 'The path is 4 km long and suitable for pushchairs up to the viewpoint.' },
    },
  ],
}

/** Gives a demonstration town its news on the first start. What an editor changed or withdrew later stays so; only a deleted message comes back. */
export async function seedNews(platform: Platform, tenant: Tenant): Promise<void> {
  const now = platform.now()
  const news = (stories[tenant.id] ?? []).map(({ id, daysAgo, de, en, leicht }): NewNews => ({
    id,
    texts: { de, en, ...(leicht && { 'de-x-leicht': leicht }) },
    invented: true,
    publishedAt: new Date(now.getTime() - daysAgo * day),
  }))
  await platform.database.unit({ tenant: tenant.id, service: 'platform', access: 'write', now }, async (db) => {
    for (const item of news) await insertNews(db, item)
  })
}
