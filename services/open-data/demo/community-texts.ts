import type { PostKind, PostState } from '../discussion/schema.ts'
import type { RequestState } from '../request/schema.ts'

export type DemoRequest = {
  title: string
  purpose: string
  daysAgo: number
  votes: number
  steps: readonly { state: RequestState; daysAgo: number; text?: string; inDays?: number }[]
  datasets?: readonly string[]
  /** Title of the one it repeats. */
  original?: string
}
type DemoPost = { dataset: string; kind: Exclude<PostKind, 'answer'>; text: string; daysAgo: number; answer?: { daysAgo: number; text: string; state: PostState } }
export type DemoHackday = { name: string; title: string; inDays: number; place: string; programme: string; accessibility: string; seats: number; challenges: readonly { title: string; text: string; datasets: readonly string[] }[]; results: readonly string[] }
export type DemoCommunity = { requests: readonly DemoRequest[]; posts: readonly DemoPost[]; hackdays?: readonly DemoHackday[] }

const fountains = 'Standorte der Trinkbrunnen'

const aachen: DemoCommunity = {
  requests: [
    {
      title: 'Wo stehen Defibrillatoren?', purpose: 'Für eine Karte auf dem Handy, die im Notfall den kürzesten Weg zeigt.', daysAgo: 160, votes: 6, datasets: ['defibrillatoren-in-koeln'],
      steps: [
        { state: 'accepted', daysAgo: 150, inDays: 45, text: 'Die Feuerwehr führt eine Liste. Wir klären, ob alle Eigentümer einverstanden sind.' },
        { state: 'published', daysAgo: 110 },
      ],
    },
    {
      title: 'Ampeln mit Tonsignal', purpose: 'Unser Verein berät Menschen mit Sehbehinderung. Wir möchten sichere Wege empfehlen.', daysAgo: 120, votes: 5, datasets: ['ampelanlagen-in-koeln'],
      steps: [
        { state: 'clarification', daysAgo: 110, text: 'Reicht die Angabe „mit Ton“, oder werden auch die Zeiten gebraucht, in denen der Ton an ist?' },
        { state: 'accepted', daysAgo: 95, inDays: 60, text: 'Danke für die Antwort. Wir nehmen den Ton als eigene Spalte auf.' },
        { state: 'published', daysAgo: 40 },
      ],
    },
    {
      title: 'Wo kann ich Glas und Kleider abgeben?', purpose: 'Unser Hof hat keinen Container, und die nächste Treppe ist für mich eine zu viel.', daysAgo: 230, votes: 5, datasets: ['wertstoffcontainer'],
      steps: [
        { state: 'accepted', daysAgo: 222, inDays: 30, text: 'Die Liste gibt es. Wir ergänzen, welche Standorte ohne Stufe erreichbar sind.' },
        { state: 'published', daysAgo: 200 },
      ],
    },
    {
      title: 'Wird vor unserer Schule zu schnell gefahren?', purpose: 'Für ein Projekt im Unterricht und einen Brief an den Rat.', daysAgo: 140, votes: 7, datasets: ['geschwindigkeit-vor-schulen'],
      steps: [
        { state: 'clarification', daysAgo: 133, text: 'Reichen mittlere Werte je Straße, oder wird jede Messung gebraucht?' },
        { state: 'accepted', daysAgo: 125, inDays: 60, text: 'Danke. Wir messen im Mai vor acht Schulen und veröffentlichen die Werte je Straße.' },
        { state: 'published', daysAgo: 72 },
      ],
    },
    { title: 'Wartezeiten im Bürgerservice je Stunde', purpose: 'Damit ich weiß, wann ich am besten hingehe.', daysAgo: 33, votes: 4, steps: [{ state: 'clarification', daysAgo: 20, text: 'Genügt die mittlere Wartezeit je Standort und Stunde, oder wird jede einzelne Wartezeit gebraucht?' }] },
    { title: 'Öffentliche Toiletten mit Öffnungszeiten', purpose: 'Für einen Stadtplan für Familien und ältere Menschen.', daysAgo: 26, votes: 7, steps: [{ state: 'accepted', daysAgo: 12, inDays: 45, text: 'Die Liste gibt es schon. Wir prüfen noch, welche Toiletten ohne Stufen erreichbar sind.' }] },
    { title: 'Bilder der Kameras am Bahnhof', purpose: 'Für eine Untersuchung, wie voll der Platz ist.', daysAgo: 50, votes: 1, steps: [{ state: 'refused', daysAgo: 41, text: 'Auf den Bildern sind Menschen zu erkennen. Solche Bilder veröffentlichen wir nicht. Zählungen ohne Bilder prüfen wir gern als eigenen Wunsch.' }] },
    { title: fountains, purpose: 'Für eine Hitzekarte im Unterricht.', daysAgo: 9, votes: 3, steps: [] },
    { title: 'Wo kann ich unterwegs Wasser trinken?', purpose: '', daysAgo: 5, votes: 1, original: fountains, steps: [{ state: 'duplicate', daysAgo: 4, text: 'Danach hat schon jemand gefragt. Die Stimme zählt dort.' }] },
    { title: 'Bäume im Westpark mit Art und Alter', purpose: 'Für einen Baumlehrpfad der Grundschule.', daysAgo: 1, votes: 0, steps: [{ state: 'waiting', daysAgo: 1 }] },
  ],
  posts: [
    { dataset: 'ampelanlagen-in-koeln', kind: 'error', text: 'Die Ampel am Neumarkt steht in den Daten auf der falschen Straßenseite.', daysAgo: 24, answer: { daysAgo: 19, state: 'mended', text: 'Danke für den Hinweis. Der Punkt ist versetzt; ab der nächsten Lieferung stimmt er.' } },
    { dataset: 'ampelanlagen-in-koeln', kind: 'question', text: 'Was bedeutet der Wert 9 in der Spalte „Typ“?', daysAgo: 6 },
    { dataset: 'wertstoffcontainer', kind: 'error', text: 'Am Mühlbach steht kein Container mehr, nur noch das Schild.', daysAgo: 20, answer: { daysAgo: 13, state: 'mended', text: 'Danke, das stimmt: Der Standort ist aufgehoben und fehlt in der neuen Fassung.' } },
    { dataset: 'radverkehrszaehlung-2025', kind: 'question', text: 'Warum zählt der Hochschulring im November nur halb so viele wie im Jahr davor?', daysAgo: 118, answer: { daysAgo: 90, state: 'mended', text: 'Das Gerät stand 18 Tage still. In Fassung 2 sind die Werte von Hand nachgetragen.' } },
    { dataset: 'defibrillatoren-in-koeln', kind: 'remark', text: 'Angaben zu den Öffnungszeiten wären eine große Hilfe: Nachts stehen viele Geräte hinter verschlossenen Türen.', daysAgo: 15, answer: { daysAgo: 10, state: 'answered', text: 'Das nehmen wir in die nächste Abfrage bei den Eigentümern auf.' } },
  ],
  hackdays: [
    {
      name: 'hackday-sichere-wege', title: 'Hackday „Sichere Wege“', inDays: 40, place: 'Depot Talstraße, Talstraße 2, Aachen (erfundener Termin)', seats: 60,
      programme: '10 Uhr: Ankommen, Aufgaben kennenlernen\n10:30 Uhr: Gruppen bilden\n13 Uhr: Mittagessen\n17 Uhr: Ergebnisse zeigen\n\nProgrammieren muss niemand können: Gesucht sind auch Menschen, die zeichnen, schreiben, prüfen oder ihren Stadtteil kennen.',
      accessibility: 'Der Eingang ist ohne Stufen. Es gibt eine rollstuhlgerechte Toilette, einen Ruheraum und Kinderbetreuung. Gebärdensprache auf Wunsch.',
      challenges: [
        { title: 'Schulwege mit wenig Verkehr', text: 'Wie finden Kinder einen Weg, auf dem jede große Straße eine Ampel hat?', datasets: ['ampelanlagen-in-koeln'] },
        { title: 'Hilfe in drei Minuten', text: 'Welche Orte sind vom nächsten Defibrillator zu weit entfernt?', datasets: ['defibrillatoren-in-koeln'] },
      ],
      results: [],
    },
    {
      name: 'hackday-unser-viertel', title: 'Hackday „Unser Viertel“', inDays: -95, place: 'Depot Talstraße, Talstraße 2, Aachen (erfundener Termin)', seats: 40,
      programme: '10 Uhr: Ankommen\n10:30 Uhr: Gruppen bilden\n16 Uhr: Ergebnisse zeigen',
      accessibility: 'Der Eingang ist ohne Stufen. Es gibt eine rollstuhlgerechte Toilette und einen Ruheraum.',
      challenges: [
        { title: 'Kurze Wege zum Container', text: 'Wie findet man den nächsten Standort, den man ohne Stufe erreicht?', datasets: ['wertstoffcontainer'] },
        { title: 'Wer fährt wann Rad?', text: 'Was sagen die Zählstellen über Wetter, Ferien und Baustellen?', datasets: ['radverkehrszaehlung-2024', 'radverkehrszaehlung-2025'] },
      ],
      results: ['glas-und-weg', 'radwetter'],
    },
  ],
}

