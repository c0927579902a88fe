import type { MeterQuantity, RoomUse, SchoolForm } from '../place/schema.ts'
import type { Lesson } from '../store/schema.ts'
import type { DemoSchool } from './schools.ts'

export type RoomPlan = {
  /** Unique within the school; also the number on the door. */
  readonly code: string
  readonly name: string
  readonly use: RoomUse
  readonly areaM2: number
  readonly seats?: number
}
export type SchoolPlan = {
  readonly slug: DemoSchool
  readonly name: string
  readonly form: SchoolForm
  readonly place: string
  /** Longitude and latitude of the town's or quarter's centre: where the school stands to the metre does not matter here. */
  readonly position: readonly [number, number]
  readonly heatedAreaM2: number
  readonly hallAreaM2: number
  readonly pupils: number
  readonly lessons: readonly Lesson[]
  readonly buildings: readonly { readonly name: string; readonly floors: readonly { readonly name: string; readonly rooms: readonly RoomPlan[] }[] }[]
  readonly meters: readonly { readonly code: string; readonly name: string; readonly quantity: MeterQuantity; /** With a register for the high tariff and one for the low. */ readonly tariffs?: boolean }[]
  /** `at` names the room in which they are; `warm`: with a circulation of warm water. */
  readonly outlets: readonly { readonly code: string; readonly name: string; readonly at: string; readonly outlets: number; readonly warm: boolean }[]
}

const lessonsFrom = (...pairs: readonly string[]): Lesson[] => pairs.map((pair) => ({ from: pair.slice(0, 5), to: pair.slice(6) }))
const primary = lessonsFrom('08:00-08:45', '08:45-09:30', '09:50-10:35', '10:35-11:20', '11:40-12:25', '12:25-13:10')
const secondary = lessonsFrom('07:55-08:40', '08:45-09:30', '09:50-10:35', '10:40-11:25', '11:45-12:30', '12:35-13:20', '14:05-14:50', '14:50-15:35')
const vocational = lessonsFrom('07:45-09:15', '09:35-11:05', '11:25-12:55', '13:15-14:45', '15:00-16:30')
const withEvening = [...vocational, ...lessonsFrom('17:30-19:00', '19:15-20:45')]

const klass = (code: string, name: string, seats = 26, areaM2 = 64): RoomPlan => ({ code, name, use: 'class', areaM2, seats })
const science = (code: string, name: string): RoomPlan => ({ code, name, use: 'science', areaM2: 78, seats: 30 })
const workshop = (code: string, name: string): RoomPlan => ({ code, name, use: 'workshop', areaM2: 140, seats: 22 })
const staff = (code: string, areaM2 = 48, name = 'Lehrkräftezimmer'): RoomPlan => ({ code, name, use: 'staff', areaM2, seats: 18 })
const corridor = (code: string, name = 'Flur Eingang'): RoomPlan => ({ code, name, use: 'corridor', areaM2: 90 })
const gym = (code: string, areaM2 = 405): RoomPlan => ({ code, name: 'Sporthalle', use: 'gym', areaM2 })
const boiler = (code = 'K01'): RoomPlan => ({ code, name: 'Heizungskeller', use: 'technical', areaM2: 35 })
const standardMeters: SchoolPlan['meters'] = [
  { code: 'heat', name: 'Wärmezähler Hauptübergabe', quantity: 'heat' },
  { code: 'electricity', name: 'Stromzähler Hauptanschluss', quantity: 'electricity' },
  { code: 'water', name: 'Wasserzähler Hausanschluss', quantity: 'water' },
]
const showers = (at: string): SchoolPlan['outlets'][number] => ({ code: 'showers', name: 'Duschen der Sporthalle', at, outlets: 8, warm: true })
const basins = (at: string, name = 'Waschbecken am Flur'): SchoolPlan['outlets'][number] => ({ code: 'basins', name, at, outlets: 6, warm: false })

/**
 * The ten schools that the StädteRegion Aachen names in its report. Names, towns and forms of school are real; numbers of pupils, areas, rooms and
 * devices are fictional.
 */
