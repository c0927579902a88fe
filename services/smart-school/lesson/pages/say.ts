import type { PageT } from '../../locales/index.ts'
import { quantityOf, type QuantityId } from '../../quantity/quantity.ts'
import type { Comparison, Experiment, Slot } from '../schema.ts'

/** A quantity as people call it. */
export const quantityName = (t: PageT, id: QuantityId): string => {
  const { label } = quantityOf(id)
  return t.format.locale === 'en' ? label.en : label.de
}
export const unitOf = (id: QuantityId): string => quantityOf(id).unit?.symbol ?? ''

const digitsOf = (id: QuantityId): number => (id === 'co2' || id === 'light' || id === 'pressure' ? 0 : id === 'electricity' || id === 'water' || id === 'power' ? 2 : 1)

/** A value of a quantity with its unit. */
export const valueText = (t: PageT, id: QuantityId, value: number): string => `${t.format.number(value, digitsOf(id))} ${unitOf(id)}`.trim()

/** What a place says by the comparison: a value, or a share of the time. */
export const comparedText = (t: PageT, { comparison, quantity }: { comparison: Comparison; quantity: QuantityId }, value: number): string => (comparison === 'above' ? t.format.percent(value, 0) : valueText(t, quantity, value))

/** "Raum A", with its name where it may be told. Meters have no room. */
export const placeText = (t: PageT, quantity: QuantityId, { letter, name }: { letter: string; name?: string | undefined }): string => {
  const short = quantityOf(quantity).audience === 'school' ? t('lesson.room', { letter }) : t('lesson.spot', { letter })
  return name === undefined ? short : t('lesson.named', { short, name })
}

/** What is compared, as a sentence without verb: "Mittelwert in ppm". */
export const measureText = (t: PageT, { comparison, band }: Pick<Experiment, 'comparison' | 'band'>, quantity: QuantityId): string =>
  comparison === 'above' ? t('lesson.measure.above', { band: valueText(t, quantity, band ?? 0) }) : t(`lesson.measure.${comparison}`, { unit: unitOf(quantity) || '1' })

export const slotText = (t: PageT, { day, lesson }: Slot): string => (lesson === null ? t.format.date(day, 'medium') : t('lesson.slot', { day, lesson }))

/** "Gruppe Otter" */
export const animalText = (t: PageT, animal: string): string => t('lesson.group.name', { animal: t.find(`lesson.animal.${animal}`) ?? animal })
