import { join } from 'node:path'
import type { LoadOrder } from '../load/child-schema.ts'
import type { FieldType } from '../store/schema.ts'
import { coordinateSystemOf, guessSystem, transformGeometry, type Geometry } from './geometry.ts'
import { numberText, openGrid, type GridOrRefusal } from './grid.ts'
import { jsonObjects, parseObject } from './json-objects.ts'
import { limits } from './limits.ts'
import type { TellRows } from './read-grid.ts'
import { openTextAs8 } from './recode.ts'
import type { Choices, Finding } from './schema.ts'

type JsonKind = 'json' | 'geojson' | 'ndjson'
type Columns = Map<string, { nested: boolean; text: boolean }>

/** Reads lists of objects: JSON, lines of JSON, and GeoJSON (RFC 7946) with its geometry as a column. */
export async function readJson(kind: JsonKind, { file, folder, choices }: LoadOrder, tell: TellRows): Promise<GridOrRefusal> {
  const geo = kind === 'geojson'
  const as = geo ? 'geojson' : 'json'
  const source = await openTextAs8(file, folder, choices)
  const surveyed = await survey(source, kind, geo)
  if (surveyed.objects === 0) return { ok: false, kind: as, refusal: { code: surveyed.tooDeep > 0 ? 'json-too-deep' : 'json-no-list', severity: surveyed.tooDeep > 0 ? 'stop' : 'note', values: { depth: limits.depth } } }
  if (surveyed.columns.size + 1 > limits.columns) return { ok: false, kind: as, refusal: { code: 'too-many-columns', severity: 'stop', values: { columns: surveyed.columns.size, most: limits.columns } } }
  const system = choices.coordinateSystem ?? surveyed.system
  const target = join(folder, 'grid.csv')
  const written = await write(source, target, kind, surveyed, system, tell)
  const findings = [...findingsOf(surveyed, written, geo), ...(geo ? systemFindings(system, written, choices) : [])]
  const names = [...surveyed.columns]
  const declared = names.map(([, { nested, text }]): FieldType | undefined => (nested ? 'json' : text ? undefined : undefined))
  return { ok: true, grid: { kind: as, file: target, merges: [], findings, headerLine: 1, declared: geo ? [...declared, 'geometry'] : declared, decimal: '.', ...(geo && { coordinateSystem: system }) } }
}

type Surveyed = { columns: Columns; objects: number; broken: number; brokenNumbers: number[]; notNumbers: number; tooDeep: number; system: number; geometryName: string }

// First pass: which names occur, and whether positions are degrees.
async function survey(file: string, kind: JsonKind, geo: boolean): Promise<Surveyed> {
  const columns: Columns = new Map()
  const found = { columns, objects: 0, broken: 0, brokenNumbers: [] as number[], notNumbers: 0, tooDeep: 0, system: 4326, geometryName: 'geometry' }
  let head = ''
  const positions: [number, number][] = []
  for await (const object of jsonObjects(file, kind === 'ndjson', (text) => (head = text))) {
    const parsed = 'text' in object ? parseObject(object.text) : { ok: false as const }
    if (!parsed.ok) {
      found.broken++
      if ('broken' in object && object.broken === 'too-deep') found.tooDeep++
      if (found.brokenNumbers.length < 20) found.brokenNumbers.push(object.number)
      continue
    }
    found.objects++
    found.notNumbers += parsed.notNumbers
    if (geo) collect(parsed.value['geometry'], positions)
    for (const [name, value] of Object.entries(cellsOf(parsed.value, geo))) {
      const column = columns.get(name) ?? { nested: false, text: false }
      if (typeof value === 'object' && value !== null) column.nested = true
      if (typeof value === 'string') column.text = true
      columns.set(name, column)
      if (columns.size > limits.columns) return found
    }
  }
  while (columns.has(found.geometryName)) found.geometryName = `${found.geometryName}_`
  found.system = coordinateSystemOf(head) ?? guessSystem(positions) ?? 4326
  return found
}

