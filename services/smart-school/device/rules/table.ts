import { readDevEui } from './state.ts'

export type DeviceLine = { readonly line: number; readonly devEui: string; readonly name: string; readonly codec: string | null; readonly expectedMinutes: number; readonly place: string }
export type LineFault = { readonly line: number; readonly fault: 'columns' | 'eui' | 'name' | 'minutes' | 'twice' | 'known' | 'codec' | 'place' | 'place-unclear' }

/** Cells of a line after RFC 4180; separated by semicolon, comma or tab, whichever the first line has most of. */
function cellsOf(text: string): string[][] {
  const first = text.split(/\r?\n/, 1)[0] ?? ''
  const separator = [';', ',', '\t'].toSorted((a, b) => first.split(b).length - first.split(a).length)[0] ?? ','
  const rows: string[][] = []
  let [row, cell, quoted] = [[] as string[], '', false]
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] ?? ''
    if (quoted) {
      if (letter === '"' && text[at + 1] === '"') cell += text[++at]
      else if (letter === '"') quoted = false
      else cell += letter
    } else if (letter === '"' && cell === '') quoted = true
    else if (letter === separator) [row, cell] = [[...row, cell], '']
    else if (letter === '\n') {
      rows.push([...row, cell])
      ;[row, cell] = [[], '']
    } else if (letter !== '\r') cell += letter
  }
  return [...rows, ...(row.length > 0 || cell !== '' ? [[...row, cell]] : [])].map((cells) => cells.map((one) => one.trim()))
}

/** Lines people may paste at once. */
export const mostLines = 500

/**
 * Devices as a table: number; name; codec; minutes between frames; place. A first line whose number is none is a head. Empty lines are left out.
 * Every fault is named with its line, counted from 1 as an editor does.
 */
export function readTable(text: string): { lines: DeviceLine[]; faults: LineFault[] } {
  const lines: DeviceLine[] = []
  const faults: LineFault[] = []
  const seen = new Set<string>()
  cellsOf(text.replace(/^\uFEFF/, '')).forEach((cells, index) => {
    const line = index + 1
    const [eui = '', name = '', codec = '', minutes = '', place = ''] = cells
    if (cells.every((cell) => cell === '')) return
    const devEui = readDevEui(eui)
    if (devEui === undefined && index === 0 && !/^[0-9a-f\s:.-]{8,}$/i.test(eui)) return
    const fault = (what: LineFault['fault']): number => faults.push({ line, fault: what })
    if (cells.length < 2 || cells.length > 5) return void fault('columns')
    if (devEui === undefined) return void fault('eui')
    if (seen.has(devEui)) return void fault('twice')
    seen.add(devEui)
    if (name.length < 2 || name.length > 80) return void fault('name')
    const expectedMinutes = minutes === '' ? 15 : Number(minutes)
    if (!Number.isInteger(expectedMinutes) || expectedMinutes < 1 || expectedMinutes > 43_200) return void fault('minutes')
    lines.push({ line, devEui, name, codec: codec === '' ? null : codec, expectedMinutes, place })
  })
  return { lines, faults }
}
