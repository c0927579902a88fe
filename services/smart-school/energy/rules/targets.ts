import { plainDate, type PlainDate } from '@modellregion/standards'
import type { EnergyQuantity } from '../schema.ts'

/** `limit`: what an ordinary building should not exceed; `target`: what good ones reach. kWh/m²a; water in litres/m²a. */
export type Bounds = { readonly limit: number; readonly target: number }
type Use = 'school' | 'hall'
export type TargetSet = { readonly id: string; readonly from: PlainDate; readonly source: string; readonly bounds: Readonly<Record<Use, Partial<Readonly<Record<'heat' | 'electricity' | 'water', Bounds>>>>> }

/** Dated data: a set holds from its day until the next one of the same id. */
export const targetSets: readonly TargetSet[] = [
  {
    id: 'vdi-3807',
    from: plainDate('2014-11-01'),
    source: 'VDI 3807 Blatt 2, wiedergegeben von der Sächsischen Energieagentur / EEN Sachsen, Leitfaden Schulen, S. 64 und 122',
    bounds: {
      school: { heat: { limit: 154, target: 90 }, electricity: { limit: 14, target: 6 }, water: { limit: 170, target: 70 } },
      hall: { heat: { limit: 187, target: 92 }, electricity: { limit: 22, target: 6 }, water: { limit: 264, target: 89 } },
    },
  },
  {
    id: 'by-form-grundschule',
    from: plainDate('2014-11-01'),
    source: 'Kennwerte für Grundschulen, energieverbraucher.de',
    bounds: { school: { heat: { limit: 140, target: 70 } }, hall: {} },
  },
  {
    id: 'by-form-gymnasium',
    from: plainDate('2014-11-01'),
    source: 'Kennwerte für Gymnasien, energieverbraucher.de',
    bounds: { school: { heat: { limit: 80, target: 65 } }, hall: {} },
  },
]

/** The set of an id that holds on a day. */
export const targetsOn = (id: string, day: PlainDate): TargetSet | undefined => targetSets.filter((set) => set.id === id && set.from <= day).sort((a, b) => (a.from < b.from ? 1 : -1))[0]

/** Limit and target of a building with a hall in it: weighted by area (VDI 3807-1). `areaM2` is all that is heated, `hallM2` the hall's part of it. Gas that heats is compared as heat. */
export function mixedBounds(set: TargetSet, quantity: EnergyQuantity, areaM2: number, hallM2: number): Bounds | undefined {
  const of = quantity === 'gas' ? 'heat' : quantity
  const [school, hall] = [set.bounds.school[of], set.bounds.hall[of] ?? set.bounds.school[of]]
  if (!school || !hall || areaM2 <= 0) return undefined
  const part = Math.min(1, Math.max(0, hallM2 / areaM2))
  const mix = (key: keyof Bounds): number => school[key] * (1 - part) + hall[key] * part
  return { limit: mix('limit'), target: mix('target') }
}
