/** Invented tables of the town's own offices, plausible in size and course, and the same on every start. Pure. */

const csv = (head: string, rows: readonly (readonly (string | number)[])[]): string => `${[head, ...rows.map((row) => row.join(';'))].join('\n')}\n`
const german = (value: number, digits: number): string => value.toFixed(digits).replace('.', ',')
/** Between -1 and 1, irregular to the eye. */
const wobble = (seed: number): number => Math.sin(seed * 12.9898) * Math.cos(seed * 4.1414)
const months = Array.from({ length: 12 }, (_, month) => month + 1)
const two = (n: number): string => String(n).padStart(2, '0')

const stations = [
  { code: 'RZ01', name: 'Bahnhofsbrücke', level: 1_850 },
  { code: 'RZ02', name: 'Uferweg', level: 2_400 },
  { code: 'RZ03', name: 'Hochschulring', level: 3_100 },
  { code: 'RZ04', name: 'Marktstraße', level: 1_250 },
  { code: 'RZ05', name: 'Alte Bahntrasse', level: 900 },
]
/** Share of the yearly mean in each month: few ride in January, most in June. */
const season = [0.55, 0.6, 0.82, 1.02, 1.2, 1.34, 1.25, 1.15, 1.2, 1.05, 0.78, 0.54]

/**
 * Bicycles per month at five counters.
 * @param year each year counts four percent more than the one before; 2023 is the first
 * @param counted `first`: as read on the first days of January, with a counter that had stood still in November
 */
export const bicycleCounts = (year: number, counted: 'first' | 'checked' = 'checked'): string =>
  csv('monat;zaehlstelle;name;raeder;ausfalltage', stations.flatMap(({ code, name, level }, at) => months.map((month) => {
    const whole = Math.round(level * 30.4 * (season[month - 1] ?? 1) * 1.04 ** (year - 2023) * (1 + 0.08 * wobble(year + at * 17 + month)))
    const stood = code === 'RZ03' && month === 11 && counted === 'first' ? 18 : 0
    return [`${year}-${two(month)}`, code, name, Math.round((whole * (30 - stood)) / 30), stood]
  }))) // prettier-ignore

const sites = ['Marktplatz', 'Bahnhof Nord', 'Lindenweg', 'Schulstraße', 'Stadionallee', 'Klinikweg', 'Campusring', 'Badweg', 'Ahornallee', 'Lesegasse', 'Bühnenstraße', 'Gartenweg', 'Mühlbach', 'Am Anger', 'Westwall', 'Ostring', 'Kirchberg', 'Sonnenhang', 'Wiesengrund', 'Gewerbepark', 'Alter Hafen', 'Turmstraße', 'Eichenhof', 'Rosengarten']

type Site = { nummer: number; standort: string; breite: string; laenge: string; glas: string; altkleider: string; papier: string; geleert: string; rollstuhl: string }
const siteHead = 'nummer;standort;breitengrad;laengengrad;glas;altkleider;papier;leerung;ohne_stufe'

/** Places of recycling containers around a point, as they stood at three moments: first, with papers, and after some were moved. */
export function containerSites({ lat, lon }: { lat: number; lon: number }, edition: 1 | 2 | 3): string {
  const first = sites.map((standort, at): Site => ({
    nummer: at + 1, standort, breite: (lat + 0.021 * wobble(at + 3)).toFixed(5), laenge: (lon + 0.034 * wobble(at * 2.7 + 11)).toFixed(5),
    glas: 'ja', altkleider: at % 3 === 0 ? 'ja' : 'nein', papier: at % 4 === 1 ? 'ja' : 'nein', geleert: at % 2 === 0 ? 'Montag' : 'Donnerstag', rollstuhl: at % 5 === 2 ? 'nein' : 'ja',
  })) // prettier-ignore
  const second = first.filter(({ nummer }) => nummer <= 21).map((site) => (site.nummer % 6 === 4 ? { ...site, papier: 'ja' } : site))
  const third = first.map((site) => second.find(({ nummer }) => nummer === site.nummer) ?? site).filter(({ nummer }) => nummer !== 13).map((site) => (site.nummer === 5 || site.nummer === 9 ? { ...site, geleert: 'Mittwoch', rollstuhl: 'ja' } : site))
  const chosen = edition === 1 ? first.slice(0, 20) : edition === 2 ? second : third
  return csv(siteHead, chosen.map((site) => Object.values(site)))
}

const districts = [['Mitte', 58_400], ['Nord', 31_200], ['Ost', 27_900], ['Süd', 34_600], ['West', 29_300], ['Hügelland', 15_800], ['Wiesental', 12_100]] as const
const ages = [['0 bis 17', 0.16], ['18 bis 29', 0.2], ['30 bis 44', 0.21], ['45 bis 64', 0.25], ['65 und älter', 0.18]] as const

