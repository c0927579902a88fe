import { decimalOf, nearlyOf, readingAs, readingOf, type Reading } from '../inspect/column-rules.ts'
import { meaningOf } from '../inspect/meaning-rules.ts'
import type { Choices } from '../inspect/schema.ts'
import type { Tally } from '../inspect/tally.ts'
import type { Field, FieldType } from '../store/schema.ts'

/** What becomes of one column of the file. */
export type ColumnPlan = {
  /** Its place in the rows, from 0. */
  readonly source: number
  /** The id as found: choices are kept by it. */
  readonly found: string
  /** Its name in the table. */
  readonly id: string
  readonly header: string
  readonly reading: Reading
  readonly hasMarkers: boolean
  readonly tidy: boolean
  readonly field: Field
  readonly tally: Tally
  /** The type that nearly all values have. */
  readonly nearly?: Reading
}

export type Planning = { readonly ids: readonly string[]; readonly headers: readonly string[]; readonly tallies: readonly Tally[]; readonly choices: Choices; /** Types that the file itself declares, by column. */ readonly declared?: readonly (FieldType | undefined)[]; /** Decimal sign of files built like this one, when no value tells. */ readonly usual?: '.' }

/** Decides the columns of the table: types over the whole file, or as a person has chosen. */
export function planColumns({ ids, headers, tallies, choices, declared, usual }: Planning): { columns: ColumnPlan[]; decimal: ',' | '.' | undefined } {
  const decimal = choices.decimal ?? decimalOf(tallies) ?? usual
  const taken = new Set<string>(['_id'])
  const columns = ids.flatMap((found, source): ColumnPlan[] => {
    const tally = tallies[source]
    const chosen = choices.columns?.[found] ?? {}
    if (!tally || chosen.drop || (choices.tidy && tally.filled === 0)) return []
    const header = headers[source] ?? ''
    const id = unique(chosen.id?.trim() || found, taken)
    const type = chosen.type ?? fixed(declared?.[source])
    const reading = type ? readingAs(type, tally, decimal, choices.decimal) : readingOf(header || found, tally, decimal, choices.decimal)
    const meaning = meaningOf(header || found, reading, tally)
    const nearly = type ? undefined : reading.type === 'text' ? nearlyOf(header || found, tally, decimal) : undefined
    const unit = chosen.unit ?? reading.unit
    const field: Field = { id, type: reading.type, ...(chosen.label && { label: chosen.label }), ...(chosen.notes && { notes: chosen.notes }), ...(unit && { unit }), ...(meaning && { meaning }) }
    return [{ source, found, id, header, reading, hasMarkers: tally.counts.marker > 0 || tally.settled, tidy: choices.tidy === true, field, tally, ...(nearly && { nearly }) }]
  })
  return { columns, decimal }
}

// What a format says about geometry and nested values holds; its other types are looked at as everybody's.
const fixed = (type: FieldType | undefined): FieldType | undefined => (type === 'geometry' || type === 'json' || type === 'text' ? type : undefined)

function unique(wanted: string, taken: Set<string>): string {
  let id = wanted
  for (let number = 2; taken.has(id.toLowerCase()); number++) id = `${wanted} (${number})`
  taken.add(id.toLowerCase())
  return id
}
