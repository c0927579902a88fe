import type { Choices } from '../inspect/schema.ts'
import type { OfficeName } from './offices.ts'
import { bicycleRacks } from './own-files.ts'
import * as tables from './tables.ts'

type DemoVersion = { text: string; daysAgo: number; note: string }
export type DemoView = { title: string; description: string; selection: string }
/** A dataset of an office with one table, as it was published version by version. */
export type DemoDataset = {
  name: string
  title: string
  office: OfficeName
  description: string
  /** Codes of the EU lists. */
  theme: string
  rhythm: string
  highValue?: string
  keywords: readonly string[]
  /** First and last day the data speak of. */
  from: string
  to?: string
  file: { title: string; name: string; columns: Choices['columns'] }
  versions: readonly DemoVersion[]
  views?: readonly DemoView[]
  /** Taken out of the catalogue again, with the reason that stands in its place. */
  deleted?: { daysAgo: number; note: string }
}

const invented = 'Die Zahlen sind für die Vorführung erfunden.'

const bicycles = (year: number, versions: DemoDataset['versions'], views?: DemoDataset['views']): DemoDataset => ({
  name: `radverkehrszaehlung-${year}`, title: `Radverkehrszählung ${year}`, office: 'fachbereich-mobilitaet', theme: 'TRAN', rhythm: 'ANNUAL', keywords: ['Radverkehr', 'Fahrrad', 'Zählstelle', 'Verkehrszählung'],
  description: `Fahrräder je Monat an fünf Dauerzählstellen. Gezählt wird mit Schleifen in der Fahrbahn in beiden Richtungen; Tage, an denen ein Gerät stillstand, nennt die Spalte „Ausfalltage“. ${invented}`,
  from: `${year}-01-01`, to: `${year}-12-31`,
  file: { title: `Fahrräder je Monat und Zählstelle ${year}`, name: `radverkehrszaehlung-${year}.csv`, columns: { zaehlstelle: { label: 'Zählstelle' }, raeder: { label: 'Fahrräder', notes: 'Beide Richtungen zusammen' }, ausfalltage: { unit: 'Tage' } } },
  versions, ...(views && { views }),
}) // prettier-ignore

const containers = (lat: number, lon: number): DemoDataset => ({
  name: 'wertstoffcontainer', title: 'Standorte der Wertstoffcontainer', office: 'fachbereich-umwelt', theme: 'ENVI', rhythm: 'QUARTERLY', keywords: ['Altglas', 'Altkleider', 'Altpapier', 'Recycling', 'Container'],
  description: `Öffentliche Standorte von Containern für Glas, Altkleider und Papier mit Punkt auf der Karte, Tag der Leerung und der Angabe, ob man sie ohne Stufe erreicht. ${invented}`,
  from: '2024-01-01',
  file: { title: 'Wertstoffcontainer', name: 'wertstoffcontainer.csv', columns: { laengengrad: { label: 'Längengrad' }, ohne_stufe: { label: 'Ohne Stufe erreichbar' }, leerung: { label: 'Tag der Leerung' } } },
  versions: [
    { text: tables.containerSites({ lat, lon }, 1), daysAgo: 200, note: 'Erste Veröffentlichung mit 20 Standorten' },
    { text: tables.containerSites({ lat, lon }, 2), daysAgo: 110, note: 'Vier Standorte nehmen jetzt auch Papier, einer ist neu' },
    { text: tables.containerSites({ lat, lon }, 3), daysAgo: 12, note: 'Drei Standorte neu, einer aufgehoben, zwei werden mittwochs geleert' },
  ],
  views: [
    { title: 'Wo stehen die Container?', description: 'Alle Standorte auf der Karte', selection: 'view=map' },
    { title: 'Altkleider ohne Stufe', description: 'Standorte für Altkleider, die man ohne Stufe erreicht', selection: 'in.altkleider=true&in.ohne_stufe=true' },
  ],
}) // prettier-ignore

