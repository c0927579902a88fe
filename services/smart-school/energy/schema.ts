import { Type, type Static } from 'typebox'
import type { PlainDate } from '@modellregion/standards'

/** What schools pay for and what their accounts are about. */
export const energyQuantities = ['heat', 'gas', 'electricity', 'water'] as const
export type EnergyQuantity = (typeof energyQuantities)[number]
export const isEnergyQuantity = (word: string): word is EnergyQuantity => (energyQuantities as readonly string[]).includes(word)
/** Where more is used when it is colder outside. */
export const followsWeather = (quantity: EnergyQuantity): boolean => quantity === 'heat' || quantity === 'gas'

/** `price` in ten-thousandths of a cent for a kWh or m³. */
export type Tariff = { readonly schoolId: number; readonly quantity: EnergyQuantity; readonly from: PlainDate; readonly price: number; readonly source: string }

export type Account = {
  readonly schoolId: number
  readonly startsOn: PlainDate
  readonly reviewYears: number
  readonly sharePercent: number
  readonly normalDegreeDays: number
  readonly normalSource: string
  readonly pointCents: number
  readonly mostBonusCents: number
}
export type BaselineYear = { readonly quantity: EnergyQuantity; readonly year: number; readonly amount: number; readonly degreeDays: number | null; readonly source: string }
export const correctionKinds = ['area', 'hours', 'renovation', 'equipment', 'other'] as const
export type CorrectionKind = (typeof correctionKinds)[number]
export type Correction = { readonly id: string; readonly quantity: EnergyQuantity; readonly kind: CorrectionKind; readonly from: PlainDate; readonly factor: number; readonly reason: string }
export type Activity = { readonly id: string; readonly onDay: PlainDate; readonly activity: string; readonly points: number; readonly evidence: string }

export const CorrectionForm = Type.Object({
  quantity: Type.Union(energyQuantities.map((quantity) => Type.Literal(quantity))),
  kind: Type.Union(correctionKinds.map((kind) => Type.Literal(kind))),
  from: Type.String({ format: 'date' }),
  factor: Type.String({ minLength: 1, maxLength: 10 }),
  reason: Type.String({ minLength: 5, maxLength: 300 }),
})
export type CorrectionForm = Static<typeof CorrectionForm>
export const ActivityForm = Type.Object({
  onDay: Type.String({ format: 'date' }),
  activity: Type.String({ minLength: 5, maxLength: 200 }),
  points: Type.Integer({ minimum: 1, maximum: 20 }),
  evidence: Type.Optional(Type.String({ maxLength: 300 })),
})
export type ActivityForm = Static<typeof ActivityForm>

/** `price`: cents for a kWh or m³; `percent`: a share from 0 to 1. */
export type LineUnit = 'kWh' | 'm³' | 'Kd' | 'cent' | 'price' | 'factor' | 'points' | 'percent' | 'days'
/** What a line is made of: another line, or a number with its origin. */
export type LineInput = { readonly line: string } | { readonly value: number; readonly unit: LineUnit; readonly source: string }
/** One line of a statement. `formula` names its inputs `{0}`, `{1}` …; its value is what the formula gives, rounded to `digits`. */
export type Line = {
  readonly id: string
  /** Key of its words below `energy.line.`, and what fills them. */
  readonly word: string
  readonly about: { readonly quantity?: EnergyQuantity; readonly year?: number; readonly text?: string }
  readonly formula: string
  readonly inputs: readonly LineInput[]
  readonly value: number
  readonly unit: LineUnit
  readonly digits: number
}

export const TariffForm = Type.Object({
  quantity: Type.Union(energyQuantities.map((quantity) => Type.Literal(quantity))),
  from: Type.String({ format: 'date' }),
  price: Type.String({ minLength: 1, maxLength: 12 }),
  source: Type.String({ minLength: 3, maxLength: 200 }),
})
export type TariffForm = Static<typeof TariffForm>

/** Opens an account, or its next period after a review. */
export const AccountForm = Type.Object({
  year: Type.Integer({ minimum: 2000, maximum: 2100 }),
  sharePercent: Type.Integer({ minimum: 0, maximum: 100 }),
  normalDegreeDays: Type.String({ minLength: 1, maxLength: 10 }),
  normalSource: Type.String({ minLength: 3, maxLength: 200 }),
  pointEuro: Type.String({ minLength: 1, maxLength: 10 }),
  mostEuro: Type.String({ minLength: 1, maxLength: 10 }),
  baseline: Type.String({ minLength: 1, maxLength: 4_000 }),
  weather: Type.Optional(Type.String({ maxLength: 2_000 })),
})
export type AccountForm = Static<typeof AccountForm>
