import { Type, type Static } from 'typebox'
import type { QuantityId } from '../quantity/quantity.ts'

/** What an alarm is about. Each kind has a title and a sentence in the words of this room (`alarm.kind.…`, `alarm.says.…`). */
export const alarmKinds = [
  'threshold',
  'silent',
  'battery',
  'leak',
  'smoke',
  'door-open',
  'window-open',
  'presence-at-night',
  'water-stagnation',
  'water-temperature',
  'base-load',
  'flow-leak',
  'air',
] as const
export type AlarmKind = (typeof alarmKinds)[number]

/** `info`: read it some day; `warn`: look at it today; `urgent`: go there now. */
export const severities = ['info', 'warn', 'urgent'] as const
export type Severity = (typeof severities)[number]

/** Raised until somebody says that they see to it, acknowledged until the cause is gone, then cleared; it may clear without having been acknowledged. */
export const alarmStates = ['raised', 'acknowledged', 'cleared'] as const
export type AlarmState = (typeof alarmStates)[number]

/**
 * What the pages can put into words. Further keys are kept and shown to technicians only.
 * `since` and `until` are moments (ISO 8601), `day` a calendar day; all others are numbers in the unit beside them or names of places and devices, never of people.
 */
export const factKeys = ['place', 'device', 'channel', 'quantity', 'value', 'limit', 'unit', 'usual', 'since', 'until', 'day', 'minutes', 'hours', 'days', 'count', 'rule'] as const
export type FactKey = (typeof factKeys)[number]
export type Facts = Readonly<Record<string, string | number>>

/** What a room reports. `subject` tells apart alarms of one kind: `series:12`, `outlet:40`, `meter:7`, `rule:frost:12`. */
export type NewAlarm = {
  readonly kind: AlarmKind
  readonly subject: string
  readonly schoolId: number
  readonly thingId?: number
  readonly seriesId?: number
  readonly severity: Severity
  readonly facts: Facts
}

export type Alarm = {
  readonly id: string
  readonly kind: AlarmKind
  readonly subject: string
  readonly schoolId: number
  readonly thingId: number | null
  readonly seriesId: number | null
  /** Key of the rule that raised it; null when another room did. */
  readonly ruleKey: string | null
  readonly severity: Severity
  readonly facts: Facts
  readonly state: AlarmState
  readonly raisedAt: Date
  readonly acknowledgedAt: Date | null
  readonly acknowledgedBy: string | null
  readonly note: string | null
  readonly clearedAt: Date | null
}

/** When a rule counts. `outside-hours`: nobody should be there. `school-hours`: lessons. `heating-season`: October to April. */
export const whens = ['always', 'outside-hours', 'school-hours', 'heating-season'] as const
export type When = (typeof whens)[number]

/**
 * On when values stay beyond `on` for `onMinutes`; off when they stay on the safe side of `off` for `offMinutes`. `off` lies on the safe side of `on`,
 * so that a value that trembles around the limit raises one alarm and not forty (hysteresis).
 */
export type ThresholdCondition = {
  readonly type: 'threshold'
  readonly direction: 'above' | 'below'
  readonly on: number
  readonly onMinutes: number
  readonly off: number
  readonly offMinutes: number
  readonly when: When
}
/** Silent for longer than `factor` times the interval in which the channel should speak, and than `leastMinutes`; in school holidays `holidayFactor` times as long. */
export type SilenceCondition = { readonly type: 'silence'; readonly factor: number; readonly leastMinutes: number; readonly holidayFactor: number }
/** Warns so many weeks before the battery is expected to be empty. */
export type BatteryCondition = { readonly type: 'battery'; readonly weeks: number; readonly emptyVolts: number; readonly emptyPercent: number }
export type Condition = ThresholdCondition | SilenceCondition | BatteryCondition

/** Where a rule counts: the town (both null), a school, or one place of it. The narrowest of a key wins. */
export type Scope = { readonly schoolId: number | null; readonly thingId: number | null }

export type Rule = Scope & {
  /** Of a ready-made rule its name (`frost`); of an own one its id. */
  readonly key: string
  readonly kind: AlarmKind
  /** What it watches; null: every channel. */
  readonly quantity: QuantityId | null
  /** What the contact is at; only for doors and windows. */
  readonly opening?: Opening | null
  readonly name: string | null
  readonly severity: Severity
  readonly condition: Condition
  readonly enabled: boolean
}

export type Opening = 'door' | 'window'

export const AcknowledgeForm = Type.Object({ note: Type.Optional(Type.String({ maxLength: 500 })) })
export type AcknowledgeForm = Static<typeof AcknowledgeForm>
