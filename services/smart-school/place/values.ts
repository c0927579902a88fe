import type { T } from '../locales/index.ts'
import { quantityOf, type QuantityId } from '../quantity/quantity.ts'

/** What names and numbers need of a page's `t`, be it with the kernel's words or without. */
export type Speaker = Pick<T, 'find' | 'format' | 'locale'>

/** Decimals that make sense to read: a counter of electricity needs none, water its litres. */
const digitsOf = (quantity: QuantityId): number => (quantity === 'temperature' || quantity === 'waterTemperature' || quantity === 'soilTemperature' ? 1 : quantity === 'water' || quantity === 'battery' ? 2 : 0)

export const unitOf = (quantity: QuantityId): string => quantityOf(quantity).unit?.symbol ?? ''
export const labelOf = (t: Speaker, quantity: QuantityId): string => quantityOf(quantity).label[t.locale === 'en' ? 'en' : 'de']
/** With a capital letter, for heads and headings. */
export function headOf(t: Speaker, quantity: QuantityId): string {
  const label = labelOf(t, quantity)
  return label.charAt(0).toUpperCase() + label.slice(1)
}

/** A value as people read it: `21,4 °C`, `ja`. */
export function valueText(t: Speaker, quantity: QuantityId, value: number): string {
  if (quantityOf(quantity).kind === 'state') return (value >= 0.5 ? t.find('place.value.yes') : t.find('place.value.no')) ?? String(value)
  const unit = unitOf(quantity)
  return `${t.format.number(value, digitsOf(quantity))}${unit === '' ? '' : `\u00A0${unit}`}`
}

export const numberText = (t: Speaker, quantity: QuantityId, value: number): string => t.format.number(value, digitsOf(quantity))

/** What the form of school is called; a foreign code stands for itself. */
export const formWord = (t: Speaker, form: string): string => t.find(`place.form.${form}`) ?? form
