import type { DemoSchool } from './schools.ts'

/** What the demonstration tells beside the ordinary course of the year. Days count back from the first start of the demonstration. */
export const stories = {
  /** This school uses this power, in kW, at night without anybody knowing why. */
  nightLoad: { school: 'bk-gestaltung-technik', kilowatts: 9.5 },
  /** A toilet runs, in litres a minute. */
  runningToilet: { school: 'gs-breinig', days: 25, litresPerMinute: 1.4 },
  /** The meter was exchanged at noon of this day; the new register begins at zero. */
  meterExchange: { school: 'kgs-barbaraschule', meter: 'electricity', days: 120, oldSerial: '1ESY1160482211', newSerial: '1ESY1171109354' },
  /** A room in which the windows are tilted the whole winter. */
  alwaysTilted: { school: 'st-michael-gymnasium-monschau', room: '003' },
} as const satisfies Readonly<Record<string, { school: DemoSchool } & Readonly<Record<string, string | number>>>>