type Written = { missing: number; missingNumbers: number[]; swapped: number; outside: number }

async function write(file: string, target: string, kind: JsonKind, { columns, geometryName }: Surveyed, system: number, tell: TellRows): Promise<Written> {
  const geo = kind === 'geojson'
  const names = [...columns.keys()]
  const out = openGrid(target)
  const written: Written = { missing: 0, missingNumbers: [], swapped: 0, outside: 0 }
  out.row(geo ? [...names, geometryName] : names)
  for await (const object of jsonObjects(file, kind === 'ndjson', () => undefined)) {
    const parsed = 'text' in object ? parseObject(object.text) : { ok: false as const }
    if (!parsed.ok) continue
    const cells = cellsOf(parsed.value, geo)
    const row = names.map((name) => textOfValue(cells[name], columns.get(name)?.nested === true))
    out.row(geo ? [...row, geometryText(parsed.value['geometry'], system, written, object.number)] : row)
    if (object.number % 5_000 === 0) tell(0.1, 'load.progress.reading', { rows: object.number })
  }
  out.close()
  return written
}

function geometryText(given: unknown, system: number, written: Written, number: number): string {
  const transformed = transformGeometry(given as Geometry | null | undefined, system) // checked there
  if (!transformed) {
    written.missing++
    if (written.missingNumbers.length < 20) written.missingNumbers.push(number)
    return ''
  }
  if (transformed.place === 'swapped') written.swapped++
  if (transformed.place === 'outside') written.outside++
  return JSON.stringify(transformed.geometry)
}

function cellsOf(value: Record<string, unknown>, geo: boolean): Record<string, unknown> {
  if (!geo) return value
  const properties = value['properties']
  const own = typeof properties === 'object' && properties !== null ? (properties as Record<string, unknown>) : {} // JSON has no other objects
  return value['id'] !== undefined && own['id'] === undefined ? { id: value['id'], ...own } : own
}

function textOfValue(value: unknown, nested: boolean): string {
  if (value === null || value === undefined) return ''
  if (nested) return JSON.stringify(value)
  if (typeof value === 'number') return numberText(value)
  return typeof value === 'string' ? value : String(value)
}

function collect(geometry: unknown, positions: [number, number][]): void {
  if (positions.length >= 200 || typeof geometry !== 'object' || geometry === null) return
  let inner: unknown = (geometry as { coordinates?: unknown }).coordinates // any JSON; looked at below
  while (Array.isArray(inner) && Array.isArray(inner[0])) inner = inner[0]
  if (Array.isArray(inner) && typeof inner[0] === 'number' && typeof inner[1] === 'number') positions.push([inner[0], inner[1]])
}

function findingsOf({ broken, brokenNumbers, notNumbers }: Surveyed, { missing, missingNumbers }: Written, geo: boolean): Finding[] {
  const findings: Finding[] = []
  if (broken > 0) findings.push({ code: 'json-broken-objects', severity: 'warn', count: broken, lines: brokenNumbers })
  if (notNumbers > 0) findings.push({ code: 'json-not-a-number', severity: 'warn', count: notNumbers })
  if (geo && missing > 0) findings.push({ code: 'geometry-missing', severity: 'warn', count: missing, lines: missingNumbers })
  return findings
}

/** What is to be said about where the places lie. */
export function systemFindings(system: number, { swapped, outside }: Pick<Written, 'swapped' | 'outside'>, choices: Choices): Finding[] {
  const findings: Finding[] = []
  if (system !== 4326) findings.push({ code: 'coordinates-transformed', severity: 'note', values: { system } })
  if (swapped > 0) findings.push({ code: 'coordinates-swapped', severity: 'warn', count: swapped })
  if (outside > 0) findings.push({ code: choices.coordinateSystem ? 'coordinates-outside-chosen' : 'coordinates-outside', severity: 'warn', count: outside })
  return findings
}

