import { join } from 'node:path'
import type { LoadOrder } from '../load/child-schema.ts'
import { numberText, openGrid, Refused, type GridOrRefusal } from './grid.ts'
import type { Merge } from './header-rules.ts'
import { limits } from './limits.ts'
import type { TellRows } from './read-grid.ts'
import type { Finding } from './schema.ts'
import { placeOf, readFormats, readSharedStrings, readWorkbook, serialText, type CellFormat } from './xlsx-parts.ts'
import { readXml } from './xml-events.ts'
import { readEntry } from './zip.ts'

/** Reads one sheet of an Excel workbook. Formulas are never computed: what Excel computed last stands beside them. */
export async function readXlsx({ file, folder, choices }: LoadOrder, tell: TellRows): Promise<GridOrRefusal> {
  const { sheets, from1904 } = await readWorkbook(file)
  const visible = sheets.filter(({ hidden }) => !hidden)
  const sheet = sheets.find(({ name }) => name === choices.sheet) ?? visible[0] ?? sheets[0]
  if (!sheet) return { ok: false, kind: 'xlsx', refusal: { code: 'no-sheet', severity: 'note' } }
  const shared = await readSharedStrings(file)
  const formats = await readFormats(file)
  const target = join(folder, 'grid.csv')
  const { merges, counts } = await readSheet(file, sheet.path, target, { shared, formats, from1904 }, tell)
  const findings: Finding[] = []
  const hidden = sheets.filter((one) => one.hidden).map(({ name }) => name)
  if (visible.length > 1) findings.push({ code: 'several-sheets', severity: 'note', count: visible.length, values: { sheet: sheet.name, sheets: visible.map(({ name }) => name).join(', ') } })
  if (hidden.length > 0) findings.push({ code: 'hidden-sheets', severity: 'warn', count: hidden.length, values: { sheets: hidden.join(', ') } })
  if (counts.hiddenRows > 0) findings.push({ code: 'hidden-rows', severity: 'warn', count: counts.hiddenRows })
  if (counts.hiddenColumns > 0) findings.push({ code: 'hidden-columns', severity: 'warn', count: counts.hiddenColumns })
  if (counts.formulas > 0) findings.push({ code: 'cached-formulas', severity: 'note', count: counts.formulas })
  if (counts.unknown > 0) findings.push({ code: 'formulas-without-value', severity: 'warn', count: counts.unknown })
  if (counts.errors > 0) findings.push({ code: 'cell-errors', severity: 'warn', count: counts.errors })
  if (merges.length > 0) findings.push({ code: 'merged-cells', severity: 'note', count: merges.length })
  return { ok: true, grid: { kind: 'xlsx', file: target, merges, findings, sheets: visible.map(({ name }) => name), sheet: sheet.name } }
}

type Texts = { readonly shared: readonly string[]; readonly formats: readonly CellFormat[]; readonly from1904: boolean }
type Counts = { formulas: number; unknown: number; errors: number; hiddenRows: number; hiddenColumns: number }

async function readSheet(file: string, path: string, target: string, texts: Texts, tell: TellRows): Promise<{ merges: Merge[]; counts: Counts }> {
  const out = openGrid(target)
  const merges: Merge[] = []
  const counts: Counts = { formulas: 0, unknown: 0, errors: 0, hiddenRows: 0, hiddenColumns: 0 }
  let row: string[] = []
  let rowNumber = 0
  let cell = { column: -1, type: '', style: 0, formula: false }
  let value: string | undefined
  let reading = false
  const endRow = () => {
    if (rowNumber > limits.sheetRows) throw new Refused('xlsx', { code: 'sheet-too-large', severity: 'note' })
    while (out.rows < rowNumber - 1) out.row([])
    while (row.length > 0 && !row.at(-1)) row.pop()
    out.row(Array.from(row, (text) => text ?? ''))
    if (rowNumber % 5_000 === 0) tell(0.1, 'load.progress.reading', { rows: rowNumber })
  }
  const endCell = () => {
    if (cell.formula) counts[value === undefined ? 'unknown' : 'formulas']++
    if (cell.type === 'e') counts.errors++
    if (cell.column >= limits.columns) {
      if (value) throw new Refused('xlsx', { code: 'too-many-columns', severity: 'stop', values: { columns: cell.column + 1, most: limits.columns } })
      return
    }
    if (value !== undefined) row[cell.column] = textOfCell(value, cell.type, texts.formats[cell.style], texts)
  }
  await readEntry(file, path, (content) =>
    readXml(content, {
      open(name, attributes) {
        if (name === 'row') {
          row = []
          rowNumber = Number(attributes['r'] ?? rowNumber + 1)
          cell = { column: -1, type: '', style: 0, formula: false }
          if (attributes['hidden'] === '1') counts.hiddenRows++
        } else if (name === 'c') {
          const place = attributes['r'] ? placeOf(attributes['r']).column : cell.column + 1
          cell = { column: place, type: attributes['t'] ?? 'n', style: Number(attributes['s'] ?? 0), formula: false }
          value = undefined
        } else if (name === 'f') cell.formula = true
        else if (name === 'v' || name === 't') {
          reading = true
          value ??= ''
        } else if (name === 'col' && attributes['hidden'] === '1') counts.hiddenColumns += Math.min(Number(attributes['max']), limits.columns) - Number(attributes['min']) + 1
        else if (name === 'mergeCell' && merges.length < 10_000) merges.push(mergeOf(attributes['ref'] ?? ''))
      },
      text(piece) {
        if (reading) value = (value ?? '') + piece
      },
      close(name) {
        if (name === 'v' || name === 't') reading = false
        else if (name === 'c') endCell()
        else if (name === 'row') endRow()
      },
    }),
  )
  out.close()
  return { merges, counts }
}

function textOfCell(value: string, type: string, format: CellFormat | undefined, { shared, from1904 }: Texts): string {
  if (type === 's') return (shared[Number(value)] ?? '').trim()
  if (type === 'b') return value === '1' ? 'true' : 'false'
  if (type === 'e') return ''
  if (type === 'd') return value.replace('T', ' ').replace(/ 00:00:00(?:\.0+)?$/, '')
  if (type !== 'n') return value.trim()
  const number = Number(value)
  if (value === '' || !Number.isFinite(number)) return value
  if (typeof format === 'object') return Number.isInteger(number) && number >= 0 ? String(number).padStart(format.zeros, '0') : numberText(number)
  if (format === 'date' || format === 'time' || format === 'moment') return serialText(number, format, from1904)
  return numberText(number)
}

function mergeOf(reference: string): Merge {
  const [from = 'A1', to = from] = reference.split(':')
  const [start, end] = [placeOf(from), placeOf(to)]
  return { top: start.row, left: start.column, bottom: end.row, right: end.column }
}
