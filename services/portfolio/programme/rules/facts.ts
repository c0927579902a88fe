import { parsePlainDate, plainDate, type PlainDate } from '@modellregion/standards'
import { factFigures, type ChangeDetail, type FactFigure, type FactsForm, type Programme, type Sourced } from '../schema.ts'
import { amountFrom } from './amount.ts'
import { differing, linesOf } from './change.ts'

/** `month`: not readable as month and year. `euro`: not readable as an amount. `document`: a figure stands there, but not where it comes from. `figure`: a source stands there, but no figure. `order`: the end is before the beginning. */
export type FactsFault = 'month' | 'euro' | 'document' | 'figure' | 'order'
export type FactsRead = { readonly ok: true; readonly programme: Programme } | { readonly ok: false; readonly faults: Readonly<Partial<Record<keyof FactsForm, FactsFault>>> }

const amounts: readonly FactFigure[] = ['approxGrants', 'approxProgramme']
export const isAmount = (figure: FactFigure): boolean => amounts.includes(figure)
export const placeOf = (figure: FactFigure) => `${figure}Place` as const

/** Reads what the project office writes about its programme. Every figure needs the document it comes from. */
export function factsFrom(form: FactsForm): FactsRead {
  const startedIn = form.startedIn === undefined ? null : monthFrom(form.startedIn)
  const endedOn = form.endedOn === undefined ? null : (parsePlainDate(form.endedOn) ?? null)
  const figures = factFigures.map((figure) => [figure, valueOf(form, figure)] as const)
  const isFigureThere = figures.some(([, value]) => value !== null)
  const faults = {
    ...(startedIn === undefined && { startedIn: 'month' as const }),
    ...(startedIn && endedOn !== null && endedOn < `${startedIn}-01` && { endedOn: 'order' as const }),
    ...(isFigureThere && form.document === undefined && { document: 'document' as const }),
    ...(!isFigureThere && form.document !== undefined && { document: 'figure' as const }),
    ...Object.fromEntries(figures.filter(([figure, value]) => value === null && form[placeOf(figure)] !== undefined).map(([figure]) => [placeOf(figure), 'figure' as const])),
    ...Object.fromEntries(figures.filter(([, value]) => value === undefined).map(([figure]) => [figure, 'euro' as const])),
  }
  if (Object.keys(faults).length > 0) return { ok: false, faults }
  const { name, region = '', lead = '', partner = '', document = '' } = form
  const sourced = (figure: FactFigure): Sourced<number> | null => {
    const value = valueOf(form, figure)
    return value === null || value === undefined ? null : { value, source: { document, place: form[placeOf(figure)] ?? '' } }
  }
  return {
    ok: true,
    programme: {
      origin: 'own',
      name,
      startedIn: startedIn ?? null,
      endedOn,
      regions: linesOf(form.regions ?? ''),
      region,
      lead,
      partner,
      remarks: linesOf(form.remarks ?? ''),
      ideas: sourced('ideas'),
      submitted: sourced('submitted'),
      approved: sourced('approved'),
      approxGrants: sourced('approxGrants'),
      approxProgramme: sourced('approxProgramme'),
      approxProjects: sourced('approxProjects'),
    },
  }
}

/** Null: not told. Undefined: told, but not readable. Amounts in cents. */
function valueOf(form: FactsForm, figure: FactFigure): number | null | undefined {
  const told = form[figure]
  if (told === undefined) return null
  if (typeof told === 'number') return told
  const read = amountFrom(told)
  return typeof read === 'number' ? read : undefined
}

/** `08/2018`, `8.2018` or `2018-08` as `2018-08`. */
export function monthFrom(text: string): string | undefined {
  const [, month, year] = /^(\d{1,2})\s*[./]\s*(\d{4})$/.exec(text.trim()) ?? []
  const iso = month === undefined || year === undefined ? text.trim() : `${year}-${month.padStart(2, '0')}`
  return /^(?:19|20)\d\d-(?:0[1-9]|1[0-2])$/.test(iso) ? iso : undefined
}

/** As `monthFrom` reads it again. */
export const monthText = (iso: string): string => iso.split('-').toReversed().join('/')
export const firstOfMonth = (iso: string): PlainDate => plainDate(`${iso}-01`)

const plainFields = ['name', 'startedIn', 'endedOn', 'region', 'lead', 'partner'] as const
const lists = ['regions', 'remarks'] as const
export const factFields = [...plainFields, ...lists, ...factFigures] as const

/** Which facts differ, as before and after; a figure with its source. */
export const changedFacts = (before: Programme | undefined, after: Programme): ChangeDetail => ({
  ...differing(plainFields, (field) => [before?.[field] ?? '', after[field] ?? '']),
  ...differing(lists, (field) => [(before?.[field] ?? []).join('\n'), after[field].join('\n')]),
  ...differing(factFigures, (figure) => [figureText(figure, before?.[figure] ?? null), figureText(figure, after[figure])]),
})

function figureText(figure: FactFigure, sourced: Sourced<number> | null): string {
  if (!sourced) return ''
  const { value, source } = sourced
  return `${isAmount(figure) ? (value / 100).toFixed(2) : value} (${[source.document, source.place].filter((part) => part !== '').join(', ')})`
}
