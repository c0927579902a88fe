import { quantityOf } from '../../quantity/quantity.ts'
import type { PageT } from '../../locales/index.ts'
import { isReadyKey } from '../rules/ready.ts'
import type { Rule } from '../schema.ts'

export const ruleName = (t: PageT, { key, name }: Pick<Rule, 'key' | 'name'>): string => name ?? (isReadyKey(key) ? t(`alarm.rule.${key}`) : key)

export const unitOf = ({ quantity }: Pick<Rule, 'quantity'>): string => (quantity === null ? '' : (quantityOf(quantity).unit?.symbol ?? ''))
export const isStateRule = ({ quantity }: Pick<Rule, 'quantity'>): boolean => quantity !== null && quantityOf(quantity).kind === 'state'

/** When a rule raises an alarm, as a sentence without its end. */
export function conditionOf(t: PageT, rule: Pick<Rule, 'condition' | 'quantity'>): string {
  const { condition } = rule
  switch (condition.type) {
    case 'silence':
      return t('alarm.condition.silence', condition)
    case 'battery':
      return t('alarm.condition.battery', { weeks: condition.weeks, volts: condition.emptyVolts, percent: condition.emptyPercent })
    case 'threshold': {
      const what = isStateRule(rule) ? t('alarm.condition.state', condition) : t(`alarm.condition.${condition.direction}`, { ...condition, unit: unitOf(rule) })
      return condition.when === 'always' ? what : `${what}; ${t(`alarm.when.${condition.when}`)}`
    }
  }
}
