import { Type, type Static } from 'typebox'
import type { PlainDate } from '@modellregion/standards'

/** What a meter point counts. `pulses`: a counter without a unit of its own, e.g. of a rain gauge in a lesson. */
export const meterQuantities = ['electricity', 'heat', 'gas', 'water', 'pulses'] as const
export type MeterQuantity = (typeof meterQuantities)[number]

/** What the readings of a register are in. `pulse`: contacts of a pulse output, see `pulsesPerUnit`. */
export const readingUnits = ['Wh', 'kWh', 'MWh', 'GJ', 'm3', 'l', 'pulse'] as const
export type ReadingUnit = (typeof readingUnits)[number]

/** A place at which a supply is counted, whatever device hangs there: thing of kind `meter-point`. */
export type MeterPoint = {
  readonly id: number
  readonly schoolId: number
  readonly name: string
  readonly quantity: MeterQuantity
  readonly retiredAt: Date | null
}

/**
 * One counting mechanism of one meter, as long as it was installed. Registers of a point with the same `code` follow each other without overlap and
 * are a chain: import, export, high and low tariff are chains of their own.
 */
export type Register = {
  readonly id: string
  readonly meterPointId: number
  /** OBIS-like name of the chain: `total`, `import`, `export`, `day`, `night`. */
  readonly code: string
  readonly serial: string
  /** From this moment on, up to but not including `to`. */
  readonly from: Date
  readonly to: Date | null
  /** What the mechanism showed when it was installed and removed, in `unit`; null: nobody wrote it down. */
  readonly startReading: number | null
  readonly endReading: number | null
  /** Places before and after the decimal point: it overflows at 10^digitsBefore. For pulses null: at 2^32. */
  readonly digitsBefore: number | null
  readonly digitsAfter: number
  /** Ratio of the instrument transformers; 1 without. */
  readonly factor: number
  readonly unit: ReadingUnit
  /** Pulses per unit of the quantity (kWh, m³); of pulse counters only. */
  readonly pulsesPerUnit: number | null
  /** 1 adds to the consumption of the point, -1 takes away (feed-in). */
  readonly sign: 1 | -1
  /** Which channel of the point's series it is; null: every counter series of the point that fits its unit. */
  readonly channel: string | null
  /** How often a reading should come, in minutes. */
  readonly expectedMinutes: number
  /** More per hour cannot flow here (unit of the quantity, before `factor`); null: unknown. */
  readonly maxPerHour: number | null
}

/** Gas: what a cubic metre is worth from a day on. kWh = m³ × state number × calorific value (DVGW G 685). */
export type GasValue = { readonly from: PlainDate; readonly calorificValue: number; readonly stateNumber: number; readonly source: string }

export const periods = ['day', 'week', 'month', 'year'] as const
export type Period = (typeof periods)[number]

/** What was used in one local day, week, month or year, or the part of it that was asked for. */
export type Consumption = {
  readonly from: PlainDate
  /** The first day that no longer belongs to it. */
  readonly until: PlainDate
  readonly amount: number
  /** The part of `amount` that an assumption put here and not elsewhere, because a long gap crosses an edge of the span. */
  readonly estimated: number
  /** Hours of the span by the local clock: a day has 23, 24 or 25. */
  readonly hours: number
  /** Hours of it for which there is an amount at all. */
  readonly covered: number
  /** `kWh`, `m³`, or nothing for pulses. */
  readonly unit: string
  readonly quantity: MeterQuantity
}

/** Why a reading does not count. */
export const asideReasons = ['backwards', 'spike', 'contradicts', 'too-fast', 'outside'] as const
export type AsideReason = (typeof asideReasons)[number]
/** `source`: where it comes from; what a form says beats what a person read, which beats what a device sent. */
export type ReadingSource = 'form' | 'manual' | 'device'
export type Reading = { readonly at: Date; readonly value: number; readonly source: ReadingSource }
export type AsideReading = Reading & { readonly reason: AsideReason; readonly registerId: string }
/** What was recognised between two readings that count. `unexplained`: the level changed for good; probably an exchange that nobody wrote down. */
export type MeterEvent = { readonly kind: 'overflow' | 'reset' | 'unexplained'; readonly after: Date; readonly at: Date; readonly registerId: string }

const clock = Type.String({ pattern: '^([01]?[0-9]|2[0-3])[:.][0-5][0-9]$' })
const reading = Type.Optional(Type.String({ maxLength: 20 }))
const code = Type.String({ pattern: '^[a-z][a-z0-9-]{0,19}$' })

/** Which registers an exchange is about, with commas between: those of the meter that was exchanged. */
export const ExchangedCodes = Type.Object({ code: Type.String({ pattern: '^[a-z][a-z0-9,-]{0,99}$' }) })
/** The form about an exchange, filled in when it happens or afterwards. `readings`: the names of its fields for what each register showed. */
export const exchangeForm = (readings: readonly string[]) =>
  Type.Object({
    day: Type.String({ format: 'date' }),
    time: clock,
    serial: Type.String({ minLength: 1, maxLength: 40 }),
    digitsBefore: Type.Integer({ minimum: 3, maximum: 12 }),
    factor: Type.String({ minLength: 1, maxLength: 10 }),
    // Their names are known only here; they are read as they were typed.
    ...(Object.fromEntries(readings.map((name) => [name, reading])) as object),
  })

const description = {
  kind: code,
  channel: Type.Optional(Type.String({ maxLength: 60 })),
  serial: Type.Optional(Type.String({ maxLength: 40 })),
  unit: Type.Union(readingUnits.map((unit) => Type.Literal(unit))),
  pulsesPerUnit: Type.Optional(Type.String({ maxLength: 12 })),
  factor: Type.String({ minLength: 1, maxLength: 10 }),
  digitsBefore: Type.Optional(Type.Integer({ minimum: 3, maximum: 12 })),
  startReading: reading,
  expectedMinutes: Type.Integer({ minimum: 1, maximum: 600_000 }),
  maxPerHour: Type.Optional(Type.String({ maxLength: 12 })),
}
/** The form that describes a register of the meter that hangs at a point now. */
export const DescribeForm = Type.Object({ ...description, code })
export type DescribeForm = Static<typeof DescribeForm>
/** The form of a register that counts beside the others from a moment on. */
export const AddForm = Type.Object({ ...description, day: Type.String({ format: 'date' }), time: clock })
export type AddForm = Static<typeof AddForm>
/** The form of a register that counts no more. */
export const EndForm = Type.Object({ code, day: Type.String({ format: 'date' }), time: clock, endReading: reading })

export const GasForm = Type.Object({
  from: Type.String({ format: 'date' }),
  calorificValue: Type.String({ minLength: 1, maxLength: 10 }),
  stateNumber: Type.String({ minLength: 1, maxLength: 10 }),
  source: Type.String({ minLength: 3, maxLength: 200 }),
})
export type GasForm = Static<typeof GasForm>
