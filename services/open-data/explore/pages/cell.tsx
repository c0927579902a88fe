import type { Cell } from '../../store/schema.ts'
import type { FieldProfile } from '../../store/table.ts'
import type { T } from '../../locales/index.ts'
import { isGrouped, isNumber } from '../columns.ts'
import { labelOf } from '../schema.ts'

const longest = 300

/** A value as people read it. Without a value: a dash. */
export function cellText(cell: Cell, field: FieldProfile, t: T): string {
  if (cell === null) return '–'
  if (typeof cell === 'boolean') return cell ? t('dataset.yes') : t('dataset.no')
  if (isNumber(field)) return numberText(Number(cell), field, t)
  if (typeof cell === 'object') return cut(JSON.stringify(cell))
  if (typeof cell === 'number') return t.format.number(cell, 6)
  if (field.type === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(cell)) return t.format.date(new Date(`${cell}T12:00:00Z`), 'medium')
  if (field.type === 'timestamp') return momentText(cell, t)
  if (field.type === 'geometry') return geometryText(cell, t)
  return cut(cell)
}

/** A number in the way of its column: years without a point for thousands. */
export function numberText(value: number, field: FieldProfile, t: T): string {
  if (!Number.isFinite(value)) return '–'
  return Number.isInteger(value) && !isGrouped(field) ? String(value) : t.format.number(value, Math.abs(value) < 1 ? 4 : 2)
}

// Without a zone, as the file says it.
function momentText(cell: string, t: T): string {
  const [, day, time] = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})/.exec(cell) ?? []
  return day && time ? `${t.format.date(new Date(`${day}T12:00:00Z`), 'medium')} ${time}` : cell
}

const cut = (text: string): string => (text.length > longest ? `${text.slice(0, longest)} …` : text)

function geometryText(cell: string, t: T): string {
  const shape = readShape(cell)
  if (shape?.type === 'Point' && Array.isArray(shape.coordinates)) {
    const [lon, lat] = shape.coordinates
    if (typeof lon === 'number' && typeof lat === 'number') return t('explore.point', { lon: t.format.number(lon, 5), lat: t.format.number(lat, 5) })
  }
  return (shape && t.find(`explore.shape.${shape.type}`)) ?? cut(cell)
}

function readShape(text: string): { type: string; coordinates?: unknown } | undefined {
  try {
    const shape: unknown = JSON.parse(text)
    return typeof shape === 'object' && shape !== null && 'type' in shape && typeof shape.type === 'string' ? { type: shape.type, ...('coordinates' in shape && { coordinates: shape.coordinates }) } : undefined
  } catch {
    return undefined
  }
}

/** The value in a table; addresses become links. */
export function CellView({ cell, field, t }: { cell: Cell; field: FieldProfile; t: T }) {
  if (typeof cell === 'string' && /^https?:\/\/[^\s]+$/.test(cell) && URL.canParse(cell))
    return (
      <a href={cell} rel="nofollow noopener">
        {cell.length > 80 ? `${cell.slice(0, 80)} …` : cell}
      </a>
    )
  return <>{cellText(cell, field, t)}</>
}

/** Head of a column: its label and its unit. */
export const headOf = (field: FieldProfile): string => (field.unit ? `${labelOf(field)} (${field.unit})` : labelOf(field))