/** Every town's offices count where bicycles can stand. */
const racks: DemoDataset = {
  name: 'abstellanlagen-fahrrad', title: 'Abstellanlagen für Fahrräder', office: 'fachbereich-mobilitaet', theme: 'TRAN', rhythm: 'ANNUAL', keywords: ['Fahrrad', 'Abstellanlage', 'Radverkehr'],
  description: `Öffentliche Abstellanlagen für Fahrräder mit Anzahl der Plätze, Überdachung und Lage. Erhoben bei Begehungen, ergänzt durch Hinweise aus der Bevölkerung. Private Anlagen sind nicht enthalten. ${invented}`,
  from: '2026-01-01',
  file: { title: 'Fahrradabstellanlagen', name: 'fahrradabstellanlagen.csv', columns: { plaetze: { label: 'Plätze' }, ueberdacht: { label: 'Überdacht' } } },
  versions: [{ text: bicycleRacks, daysAgo: 28, note: 'Erste Veröffentlichung' }],
} // prettier-ignore

const aachen: readonly DemoDataset[] = [
  bicycles(2023, [{ text: tables.bicycleCounts(2023), daysAgo: 380, note: 'Erste Veröffentlichung' }]),
  bicycles(2024, [{ text: tables.bicycleCounts(2024), daysAgo: 330, note: 'Erste Veröffentlichung' }]),
  bicycles(
    2025,
    [
      { text: tables.bicycleCounts(2025, 'first'), daysAgo: 150, note: 'Vorläufige Werte' },
      { text: tables.bicycleCounts(2025), daysAgo: 90, note: 'November am Hochschulring nachgetragen: Das Gerät stand 18 Tage still, die Werte kommen jetzt von Hand' },
    ],
    [
      { title: 'Fahrräder im Lauf des Jahres', description: 'Alle Zählstellen zusammen, Monat für Monat', selection: 'view=chart&by=monat&value=raeder&how=sum&picture=line' },
      { title: 'Welche Zählstelle zählt am meisten?', description: 'Summe des Jahres', selection: 'view=chart&by=name&value=raeder&how=sum&picture=bar' },
    ],
  ),
  containers(50.776, 6.084),
  {
    name: 'bevoelkerung-bezirke', title: 'Bevölkerung nach Stadtbezirk und Altersgruppe', office: 'statistikstelle', theme: 'SOCI', rhythm: 'ANNUAL', highValue: 'c_e1da4e07', keywords: ['Bevölkerung', 'Stadtbezirk', 'Alter', 'Statistik'],
    description: `Personen mit Hauptwohnung am 31. Dezember nach Stadtbezirk und fünf Altersgruppen. Gruppen sind so groß gewählt, dass niemand zu erkennen ist. ${invented}`,
    from: '2025-12-31', to: '2025-12-31',
    file: { title: 'Bevölkerung 2025', name: 'bevoelkerung-2025.csv', columns: { personen: { notes: 'Hauptwohnung' } } },
    versions: [
      { text: tables.inhabitants(2025, 'first'), daysAgo: 160, note: 'Erste Veröffentlichung' },
      { text: tables.inhabitants(2025, 'corrected'), daysAgo: 130, note: 'Bezirk Nord berichtigt: verspätete Anmeldungen sind jetzt enthalten' },
    ],
    views: [{ title: 'Alter in den Bezirken', description: 'Personen nach Bezirk und Altersgruppe', selection: 'view=chart&by=stadtbezirk&by=altersgruppe&value=personen&how=sum&picture=stacked' }],
  },
  {
    name: 'luftqualitaet', title: 'Luftqualität an städtischen Messpunkten', office: 'fachbereich-umwelt', theme: 'ENVI', rhythm: 'MONTHLY', highValue: 'c_dd313021', keywords: ['Luft', 'Stickstoffdioxid', 'Feinstaub', 'Messung'],
    description: `Monatsmittel von Stickstoffdioxid und Feinstaub an drei Messpunkten, jeden Monat ergänzt. ${invented}`,
    from: '2024-01-01',
    file: { title: 'Monatsmittel', name: 'luftqualitaet.csv', columns: { no2_mittel: { label: 'Stickstoffdioxid', unit: 'µg/m³' }, pm10_mittel: { label: 'Feinstaub PM10', unit: 'µg/m³' }, stunden_gueltig: { label: 'Gültige Stunden', unit: 'h' } } },
    versions: [
      { text: tables.airQuality(27), daysAgo: 64, note: 'Bis März 2026' },
      { text: tables.airQuality(28), daysAgo: 34, note: 'April 2026 ergänzt' },
      { text: tables.airQuality(29), daysAgo: 4, note: 'Mai 2026 ergänzt' },
    ],
    views: [{ title: 'Stickstoffdioxid seit 2024', description: 'Monatsmittel der drei Messpunkte', selection: 'view=chart&by=monat&by=lage&value=no2_mittel&how=avg&picture=line' }],
  },
  {
    name: 'grundwasserstaende', title: 'Grundwasserstände', office: 'fachbereich-umwelt', theme: 'ENVI', rhythm: 'QUARTERLY', keywords: ['Grundwasser', 'Messstelle'],
    description: `Tiefe des Grundwassers unter dem Gelände an vier Messstellen, je Quartal. ${invented}`,
    from: '2022-01-01', to: '2024-12-31',
    file: { title: 'Grundwasserstände je Quartal', name: 'grundwasser.csv', columns: { tiefe_m: { label: 'Tiefe unter Gelände', unit: 'm' } } },
    versions: [{ text: tables.groundWater(), daysAgo: 260, note: 'Erste Veröffentlichung' }],
  },
  {
    name: 'parkscheinautomaten-innenstadt', title: 'Parkscheinautomaten in der Innenstadt', office: 'fachbereich-mobilitaet', theme: 'TRAN', rhythm: 'ANNUAL', keywords: ['Parken', 'Parkscheinautomat'],
    description: `Standorte der Automaten mit Tarif. ${invented}`,
    from: '2021-01-01',
    file: { title: 'Parkscheinautomaten', name: 'parkscheinautomaten.csv', columns: {} },
    versions: [{ text: 'nummer;strasse;tarif_euro_je_stunde\n1;Marktplatz;2,50\n2;Bahnhof Nord;2,00\n3;Lesegasse;2,50\n', daysAgo: 300, note: 'Erste Veröffentlichung' }],
    deleted: { daysAgo: 45, note: 'Die Automaten sind abgebaut, bezahlt wird jetzt am Telefon. Der Datensatz wird nicht fortgeführt.' },
  },
] // prettier-ignore

