import { parseReading } from '../../meter/rules/units.ts'
import type { BaselineYear, EnergyQuantity } from '../schema.ts'

const names: Readonly<Record<string, EnergyQuantity>> = { wärme: 'heat', waerme: 'heat', heat: 'heat', gas: 'gas', strom: 'electricity', electricity: 'electricity', wasser: 'water', water: 'water' }

export type TextLines<Row> = { readonly rows: readonly Row[]; /** Numbers of lines that cannot be read, from 1. */ readonly wrong: readonly number[] }

/**
 * Years to compare with, one in each line: `Wärme; 2021; 476.150; 3972; Jahresrechnung 2021`. The fourth field are the degree days of that year; heat and
 * gas need them, electricity and water leave it empty. Empty lines are left out.
 */
export const readBaseline = (text: string): TextLines<BaselineYear> =>
  eachLine(text, ([name = '', year = '', amount = '', degreeDays = '', source = '']) => {
    const quantity = names[name.toLowerCase()]
    const cold = degreeDays === '' ? null : parseReading(degreeDays)
    const used = parseReading(amount)
    const needsCold = quantity === 'heat' || quantity === 'gas'
    if (!quantity || !isYear(year) || used === undefined || cold === undefined || (needsCold && (cold === null || cold <= 0))) return undefined
    return { quantity, year: Number(year), amount: used, degreeDays: needsCold ? cold : null, source }
  })

/** Years that cannot be compared with: not before the account begins, or said twice. */
export const wrongYears = (rows: readonly BaselineYear[], begins: number): BaselineYear[] =>
  rows.filter((row, at) => row.year >= begins || rows.some((other, before) => before < at && other.quantity === row.quantity && other.year === row.year))

/** Degree days of years, one in each line: `2024; 3663; Wetterstation`. */
export const readWeather = (text: string): TextLines<{ year: number; degreeDays: number; source: string }> =>
  eachLine(text, ([year = '', degreeDays = '', source = '']) => {
    const cold = parseReading(degreeDays)
    return isYear(year) && cold !== undefined && cold > 0 && source !== '' ? { year: Number(year), degreeDays: cold, source } : undefined
  })

const isYear = (text: string): boolean => /^(19|20)\d\d$/.test(text)

function eachLine<Row>(text: string, read: (fields: string[]) => Row | undefined): TextLines<Row> {
  const rows: Row[] = []
  const wrong: number[] = []
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue
    const row = read(line.split(';').map((field) => field.trim()))
    if (row) rows.push(row)
    else wrong.push(at + 1)
  }
  return { rows, wrong }
}
