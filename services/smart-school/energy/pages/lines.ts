import type { PageT } from '../../locales/index.ts'
import type { Line, LineInput, LineUnit } from '../schema.ts'

/** A number of a statement as people read it. */
export function shown(t: PageT, value: number, unit: LineUnit, digits = 4): string {
  const { number, money } = t.format
  switch (unit) {
    case 'cent':
      return money(value)
    case 'price':
      return `${number(value, 4)} ct`
    case 'percent':
      return t.format.percent(value)
    case 'factor':
      return number(value, 4)
    case 'points':
      return t.count('energy.line.of-points', value)
    case 'days':
      return t.count('energy.line.of-days', value)
    case 'kWh':
    case 'm³':
    case 'Kd':
      return `${number(value, digits)} ${unit}`
  }
}

/** What a line counts: "Wärme, gemessen 2024". Below a heading that names the quantity it is left out. */
export function lineName(t: PageT, line: Pick<Line, 'word' | 'about' | 'id'>, isBelowQuantity = false): string {
  const words = t.find(`energy.line.${line.word}`) ?? line.id
  const quantity = line.about.quantity ? t(`energy.quantity.${line.about.quantity}`) : ''
  const said = [words, line.about.year ?? '', line.about.text ? `(${line.about.text})` : ''].filter((part) => part !== '').join(' ')
  if (quantity === '') return said
  return isBelowQuantity ? said.charAt(0).toLocaleUpperCase(t.format.locale) + said.slice(1) : `${quantity}, ${said}`
}

/** The formula with its numbers: "270.000 kWh × 3.300 Kd ÷ 3.000 Kd". */
export const formulaOf = (t: PageT, line: Line, lines: readonly Line[]): string =>
  line.formula.replaceAll(/\{(\d+)\}/g, (_, at: string) => {
    const input = line.inputs[Number(at)]
    return input ? inputValue(t, input, lines) : ''
  })

function inputValue(t: PageT, input: LineInput, lines: readonly Line[]): string {
  if (!('line' in input)) return shown(t, input.value, input.unit)
  const line = lines.find(({ id }) => id === input.line)
  return line ? shown(t, line.value, line.unit, line.digits) : '?'
}

/** Where the numbers of a line come from, one sentence each. */
export const originsOf = (t: PageT, line: Line, lines: readonly Line[]): { text: string; href?: string }[] =>
  line.inputs.map((input) => {
    const value = inputValue(t, input, lines)
    if ('line' in input) {
      const from = lines.find(({ id }) => id === input.line)
      return { text: `${value}: ${from ? lineName(t, from) : input.line}`, href: `#${anchorOf(input.line)}` }
    }
    return { text: input.source === '' ? value : `${value}: ${input.source}` }
  })

export const anchorOf = (id: string): string => `line-${id.replaceAll('.', '-')}`
