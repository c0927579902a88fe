import { openingOf } from '../../safety/rules/opening.ts'
import { quantityOf } from '../../quantity/quantity.ts'
import type { Channel, Opening, Rule, ThresholdCondition } from '../schema.ts'
import { isBeyond } from './hysteresis.ts'
import { rhythm, type Speaking } from './silence.ts'

/**
 * The interval in which a channel speaks: its device's, or its own rhythm where that is slower, because many devices say the state of their battery once
 * a day only.
 */
export function everyMinutes({ expectedMinutes, ...channel }: Pick<Channel, 'expectedMinutes' | 'firstTime' | 'lastTime' | 'count'>): number | null {
  const own = ownRhythm(channel)
  return expectedMinutes === null ? own : Math.max(expectedMinutes, own ?? 0)
}

const ownRhythm = ({ firstTime, lastTime, count }: Pick<Channel, 'firstTime' | 'lastTime' | 'count'>): number | null => (firstTime && lastTime ? rhythm({ firstTime, lastTime, count }) : null)

/** Batteries are told of far less often than measured; how often, only their own past says. That a device speaks at all is seen from its other channels. */
const speaksSeldom = ({ quantity }: Pick<Channel, 'quantity'>): boolean => quantity === 'battery' || quantity === 'batteryPercent'

/** For how long a value counts after it was said: three intervals, and at least three quarters of an hour; contacts speak seldom. */
export const gapOf = (channel: Pick<Channel, 'quantity' | 'expectedMinutes' | 'firstTime' | 'lastTime' | 'count'>): number => {
  const isState = channel.quantity !== null && quantityOf(channel.quantity).kind === 'state'
  return Math.max(3 * (everyMinutes(channel) ?? 60), isState ? 180 : 45)
}

export const openingOfChannel = ({ quantity, opening, channel, device, place }: Channel): Opening | null => (quantity === 'contact' ? (opening ?? openingOf(channel, device, place)) : null)

export const speakingOf = (channel: Channel): Speaking => ({
  seriesId: channel.seriesId,
  schoolId: channel.schoolId,
  devEui: channel.devEui,
  lastTime: channel.lastTime,
  since: channel.hangsSince,
  everyMinutes: speaksSeldom(channel) ? ownRhythm(channel) : everyMinutes(channel),
})

/** How a rule's alarm about a channel is called. */
export const subjectOf = (key: string, seriesId: number): string => `rule:${key}:${seriesId}`

/** Whether the last value alone says that the rule is worth a look into history. */
export function isSuspect(condition: ThresholdCondition, { value, lastTime, ...channel }: Channel, now: Date): boolean {
  if (value === null || lastTime === null || !isBeyond(condition, value)) return false
  return now.getTime() - lastTime.getTime() <= gapOf({ lastTime, ...channel }) * 60_000
}

/** From when on values are needed to judge a rule now. */
export const windowStart = ({ onMinutes, offMinutes }: ThresholdCondition, gapMinutes: number, now: Date): Date =>
  new Date(now.getTime() - (Math.max(onMinutes, offMinutes) + Math.min(gapMinutes, 1_440) + 15) * 60_000)

export const isThreshold = (rule: Rule): rule is Rule & { condition: ThresholdCondition } => rule.condition.type === 'threshold'
