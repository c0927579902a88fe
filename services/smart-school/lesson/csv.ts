import { comparedOf } from './rules/evaluate.ts'
import type { Experiment, OwnValue, Place } from './schema.ts'
import type { QuantityId } from '../quantity/quantity.ts'

export type CsvWords = { readonly heads: readonly string[]; quantity(id: QuantityId): string; unit(id: QuantityId): string; place(quantity: QuantityId, place: Pick<Place, 'letter' | 'name'>): string; group(animal: string): string; own: string; above: string }

/** A field of a table that a spreadsheet opens: quoted where needed, and never a formula. */
export function cellOf(value: string | number, decimal: 'comma' | 'point'): string {
  if (typeof value === 'number') return decimal === 'comma' ? String(value).replace('.', ',') : String(value)
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[";\n\r,]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

const round = (value: number): number => Math.round(value * 1_000) / 1_000

/**
 * Everything of an experiment as one long table, measured values and those taken by hand alike: semicolons with a decimal comma (spreadsheets in
 * German), commas with a point (programs). Names of rooms are in it only when the places have them, so blind stays blind.
 */
export function csvOf(experiment: Experiment, measured: readonly { quantity: QuantityId; places: readonly Place[] }[], own: readonly OwnValue[], words: CsvWords, decimal: 'comma' | 'point'): string {
  const separator = decimal === 'comma' ? ';' : ','
  const rows: (string | number)[][] = [[...words.heads]]
  for (const [at, { quantity, places }] of measured.entries())
    for (const place of places)
      for (const one of place.values) {
        const where = words.place(quantity, place)
        if (one.value !== null) rows.push([one.slot.day, one.slot.lesson ?? '', where, words.quantity(quantity), round(one.value), words.unit(quantity), one.count, ''])
        const share = at === 0 && experiment.comparison === 'above' ? comparedOf('above', one) : null
        if (share !== null) rows.push([one.slot.day, one.slot.lesson ?? '', where, words.above, round(share * 100), '%', one.count, ''])
      }
  for (const value of own) rows.push([value.day, '', value.letter ?? '', `${experiment.ownColumns[value.column]?.label ?? ''} (${words.own})`, value.number, experiment.ownColumns[value.column]?.unit ?? '', 1, words.group(value.animal)])
  // The mark at the beginning tells spreadsheets that this is UTF-8.
  return `\uFEFF${rows.map((row) => row.map((cell) => cellOf(cell, decimal)).join(separator)).join('\r\n')}\r\n`
}