const lindenhafen: readonly DemoDataset[] = [
  {
    name: 'hafenpegel', title: 'Wasserstände am Hafenpegel', office: 'fachbereich-umwelt', theme: 'ENVI', rhythm: 'WEEKLY', keywords: ['Pegel', 'Hafen', 'Tide'],
    description: `Wasserstand alle sechs Stunden mit Windstärke. Für die Schifffahrt gilt allein der amtliche Pegel. ${invented}`,
    from: '2026-03-01',
    file: { title: 'Wasserstände', name: 'hafenpegel.csv', columns: { pegel_cm: { label: 'Wasserstand über Pegelnull', unit: 'cm' }, wind_bft: { label: 'Wind', unit: 'Bft' } } },
    versions: [
      { text: tables.harbourLevels(14), daysAgo: 9, note: 'Erste Veröffentlichung' },
      { text: tables.harbourLevels(21), daysAgo: 2, note: 'Eine Woche ergänzt' },
    ],
    views: [{ title: 'Tide im März', description: 'Mittlerer Wasserstand am Tag', selection: 'view=chart&by=zeitpunkt&value=pegel_cm&how=avg&picture=line&step=day' }],
  },
] // prettier-ignore

const hohenried: readonly DemoDataset[] = [
  {
    name: 'mietraeume', title: 'Räume zum Mieten', office: 'fachbereich-umwelt', theme: 'EDUC', rhythm: 'ANNUAL', keywords: ['Räume', 'Miete', 'Vereine'],
    description: `Säle und Räume der Gemeinde mit Plätzen, Miete für einen Abend und der Angabe, ob sie ohne Stufe erreichbar sind. ${invented}`,
    from: '2025-01-01',
    file: { title: 'Räume', name: 'mietraeume.csv', columns: { miete_euro: { label: 'Miete für einen Abend', unit: '€' }, plaetze: { label: 'Plätze' } } },
    versions: [
      { text: tables.villageRooms(1), daysAgo: 240, note: 'Erste Veröffentlichung' },
      { text: tables.villageRooms(2), daysAgo: 20, note: 'Preise dieses Jahres, der Leseraum der Bücherei ist neu' },
    ],
  },
] // prettier-ignore

/** What the offices of the demonstration have published: invented from beginning to end. */
export const demoDatasets: Readonly<Record<string, readonly DemoDataset[]>> = { aachen: [...aachen, racks], lindenhafen: [...lindenhafen, racks], hohenried: [...hohenried, racks] }
