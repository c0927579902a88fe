import { isQuantity, quantities, quantityOf, type QuantityId } from '../../quantity/quantity.ts'
import type { BatteryCondition, Rule, SilenceCondition, ThresholdCondition } from '../schema.ts'

const town = { schoolId: null, thingId: null, name: null, opening: null } as const
const state: ThresholdCondition = { type: 'threshold', direction: 'above', on: 0.5, onMinutes: 0, off: 0.5, offMinutes: 10, when: 'always' }
const silence: SilenceCondition = { type: 'silence', factor: 6, leastMinutes: 120, holidayFactor: 2 }
const battery: BatteryCondition = { type: 'battery', weeks: 6, emptyVolts: 2.8, emptyPercent: 10 }

/**
 * The rules every town begins with. Their limits and where they come from:
 * frost: 8 °C leaves time before 5 °C, where pipes begin to be at risk; hot: ASR A3.5 (4.4) wants measures above 30 °C; moist: above 70 % for a day mould
 * may grow on cold walls (UBA, Schimmelleitfaden 2017); CO₂: above 2,000 ppm is unacceptable (UBA/IRK 2008), noticed after half an hour because momentary
 * peaks are no alarm; empty: 2.8 V is where common 3.6 V lithium thionyl chloride and 3 V lithium cells break down under the load of a transmission.
 * Presence at night is off: it tells about people, and a school switches it on with a reason.
 */
export const readyRules: readonly Rule[] = [
  { ...town, key: 'smoke', kind: 'smoke', quantity: 'smoke', severity: 'urgent', condition: state, enabled: true },
  { ...town, key: 'leak', kind: 'leak', quantity: 'leak', severity: 'urgent', condition: state, enabled: true },
  { ...town, key: 'frost', kind: 'threshold', quantity: 'temperature', severity: 'urgent', condition: { type: 'threshold', direction: 'below', on: 8, onMinutes: 60, off: 10, offMinutes: 60, when: 'always' }, enabled: true },
  { ...town, key: 'hot', kind: 'threshold', quantity: 'temperature', severity: 'info', condition: { type: 'threshold', direction: 'above', on: 30, onMinutes: 60, off: 28, offMinutes: 60, when: 'school-hours' }, enabled: true },
  { ...town, key: 'moist', kind: 'threshold', quantity: 'humidity', severity: 'info', condition: { type: 'threshold', direction: 'above', on: 70, onMinutes: 1_440, off: 65, offMinutes: 360, when: 'heating-season' }, enabled: true },
  { ...town, key: 'stale-air', kind: 'air', quantity: 'co2', severity: 'info', condition: { type: 'threshold', direction: 'above', on: 2_000, onMinutes: 30, off: 1_400, offMinutes: 10, when: 'school-hours' }, enabled: true },
  { ...town, key: 'door-night', kind: 'door-open', quantity: 'contact', opening: 'door', severity: 'warn', condition: { ...state, onMinutes: 15, offMinutes: 5, when: 'outside-hours' }, enabled: true },
  { ...town, key: 'window-night', kind: 'window-open', quantity: 'contact', opening: 'window', severity: 'warn', condition: { ...state, onMinutes: 30, offMinutes: 5, when: 'outside-hours' }, enabled: true },
  { ...town, key: 'window-heating', kind: 'window-open', quantity: 'contact', opening: 'window', severity: 'info', condition: { ...state, onMinutes: 60, offMinutes: 5, when: 'heating-season' }, enabled: true },
  { ...town, key: 'presence', kind: 'presence-at-night', quantity: 'motion', severity: 'warn', condition: { ...state, onMinutes: 0, offMinutes: 30, when: 'outside-hours' }, enabled: false },
  { ...town, key: 'occupied', kind: 'presence-at-night', quantity: 'occupancy', severity: 'warn', condition: { ...state, onMinutes: 0, offMinutes: 30, when: 'outside-hours' }, enabled: false },
  { ...town, key: 'silent', kind: 'silent', quantity: null, severity: 'warn', condition: silence, enabled: true },
  { ...town, key: 'battery', kind: 'battery', quantity: null, severity: 'info', condition: battery, enabled: true },
]

/** Names of ready-made rules, for their words. */
export const readyKeys = ['smoke', 'leak', 'frost', 'hot', 'moist', 'stale-air', 'door-night', 'window-night', 'window-heating', 'presence', 'occupied', 'silent', 'battery'] as const
export type ReadyKey = (typeof readyKeys)[number]
export const isReadyKey = (key: string): key is ReadyKey => readyKeys.some((ready) => ready === key)

/** Rules that tell about people: the switch of a school (safety/) decides, not the rule. */
export const aboutPeople: ReadonlySet<string> = new Set(['presence', 'occupied'])

/** Rules that nobody may switch off or delay for a whole town: water and smoke do harm by the minute. A single place can be muted for days. */
export const unswitchable: ReadonlySet<string> = new Set(['smoke', 'leak'])

/** Rules about rooms: a yard in winter is below every limit. */
const indoor: ReadonlySet<string> = new Set(['frost', 'hot', 'moist', 'stale-air'])

/** What a rule of a town's own may be about: no meters, which have watchers of their own, and nothing that follows people. */
export const ownQuantities: readonly QuantityId[] = Object.keys(quantities).filter(isQuantity).filter((id) => quantityOf(id).kind !== 'counter' && id !== 'motion' && id !== 'occupancy')

export type Watched = { readonly outdoor?: boolean; readonly schoolId: number | null; readonly thingId: number; readonly quantity: string | null; readonly opening: 'door' | 'window' | null }

/** All rules in force, ready-made ones as the town left or changed them: by key, the narrowest last. */
export function rulesByKey(changed: readonly Rule[]): ReadonlyMap<string, readonly Rule[]> {
  const all = new Map<string, Rule[]>()
  for (const rule of [...readyRules, ...[...changed].sort((a, b) => width(b) - width(a))]) all.set(rule.key, [...(all.get(rule.key) ?? []), rule])
  return all
}

/** The rule of a key that counts for a channel: that of its place, else of its school, else of the town. Undefined when none looks at it. */
export function ruleFor(rules: readonly Rule[], watched: Watched): Rule | undefined {
  const rule = rules.findLast(({ schoolId, thingId }) => (thingId === null || thingId === watched.thingId) && (schoolId === null || schoolId === watched.schoolId))
  if (!rule || (watched.outdoor === true && indoor.has(rule.key)) || (rule.quantity !== null && rule.quantity !== watched.quantity)) return undefined
  return rule.opening && rule.opening !== watched.opening ? undefined : rule
}

const width = ({ schoolId, thingId }: Rule): number => (thingId !== null ? 0 : schoolId !== null ? 1 : 2)