const lindenhafen: DemoCommunity = {
  requests: [
    { title: 'Bänke mit Rückenlehne', purpose: 'Für Spaziergänge mit Pausen.', daysAgo: 90, votes: 5, datasets: ['baenke'], steps: [{ state: 'accepted', daysAgo: 80, inDays: 60 }, { state: 'published', daysAgo: 35 }] },
    { title: 'Liegeplätze im Hafen', purpose: 'Für Gäste, die mit dem Boot kommen.', daysAgo: 8, votes: 2, steps: [] },
  ],
  posts: [{ dataset: 'baenke', kind: 'question', text: 'Sind die Bänke am Deich schon dabei?', daysAgo: 9, answer: { daysAgo: 7, state: 'answered', text: 'Ja, alle bis zum Leuchtturm.' } }],
}

const hohenried: DemoCommunity = {
  requests: [{ title: 'Fahrplan des Bürgerbusses', purpose: 'Damit Fahrplan-Programme ihn kennen.', daysAgo: 14, votes: 3, steps: [{ state: 'accepted', daysAgo: 6, inDays: 30, text: 'Der Verein liefert den Fahrplan als Tabelle.' }] }],
  posts: [],
}

/** What people ask and say in the demonstration: invented from beginning to end. */
export const demoCommunity: Readonly<Record<string, DemoCommunity>> = { aachen, lindenhafen, hohenried }
