import { Type } from 'typebox'
import type { Typed } from '@modellregion/kernel'
import { knownSystems } from '../inspect/projection.ts'
import type { Choices, ColumnFound, Inspection } from '../inspect/schema.ts'
import { textEncodings } from '../inspect/text-bytes.ts'
import type { FieldType } from '../store/schema.ts'

export const fieldTypes = ['text', 'int', 'numeric', 'bool', 'date', 'time', 'timestamp', 'json', 'geometry'] as const satisfies readonly FieldType[]
export const delimiters = [';', ',', 'tab', '|'] as const
export { knownSystems, textEncodings }

const text = (maxLength: number) => Type.Optional(Type.String({ maxLength }))

/** Fields of the form, those of the columns by their place. */
export const choicesForm = (columns: number) =>
  Type.Object({
    encoding: text(20),
    delimiter: text(3),
    decimal: text(1),
    headerLine: Type.Optional(Type.Integer({ minimum: 0, maximum: 500 })),
    sheet: text(100),
    layer: text(200),
    coordinateSystem: text(5),
    tidy: Type.Optional(Type.Boolean()),
    ...Object.fromEntries(
      Array.from({ length: columns }, (_, index) => [
        [`id-${index}`, text(60)],
        [`label-${index}`, text(200)],
        [`notes-${index}`, text(2_000)],
        [`unit-${index}`, text(40)],
        [`type-${index}`, text(10)],
        [`drop-${index}`, Type.Optional(Type.Boolean())],
      ]).flat(),
    ),
  })

/** Columns a person may decide about: those found, and those that were left out before. */
export function columnsOf(inspection: Inspection | null, choices: Choices): (ColumnFound & { dropped: boolean })[] {
  const found = inspection?.columns ?? []
  const known = new Set(found.map(({ id }) => id))
  const dropped = Object.entries(choices.columns ?? {}).flatMap(([id, { drop }]) => (drop && !known.has(id) ? [{ id, header: id, type: 'text' as const, empty: 0, examples: [], dropped: true }] : []))
  return [...found.map((column) => ({ ...column, dropped: false })), ...dropped]
}

/** What a person has decided, read from the form. What was found already and not changed stays "as found". */
export function choicesFrom(typed: Typed, columns: readonly ColumnFound[], before: Choices): Choices {
  const value = (name: string): string | undefined => {
    const given = typed[name]
    return typeof given === 'string' && given.trim() !== '' ? given.trim() : undefined
  }
  const encoding = textEncodings.find((known) => known === value('encoding'))
  const delimiter = delimiters.find((known) => known === value('delimiter'))
  const decimal = value('decimal')
  const system = knownSystems.find((known) => String(known) === value('coordinateSystem'))
  const [sheet, layer, headerLine] = [value('sheet'), value('layer'), value('headerLine')]
  const chosen = Object.fromEntries(columns.flatMap((column, index) => columnChoice(column, index, value)))
  return {
    ...(encoding && { encoding }),
    ...(delimiter && { delimiter: delimiter === 'tab' ? '\t' : delimiter }),
    ...((decimal === ',' || decimal === '.') && { decimal }),
    ...(headerLine !== undefined && /^\d{1,3}$/.test(headerLine) && { headerLine: Number(headerLine) }),
    ...(sheet && { sheet }),
    ...(layer && { layer }),
    ...(system && { coordinateSystem: system }),
    ...(value('tidy') && { tidy: true }),
    ...(Object.keys(chosen).length > 0 && { columns: chosen }),
    ...(before.accepted && { accepted: before.accepted }),
  }
}

type ColumnChoice = NonNullable<Choices['columns']>[string]

function columnChoice(column: ColumnFound, index: number, value: (name: string) => string | undefined): [string, ColumnChoice][] {
  const [id, label, notes, unit] = [value(`id-${index}`), value(`label-${index}`), value(`notes-${index}`), value(`unit-${index}`)]
  const type = fieldTypes.find((known) => known === value(`type-${index}`))
  const choice: ColumnChoice = { ...(id && id !== column.id && { id }), ...(label && { label }), ...(notes && { notes }), ...(unit && { unit }), ...(type && { type }), ...(value(`drop-${index}`) && { drop: true }) }
  return Object.keys(choice).length > 0 ? [[column.id, choice]] : []
}

/** Adds the mend that a finding offers to what was decided before. */
export function withFix(before: Choices, fix: Partial<Choices>): Choices {
  const columns = { ...before.columns }
  for (const [id, choice] of Object.entries(fix.columns ?? {})) columns[id] = { ...columns[id], ...choice }
  return { ...before, ...fix, ...(Object.keys(columns).length > 0 && { columns }) }
}
