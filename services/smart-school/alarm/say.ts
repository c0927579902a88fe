import { isQuantity, quantityOf } from '../quantity/quantity.ts'
import type { PageT } from '../locales/index.ts'
import { isReadyKey } from './rules/ready.ts'
import type { Alarm, Facts } from './schema.ts'

const text = (facts: Facts, key: string): string => String(facts[key] ?? '')
const number = (facts: Facts, key: string): number | undefined => (typeof facts[key] === 'number' ? facts[key] : undefined)

/** Kind and place, as the heading of an alarm: "Fenster offen: Raum 104". */
export function headingOf(t: PageT, { kind, facts, ruleKey }: Pick<Alarm, 'kind' | 'facts' | 'ruleKey'>): string {
  const what = kind === 'threshold' && ruleKey !== null && isReadyKey(ruleKey) ? t(`alarm.rule.${ruleKey}`) : kind === 'silent' ? silentHeading(t, facts) : t(`alarm.kind.${kind}`)
  const place = text(facts, 'place') || text(facts, 'meter') || text(facts, 'group')
  return place ? t('alarm.heading', { what, place }) : what
}

// A room has several channels: which of them says nothing belongs into the heading.
function silentHeading(t: PageT, facts: Facts): string {
  const [what, quantity] = [silentWhat(facts), text(facts, 'quantity')]
  if (what !== 'channel' || !isQuantity(quantity)) return t(`alarm.silent.${what}`)
  return t('alarm.silent.channel-of', { what: quantityOf(quantity).label[t.format.locale === 'en' ? 'en' : 'de'] })
}

export const silentWhat = (facts: Facts): 'school' | 'device' | 'channel' => (facts['what'] === 'school' || facts['what'] === 'device' ? facts['what'] : 'channel')

/** What was measured, as sentences; those the facts say nothing about are left out. */
export function sentencesOf(t: PageT, { kind, facts }: Pick<Alarm, 'kind' | 'facts'>, language: 'de' | 'en'): string[] {
  const quantity = text(facts, 'quantity')
  const label = isQuantity(quantity) ? quantityOf(quantity).label[language] : quantity
  const unit = text(facts, 'unit')
  const isState = isQuantity(quantity) && quantityOf(quantity).kind === 'state'
  const [value, limit] = [number(facts, 'value'), number(facts, 'limit')]
  const since = typeof facts['since'] === 'string' && !Number.isNaN(Date.parse(facts['since'])) ? new Date(facts['since']) : undefined
  const sentences: string[] = []
  if (value !== undefined && !isState) sentences.push(limit !== undefined ? t('alarm.says.value-limit', { label: label || t(`alarm.kind.${kind}`), value, limit, unit }) : t('alarm.says.value', { label: label || t(`alarm.kind.${kind}`), value, unit }))
  const usual = number(facts, 'usual')
  if (usual !== undefined) sentences.push(t('alarm.says.usual', { value: usual, unit }))
  if (kind === 'silent' && silentWhat(facts) === 'school') sentences.push(t('alarm.says.silent-school', { count: number(facts, 'count') ?? 0 }))
  if (kind === 'silent' && silentWhat(facts) === 'channel' && label) sentences.push(t('alarm.says.silent-channel', { label }))
  const hours = number(facts, 'hours')
  if (hours !== undefined) sentences.push(t('alarm.says.hours', { hours }))
  const days = number(facts, 'days')
  if (days !== undefined) sentences.push(t('alarm.says.days', { days }))
  const day = text(facts, 'day')
  if (kind === 'battery' && /^\d{4}-\d\d-\d\d$/.test(day)) sentences.push(t('alarm.says.battery', { day: new Date(`${day}T12:00:00Z`) }))
  if (since) sentences.push(t('alarm.says.since', { since }))
  const device = text(facts, 'device')
  if (device) sentences.push(t('alarm.says.device', { device }))
  if (kind === 'smoke') sentences.push(t('alarm.no-fire-alarm'))
  return sentences
}