/** Inhabitants by district and age, of two days of reference; the earlier count is corrected in the later edition. */
export const inhabitants = (year: number, edition: 'first' | 'corrected'): string =>
  csv('jahr;stadtbezirk;altersgruppe;personen', districts.flatMap(([district, people], at) => ages.map(([age, share], step) => {
    const counted = Math.round(people * share * 1.004 ** (year - 2023) * (1 + 0.06 * wobble(at * 5 + step)))
    return [year, district, age, edition === 'first' && district === 'Nord' ? counted - 12 * (step + 1) : counted]
  }))) // prettier-ignore

const meters = [['Luft 1', 'Marktstraße', 31], ['Luft 2', 'Stadtpark', 14], ['Luft 3', 'Ostring', 36]] as const

/** Monthly means of nitrogen dioxide and fine dust in µg/m³ at three places, of so many months from January 2024 on. */
export const airQuality = (count: number): string =>
  csv('monat;messpunkt;lage;no2_mittel;pm10_mittel;stunden_gueltig', Array.from({ length: count }, (_, at) => meters.map(([code, place, level], meter) => {
    const winter = 1 + 0.22 * Math.cos((at / 12) * 2 * Math.PI)
    return [`${2024 + Math.floor(at / 12)}-${two((at % 12) + 1)}`, code, place, german(level * winter * 0.992 ** at * (1 + 0.07 * wobble(at + meter * 31)), 1), german((11 + level / 6) * winter * (1 + 0.09 * wobble(at * 3 + meter)), 1), 700 - Math.round(30 * Math.abs(wobble(at + meter)))]
  })).flat()) // prettier-ignore

/** Depth of the ground water in metres below the surface at four wells, by quarter. */
export const groundWater = (): string =>
  csv('quartal;messstelle;tiefe_m', Array.from({ length: 12 }, (_, at) => ['GW 11', 'GW 14', 'GW 22', 'GW 31'].map((well, nr) => [`${2022 + Math.floor(at / 4)}-Q${(at % 4) + 1}`, well, german(3.2 + nr * 1.4 + 0.5 * Math.sin((at / 4) * 2 * Math.PI) + 0.2 * wobble(at + nr), 2)])).flat())

/** Speeds in front of schools in two weeks of measuring. */
export const schoolSpeeds = (): string =>
  csv('strasse;schule;erlaubt_kmh;fahrzeuge;median_kmh;v85_kmh;anteil_zu_schnell_prozent', ['Schulstraße', 'Lindenweg', 'Kirchberg', 'Gartenweg', 'Westwall', 'Ahornallee', 'Am Anger', 'Sonnenhang'].map((street, at) => {
    const middle = 30 + 5 * wobble(at + 2)
    return [street, at % 3 === 2 ? 'Weiterführende Schule' : 'Grundschule', 30, 4_200 + 380 * at, german(middle, 1), german(middle + 6.4, 1), german(22 + 3.1 * (middle - 28), 1)]
  })) // prettier-ignore

/** Clubs that look after trees: their contacts are people, which the search before release must find. */
export const treePatrons = `strasse;baeume;patenschaft;ansprechperson
Lindenweg;6;Nachbarschaft Lindenweg;Erika Beispiel
Marktplatz;4;Werbegemeinschaft Markt;Hans Muster
Schulstraße;9;Förderverein der Grundschule;Sabine Probe
Ahornallee;12;Kleingartenverein Ahorn;Peter Vorlage
Westwall;5;Stadtteilverein West;Maria Entwurf
Campusring;14;Studierende für Bäume;Jonas Skizze
`

/** Water levels of every sixth hour, in centimetres over the zero of the gauge, with the tide. */
export const harbourLevels = (days: number): string =>
  csv('zeitpunkt;pegel_cm;wind_bft', Array.from({ length: days * 4 }, (_, at) => [`2026-03-${two(Math.floor(at / 4) + 1)}T${two((at % 4) * 6)}:00`, Math.round(512 + 145 * Math.cos((at * 6 * 2 * Math.PI) / 12.42) + 20 * wobble(at)), 3 + Math.round(2 * Math.abs(wobble(at + 5)))]))

/** Rooms of a village that can be hired; in the second edition with steps and prices of this year. */
export const villageRooms = (edition: 1 | 2): string =>
  csv('raum;ort;plaetze;miete_euro;ohne_stufe', [['Dorfgemeinschaftshaus', 'Oberdorf', 120, 90, 'ja'], ['Alte Schule', 'Unterdorf', 40, 35, 'nein'], ['Feuerwehrhaus, Saal', 'Oberdorf', 60, 50, 'ja'], ['Pfarrscheune', 'Unterdorf', 80, 70, 'nein'], ...(edition === 2 ? [['Bücherei, Leseraum', 'Oberdorf', 25, 20, 'ja']] : [])].map(([room, place, seats, price, level]) => [String(room), String(place), Number(seats), german(Number(price) * (edition === 2 ? 1.1 : 1), 2), String(level)]))
