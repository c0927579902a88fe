import { Type, type Static } from 'typebox'
import type { QuantityId } from '../quantity/quantity.ts'
import type { Audience } from '../store/schema.ts'

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

export const MuteForm = Type.Object({ days: Type.Union([Type.Literal('1'), Type.Literal('7'), Type.Literal('30')]), reason: Type.String({ minLength: 3, maxLength: 200 }) })
export type MuteForm = Static<typeof MuteForm>

const severity = Type.Union([Type.Literal('info'), Type.Literal('warn'), Type.Literal('urgent')])
const clock = Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' })
const minutes = (least: number) => Type.Integer({ minimum: least, maximum: 20_160 })

/** How somebody wants to be told; unticked boxes are absent. */
export const PreferenceForm = Type.Object({
  quietFrom: clock,
  quietTo: clock,
  quietWeekend: Type.Optional(Type.Boolean()),
  mail: Type.Optional(Type.Boolean()),
  mailFrom: severity,
  perDay: Type.Integer({ minimum: 0, maximum: 100 }),
  perWeek: Type.Integer({ minimum: 0, maximum: 500 }),
  digestHour: Type.Integer({ minimum: 0, maximum: 23 }),
})
export type PreferenceForm = Static<typeof PreferenceForm>

const common = {
  severity,
  enabled: Type.Optional(Type.Boolean()),
  // Asked for when the rule is saved, not for a preview.
  reason: Type.Optional(Type.String({ maxLength: 300 })),
}
export const StateForm = Type.Object({ onMinutes: minutes(0), offMinutes: minutes(0), when: Type.Enum([...whens]), ...common })
export const ThresholdForm = Type.Object({ on: Type.Number(), onMinutes: minutes(0), off: Type.Number(), offMinutes: minutes(0), when: Type.Enum([...whens]), ...common })
export const OwnForm = Type.Object({
  name: Type.String({ minLength: 3, maxLength: 80 }),
  quantity: Type.String({ minLength: 1, maxLength: 40 }),
  direction: Type.Union([Type.Literal('above'), Type.Literal('below')]),
  ...ThresholdForm.properties,
})
export const SilenceForm = Type.Object({ factor: Type.Number({ minimum: 1.5, maximum: 1_000 }), leastMinutes: minutes(5), holidayFactor: Type.Number({ minimum: 1, maximum: 100 }), ...common })
export const BatteryForm = Type.Object({ weeks: Type.Integer({ minimum: 1, maximum: 52 }), emptyVolts: Type.Number({ minimum: 0.5, maximum: 24 }), emptyPercent: Type.Number({ minimum: 0, maximum: 90 }), ...common })

const optionalMinutes = Type.Optional(Type.Integer({ minimum: 1, maximum: 20_160 }))
export const ChainForm = Type.Object({ infoDeputy: optionalMinutes, infoTechnician: optionalMinutes, warnDeputy: optionalMinutes, warnTechnician: optionalMinutes, urgentDeputy: optionalMinutes, urgentTechnician: optionalMinutes })
export const DutyForm = Type.Object({ school: Type.Integer({ minimum: 1 }), account: Type.String({ format: 'uuid' }), step: Type.Union([Type.Literal('0'), Type.Literal('1'), Type.Literal('2'), Type.Literal('3')]) })

export type NoticeState = 'waiting' | 'sent' | 'shown' | 'bundled' | 'digested' | 'dropped'
/** That somebody was told of an alarm, or will be, or why not. */
export type Notice = { readonly id: string; readonly alarmId: string; readonly accountId: string; readonly step: number; readonly state: NoticeState; readonly severity: Severity; readonly dueAt: Date; readonly sentAt: Date | null; readonly createdAt: Date }
/** How many notifications of a kind somebody got. */
export type Load = { readonly accountId: string; readonly state: NoticeState; readonly n: number }
/** How loud a rule is. `unseen`: alarms that went away without anybody having seen to them. */
export type Loudness = { readonly ruleKey: string | null; readonly kind: string; readonly alarms: number; readonly notices: number; readonly unseen: number }

/** A channel as the evaluation sees it: where it is, what it last said, how often it should speak. */
export type Channel = {
  readonly seriesId: number
  readonly thingId: number
  readonly schoolId: number
  readonly place: string
  readonly outdoor: boolean
  readonly channel: string | null
  readonly quantity: QuantityId | null
  readonly audience: Audience
  readonly firstTime: Date | null
  readonly lastTime: Date | null
  readonly value: number | null
  readonly count: number
  readonly devEui: string | null
  readonly device: string | null
  readonly expectedMinutes: number | null
  /** When it began to hang at this thing; null without a device. */
  readonly hangsSince: Date | null
  readonly opening: Opening | null
}
