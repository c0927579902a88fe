import { join } from 'node:path'
import type { LoadOrder } from '../load/child-schema.ts'
import { numberText, openGrid, Refused, type GridOrRefusal } from './grid.ts'
import type { Merge } from './header-rules.ts'
import { limits } from './limits.ts'
import { readXml } from './xml-events.ts'
import { readEntry } from './zip.ts'

/** Reads one sheet of an OpenDocument spreadsheet (OASIS ODF 1.3, part 3, chapter 9). */
export async function readOds({ file, folder, choices }: LoadOrder): Promise<GridOrRefusal> {
  const sheets = await sheetNames(file)
  const sheet = sheets.find((name) => name === choices.sheet) ?? sheets[0]
  if (sheet === undefined) return { ok: false, kind: 'ods', refusal: { code: 'no-sheet', severity: 'note' } }
  const target = join(folder, 'grid.csv')
  const merges = await readSheet(file, sheets.indexOf(sheet), target)
  const findings = sheets.length > 1 ? [{ code: 'several-sheets', severity: 'note' as const, count: sheets.length, values: { sheet, sheets: sheets.join(', ') } }] : []
  return { ok: true, grid: { kind: 'ods', file: target, merges, findings, sheets, sheet } }
}

async function sheetNames(file: string): Promise<string[]> {
  const names: string[] = []
  await readEntry(file, 'content.xml', (content) =>
    readXml(content, {
      open(name, attributes) {
        if (name === 'table:table') names.push(attributes['table:name'] ?? '')
      },
      close: () => undefined,
    }),
  )
  return names
}

async function readSheet(file: string, wanted: number, target: string): Promise<Merge[]> {
  const out = openGrid(target)
  const merges: Merge[] = []
  let table = -1
  let row: string[] = []
  let rowTimes = 1
  let cell: { times: number; value: string | undefined; span: number } | undefined
  let text = ''
  let paragraphs = 0
  let inParagraph = false
  const here = () => table === wanted
  const endCell = () => {
    if (!cell) return
    const value = cell.value ?? text.trim()
    // A spreadsheet ends with a thousand repeated empty cells.
    const times = value === '' ? Math.min(cell.times, limits.columns + 1 - row.length) : cell.times
    if (row.length + times > limits.columns && value !== '') throw new Refused('ods', { code: 'too-many-columns', severity: 'stop', values: { columns: row.length + times, most: limits.columns } })
    if (cell.span > 1) merges.push({ top: out.rows + 1, left: row.length, bottom: out.rows + 1, right: row.length + cell.span - 1 })
    for (let time = 0; time < times; time++) row.push(value)
    cell = undefined
  }
  const endRow = () => {
    while (row.length > 0 && row.at(-1) === '') row.pop()
    if (out.rows + rowTimes > limits.sheetRows) {
      if (row.length > 0) throw new Refused('ods', { code: 'sheet-too-large', severity: 'note' })
      return
    }
    for (let time = 0; time < (row.length > 0 ? rowTimes : Math.min(rowTimes, 1_000)); time++) out.row(row)
  }
  await readEntry(file, 'content.xml', (content) =>
    readXml(content, {
      open(name, attributes) {
        if (name === 'table:table') table++
        if (!here()) return
        if (name === 'table:table-row') {
          row = []
          rowTimes = Number(attributes['table:number-rows-repeated'] ?? 1)
        } else if (name === 'table:table-cell' || name === 'table:covered-table-cell') {
          cell = { times: Number(attributes['table:number-columns-repeated'] ?? 1), value: valueOf(attributes), span: Number(attributes['table:number-columns-spanned'] ?? 1) }
          text = ''
          paragraphs = 0
        } else if (name === 'text:p') {
          inParagraph = true
          if (paragraphs++ > 0) text += '\n'
        } else if (name === 'text:s') text += ' '
      },
      text(piece) {
        if (inParagraph && here()) text += piece
      },
      close(name) {
        if (!here()) return
        if (name === 'text:p') inParagraph = false
        else if (name === 'table:table-cell' || name === 'table:covered-table-cell') endCell()
        else if (name === 'table:table-row') endRow()
      },
    }),
  )
  out.close()
  return merges
}

function valueOf(attributes: Readonly<Record<string, string>>): string | undefined {
  const type = attributes['office:value-type']
  if (type === 'float' || type === 'currency' || type === 'percentage') return numberText(Number(attributes['office:value']))
  if (type === 'date') return (attributes['office:date-value'] ?? '').replace('T', ' ').replace(/ 00:00:00$/, '')
  if (type === 'boolean') return attributes['office:boolean-value'] ?? ''
  const clock = /^PT(\d+)H(\d+)M(\d+)/.exec(attributes['office:time-value'] ?? '')
  return type === 'time' && clock ? `${clock[1]?.padStart(2, '0')}:${clock[2]}:${clock[3]}` : undefined
}
