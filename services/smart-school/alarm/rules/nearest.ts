import type { Channel, Rule, ThresholdCondition } from '../schema.ts'
import { isBeyond } from './hysteresis.ts'
import { ruleFor } from './ready.ts'
import { everyMinutes, isThreshold, openingOfChannel } from './watch.ts'

/** What became of a rule at a channel in a span of time. */
export type ChannelReport = {
  readonly channel: Channel
  /** `watched`: values came and the rule was asked; `silent`: no value came, so nobody knows; `off`: nobody asks this rule here; `muted`. */
  readonly state: 'watched' | 'silent' | 'off' | 'muted'
  readonly values: number
  /** Values one would expect in the span; null: not known. */
  readonly expected: number | null
  /** The value that came nearest to the limit, or went furthest beyond it; null without values. */
  readonly nearest: number | null
  /** Beyond the limit for a moment, but not long enough, or at a time at which the rule does not count. */
  readonly touched: boolean
}

export type RuleReport = { readonly rule: Rule; readonly channels: readonly ChannelReport[]; readonly alarms: number }

export type Extreme = { readonly seriesId: number; readonly count: number; readonly min: number; readonly max: number }

/**
 * Why there was no alarm (or how many there were), for each rule with a limit and each channel it looks at: how many values it was asked about, and how near they came. Silence is proven
 * by values: a channel without any is no quiet channel but an unwatched one.
 */
export function reportRules(rules: ReadonlyMap<string, readonly Rule[]>, channels: readonly Channel[], extremes: readonly Extreme[], span: { days: number; isOn: (rule: Rule, schoolId: number) => boolean; isMuted: (key: string, seriesId: number) => boolean; alarms: ReadonlyMap<string, number> }): RuleReport[] {
  const known = new Map(extremes.map((extreme) => [extreme.seriesId, extreme]))
  return [...rules].flatMap(([key, list]) => {
    const [first] = list
    if (!first || !isThreshold(first)) return []
    const reports = channels.flatMap((channel): ChannelReport[] => {
      const rule = ruleFor(list, { ...channel, opening: openingOfChannel(channel) })
      if (!rule || !isThreshold(rule)) return []
      const extreme = known.get(channel.seriesId)
      const every = everyMinutes(channel)
      const nearest = extreme ? nearestOf(rule.condition, extreme) : null
      const state = !span.isOn(rule, channel.schoolId) ? 'off' : span.isMuted(key, channel.seriesId) ? 'muted' : extreme ? 'watched' : 'silent'
      return [{ channel, state, values: extreme?.count ?? 0, expected: every === null ? null : Math.floor((span.days * 1_440) / every), nearest, touched: nearest !== null && isBeyond(rule.condition, nearest) }]
    })
    return reports.length === 0 ? [] : [{ rule: list.at(-1) ?? first, channels: reports, alarms: span.alarms.get(key) ?? 0 }]
  })
}

const nearestOf = ({ direction }: ThresholdCondition, { min, max }: Extreme): number => (direction === 'above' ? max : min)

/** Hours of a span in which the rules were asked less often than every second minute: the evaluation itself stood still. */
export function standstills(hours: readonly { hour: Date; runs: number }[], from: Date, until: Date): { from: Date; until: Date; runs: number }[] {
  const known = new Map(hours.map(({ hour, runs }) => [hour.getTime(), runs]))
  const found: { from: Date; until: Date; runs: number }[] = []
  const hour = 3_600_000
  for (let at = Math.ceil(from.getTime() / hour) * hour; at + hour <= until.getTime(); at += hour) {
    const runs = known.get(at) ?? 0
    if (runs >= 30) continue
    const last = found.at(-1)
    if (last && last.until.getTime() === at) found[found.length - 1] = { from: last.from, until: new Date(at + hour), runs: last.runs + runs }
    else found.push({ from: new Date(at), until: new Date(at + hour), runs })
  }
  return found
}
