import { quantityOf, type QuantityId } from '../quantity/quantity.ts'
import type { PageT } from '../locales/index.ts'
import { isReadyKey } from '../alarm/rules/ready.ts'
import type { Measured, Overview } from './overview.ts'
import { leavesDaily } from './rules.ts'

/** The name of a quantity at the head of a row: some are small words of their own ("offen"). */
export function labelOf(quantity: QuantityId, language: 'de' | 'en'): string {
  const { label } = quantityOf(quantity)
  return label[language].charAt(0).toLocaleUpperCase(language) + label[language].slice(1)
}

/** What a quantity is measured for. */
export function whyOf(t: PageT, quantity: QuantityId): string {
  switch (quantity) {
    case 'co2':
    case 'temperature':
    case 'humidity':
    case 'pressure':
    case 'light':
    case 'voc':
    case 'pm25':
    case 'sound':
    case 'motion':
    case 'contact':
    case 'leak':
    case 'smoke':
      return t(`protection.why.${quantity}`)
    case 'occupancy':
      return t('protection.why.motion')
    case 'electricity':
    case 'heat':
    case 'gas':
    case 'water':
    case 'pulses':
    case 'power':
    case 'flow':
    case 'heatingSetpoint':
      return t('protection.why.energy')
    case 'waterTemperature':
      return t('protection.why.hygiene')
    case 'rain':
    case 'windSpeed':
      return t('protection.why.weather')
    case 'battery':
    case 'batteryPercent':
      return t('protection.why.device')
    default:
      return t('protection.why.other')
  }
}

/** How long single values stay, and what is left of them. */
export function keepingOf(t: PageT, { keepDays, audience, quantity, sealed }: Measured, sealedDays: number): string {
  const open = keepDays === null ? t('protection.for-ever') : `${t('protection.days', { days: keepDays })}, ${t(leavesDaily({ quantity, audience }) ? 'protection.then-daily' : 'protection.then-nothing')}`
  return sealed > 0 ? `${open}; ${t('protection.sealed-note', { n: sealed, days: Math.min(sealedDays, keepDays ?? sealedDays) })}` : open
}

export const sourceWord = (t: PageT, { kind, count }: Overview['sources'][number]): string => t('protection.sources-line', { kind: t(`ingest.source.kind.${kind}`), count })

export const ruleWord = (t: PageT, { key, name }: { key: string; name: string | null }): string => name ?? (isReadyKey(key) ? t(`alarm.rule.${key}`) : key)