export const schoolPlans: readonly SchoolPlan[] = [
  {
    slug: 'ggs-roetgen', name: 'GGS Roetgen', form: 'grundschule', place: 'Roetgen', position: [6.193, 50.648], heatedAreaM2: 2_900, hallAreaM2: 620, pupils: 298, lessons: primary,
    buildings: [
      { name: 'Hauptgebäude', floors: [
        { name: 'Keller', rooms: [boiler()] },
        { name: 'Erdgeschoss', rooms: [klass('001', 'Klasse 1a'), klass('002', 'Klasse 1b'), corridor('F0'), staff('010')] },
        { name: '1. Obergeschoss', rooms: [klass('101', 'Klasse 3a'), klass('102', 'Klasse 4b'), staff('110', 26, 'Arbeitsraum der Lehrkräfte'), staff('111', 22, 'Besprechungszimmer')] },
      ] },
      { name: 'Turnhalle', floors: [{ name: 'Erdgeschoss', rooms: [gym('T1')] }] },
    ],
    meters: standardMeters, outlets: [showers('T1'), basins('F0')],
  },
  {
    slug: 'gs-breinig', name: 'GS Breinig', form: 'grundschule', place: 'Stolberg-Breinig', position: [6.232, 50.742], heatedAreaM2: 2_300, hallAreaM2: 540, pupils: 241, lessons: primary,
    buildings: [
      { name: 'Schulhaus', floors: [
        { name: 'Keller', rooms: [boiler()] },
        { name: 'Erdgeschoss', rooms: [klass('E1', 'Klasse 1'), klass('E2', 'Klasse 2'), corridor('F0'), staff('E9', 32)] },
        { name: '1. Obergeschoss', rooms: [klass('O1', 'Klasse 3'), klass('O2', 'Klasse 4')] },
      ] },
    ],
    meters: standardMeters, outlets: [basins('F0')],
  },
  {
    slug: 'kgs-barbaraschule', name: 'KGS Barbaraschule', form: 'grundschule', place: 'Eschweiler', position: [6.262, 50.817], heatedAreaM2: 2_050, hallAreaM2: 480, pupils: 203, lessons: primary,
    buildings: [
      { name: 'Altbau', floors: [
        { name: 'Keller', rooms: [boiler()] },
        { name: 'Erdgeschoss', rooms: [klass('1', 'Klasse 1'), klass('2', 'Klasse 2'), corridor('F0'), staff('9', 28)] },
      ] },
      { name: 'Anbau', floors: [{ name: 'Erdgeschoss', rooms: [klass('3', 'Klasse 3'), klass('4', 'Klasse 4'), { code: 'OGS', name: 'Ganztagsraum', use: 'canteen', areaM2: 80, seats: 40 }] }] },
    ],
    meters: standardMeters, outlets: [basins('F0')],
  },
  {
    slug: 'marienschule-alsdorf', name: 'Marienschule Alsdorf', form: 'realschule', place: 'Alsdorf', position: [6.192, 50.862], heatedAreaM2: 5_400, hallAreaM2: 1_150, pupils: 542, lessons: secondary,
    buildings: [
      { name: 'Trakt A', floors: [
        { name: 'Keller', rooms: [boiler()] },
        { name: 'Erdgeschoss', rooms: [corridor('F0'), klass('A01', 'Raum A01', 30), klass('A02', 'Raum A02', 30), staff('A10', 70)] },
        { name: '1. Obergeschoss', rooms: [klass('A11', 'Raum A11', 30), science('A12', 'Physik A12'), science('A13', 'Chemie A13')] },
      ] },
      { name: 'Sporthalle', floors: [{ name: 'Erdgeschoss', rooms: [gym('S1', 970)] }] },
    ],
    meters: standardMeters, outlets: [showers('S1'), basins('F0'), { code: 'science', name: 'Becken der Fachräume', at: 'A13', outlets: 14, warm: false }],
  },
  {
    slug: 'gymnasium-baesweiler', name: 'Gymnasium Baesweiler', form: 'gymnasium', place: 'Baesweiler', position: [6.188, 50.908], heatedAreaM2: 8_900, hallAreaM2: 1_900, pupils: 921, lessons: secondary,
    buildings: [
      { name: 'Hauptgebäude', floors: [
        { name: 'Keller', rooms: [boiler()] },
        { name: 'Erdgeschoss', rooms: [corridor('F0', 'Foyer'), klass('011', 'Raum 011', 30), klass('012', 'Raum 012', 30), staff('020', 95)] },
        { name: '1. Obergeschoss', rooms: [klass('111', 'Raum 111', 30), klass('112', 'Raum 112', 30), science('120', 'Biologie 120')] },
      ] },
      { name: 'Sporthalle', floors: [{ name: 'Erdgeschoss', rooms: [gym('H1', 1_215)] }] },
    ],
    meters: [...standardMeters, { code: 'electricity-hall', name: 'Stromzähler Sporthalle', quantity: 'electricity' }], outlets: [showers('H1'), basins('F0', 'Waschbecken am Foyer')],
  },
  {
    slug: 'st-michael-gymnasium-monschau', name: 'St.-Michael-Gymnasium Monschau', form: 'gymnasium', place: 'Monschau', position: [6.24, 50.556], heatedAreaM2: 7_600, hallAreaM2: 1_400, pupils: 716, lessons: secondary,
    buildings: [
      { name: 'Hauptgebäude', floors: [
        { name: 'Keller', rooms: [boiler()] },
        { name: 'Erdgeschoss', rooms: [corridor('F0', 'Pausenhalle'), klass('003', 'Raum 003', 28), klass('004', 'Raum 004', 28), staff('001', 80)] },
        { name: '1. Obergeschoss', rooms: [klass('103', 'Raum 103', 28), science('110', 'Physik 110')] },
      ] },
      { name: 'Turnhalle', floors: [{ name: 'Erdgeschoss', rooms: [gym('T1', 760)] }] },
    ],
    meters: standardMeters, outlets: [showers('T1'), basins('F0', 'Waschbecken der Pausenhalle')],
  },
  {
    slug: 'bk-alsdorf', name: 'Berufskolleg Alsdorf', form: 'berufskolleg', place: 'Alsdorf', position: [6.161, 50.875], heatedAreaM2: 9_800, hallAreaM2: 1_200, pupils: 1_480, lessons: vocational,
    buildings: [
      { name: 'Gebäude A', floors: [
        { name: 'Keller', rooms: [boiler()] },
        { name: 'Erdgeschoss', rooms: [corridor('F0', 'Foyer'), klass('A03', 'Raum A03', 28), staff('A20', 110)] },
        { name: '1. Obergeschoss', rooms: [klass('A13', 'Raum A13', 28), klass('A14', 'Raum A14', 28), { code: 'SRV', name: 'Serverraum', use: 'technical', areaM2: 18 }] },
      ] },
      { name: 'Werkstätten', floors: [{ name: 'Erdgeschoss', rooms: [workshop('W1', 'Kfz-Werkstatt')] }] },
    ],
    meters: [...standardMeters, { code: 'electricity-workshop', name: 'Stromzähler Werkstätten', quantity: 'electricity', tariffs: true }], outlets: [basins('F0', 'Waschbecken am Foyer'), { code: 'workshop', name: 'Becken der Werkstatt', at: 'W1', outlets: 8, warm: true }],
  },
  {
    slug: 'bk-stolberg-simmerath', name: 'Berufskolleg Simmerath/Stolberg', form: 'berufskolleg', place: 'Stolberg', position: [6.228, 50.771], heatedAreaM2: 8_700, hallAreaM2: 980, pupils: 1_310, lessons: vocational,
    buildings: [
      { name: 'Hauptgebäude', floors: [
        { name: 'Keller', rooms: [boiler()] },
        { name: 'Erdgeschoss', rooms: [corridor('F0', 'Foyer'), klass('E05', 'Raum E05', 28), klass('E06', 'Raum E06', 28), staff('E01', 90)] },
      ] },
      { name: 'Werkstatt Holz', floors: [{ name: 'Erdgeschoss', rooms: [workshop('H1', 'Holzwerkstatt'), klass('H2', 'Planungsraum H2', 22)] }] },
    ],
    meters: standardMeters, outlets: [basins('F0', 'Waschbecken am Foyer')],
  },
  {
    slug: 'bk-gestaltung-technik', name: 'Berufskolleg für Gestaltung und Technik', form: 'berufskolleg', place: 'Aachen', position: [6.121, 50.79], heatedAreaM2: 10_400, hallAreaM2: 0, pupils: 1_720, lessons: vocational,
    buildings: [
      { name: 'Haus 1', floors: [
        { name: 'Keller', rooms: [boiler()] },
        { name: 'Erdgeschoss', rooms: [corridor('F0', 'Foyer'), klass('1.01', 'Raum 1.01', 28), staff('1.20', 105)] },
        { name: '2. Obergeschoss', rooms: [klass('3.01', 'Zeichensaal 3.01', 24, 96), klass('3.02', 'Raum 3.02', 28), workshop('3.10', 'Drucklabor')] },
      ] },
    ],
    meters: standardMeters, outlets: [basins('F0', 'Waschbecken am Foyer'), { code: 'lab', name: 'Becken des Drucklabors', at: '3.10', outlets: 6, warm: true }],
  },
  {
    slug: 'mies-van-der-rohe-schule', name: 'Mies-van-der-Rohe-Schule', form: 'berufskolleg', place: 'Aachen', position: [6.122, 50.789], heatedAreaM2: 11_900, hallAreaM2: 1_350, pupils: 2_050, lessons: withEvening,
    buildings: [
      { name: 'Haus A', floors: [
        { name: 'Keller', rooms: [boiler()] },
        { name: 'Erdgeschoss', rooms: [corridor('F0', 'Foyer'), klass('A012', 'Raum A012', 30), klass('A013', 'Raum A013', 30), staff('A002', 120)] },
        { name: '1. Obergeschoss', rooms: [klass('A112', 'Raum A112', 30), science('A120', 'Bauphysiklabor A120')] },
      ] },
      { name: 'Haus B', floors: [{ name: 'Erdgeschoss', rooms: [workshop('B01', 'Bauhalle'), gym('B10', 810)] }] },
    ],
    meters: standardMeters, outlets: [showers('B10'), basins('F0', 'Waschbecken am Foyer'), { code: 'workshop', name: 'Becken der Bauhalle', at: 'B01', outlets: 6, warm: false }],
  },
]

export const roomsOf = (plan: SchoolPlan): readonly RoomPlan[] => plan.buildings.flatMap(({ floors }) => floors.flatMap(({ rooms }) => rooms))

/** Which schools the fictional people work for. Who has all schools by their role needs no entry. */
export const demoMembers: readonly { readonly person: string; readonly schools: readonly DemoSchool[] }[] = [
  { person: 'henning', schools: ['marienschule-alsdorf', 'mies-van-der-rohe-schule'] },
  { person: 'lena', schools: ['ggs-roetgen'] },
  { person: 'selma', schools: ['ggs-roetgen'] },
]
