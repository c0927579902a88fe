import type { Field } from '../store/schema.ts'
import { readDays, readNumber } from './read-value.ts'
import { hows, pictures, steps, viewKinds, type Filter, type Misread, type Selection } from './schema.ts'

/** Parts of a filter as they stand before the column's name in the address: `in.raum=Ehrenfeld`, `from.jahr=2010`. */
const parts = ['in', 'contains', 'from', 'to', 'state'] as const
type Part = (typeof parts)[number]

const mostValues = 100
const longest = 500

/** Reads the address of a table's page. What names no column of the table is left out. */
export function readSelection(params: URLSearchParams, fields: readonly Field[]): Selection {
  const known = new Map(fields.map((field) => [field.id, field]))
  const one = (name: string): string => params.get(name)?.trim().slice(0, longest) ?? ''
  const columns = (name: string): string[] => [...new Set(params.getAll(name))].filter((id) => known.has(id))
  const sorted = one('sort')
  const sortField = known.has(sorted) ? sorted : sorted.replace(/^-/, '')
  const value = known.has(one('value')) ? one('value') : undefined
  const how = among(hows, one('how'))
  const picture = among(pictures, one('picture'))
  const step = among(steps, one('step'))
  const version = /^\d{1,9}$/.test(one('version')) ? Number(one('version')) : undefined
  return {
    view: among(viewKinds, one('view')) ?? 'table',
    q: one('q').slice(0, 200),
    filters: filtersIn(params, fields),
    columns: columns('columns'),
    page: /^[1-9]\d{0,6}$/.test(one('page')) ? Number(one('page')) : 1,
    by: columns('by').slice(0, 2),
    ...(known.has(sortField) && { sort: { field: sortField, descending: sortField !== sorted } }),
    ...(value !== undefined && { value }),
    ...(how && { how }),
    ...(picture && { picture }),
    ...(step && { step }),
    ...(version && { version }),
  }
}

function filtersIn(params: URLSearchParams, fields: readonly Field[]): Filter[] {
  const given = withAdded(params)
  return fields.flatMap(({ id }) => {
    const values = [...new Set(given.getAll(`in.${id}`))].slice(0, mostValues).map((text) => text.slice(0, longest))
    const text = (part: Part): string => given.get(`${part}.${id}`)?.trim().slice(0, longest) ?? ''
    const state = text('state')
    const filter: Filter = {
      field: id,
      ...(values.length > 0 && { values }),
      ...(text('contains') && { contains: text('contains') }),
      ...(text('from') && { from: text('from') }),
      ...(text('to') && { to: text('to') }),
      ...((state === 'empty' || state === 'present') && { state }),
    }
    return Object.keys(filter).length > 1 ? [filter] : []
  })
}

// The small form "one more filter" sends column, condition and value in three fields, so that it works without script.
function withAdded(params: URLSearchParams): URLSearchParams {
  const field = params.get('add-field')
  const condition = params.get('add-is')
  const value = params.get('add-value')?.trim() ?? ''
  if (!field || !condition) return params
  const given = new URLSearchParams(params)
  if (condition === 'empty' || condition === 'present') given.set(`state.${field}`, condition)
  else if (value && condition === 'in') given.append(`in.${field}`, value)
  else if (value && parts.some((part) => part === condition)) given.set(`${condition}.${field}`, value)
  return given
}

/** Whether the address still has the fields of the form "one more filter": then it is led to the address that says the same shortly. */
export const isUnfinished = (params: URLSearchParams): boolean => params.has('add-field')

const among = <V extends string>(values: readonly V[], text: string): V | undefined => values.find((value) => value === text)

/** The selection as pairs of the address, in a fixed order and without what goes without saying. */
export function pairsOf(selection: Selection): [string, string][] {
  const single = (name: string, value: string | number | undefined): [string, string][] => (value === undefined || value === '' ? [] : [[name, String(value)]])
  return [
    ...single('view', selection.view === 'table' ? '' : selection.view),
    ...single('q', selection.q),
    ...selection.filters.flatMap(filterPairs),
    ...selection.columns.map((id): [string, string] => ['columns', id]),
    ...single('sort', selection.sort && `${selection.sort.descending ? '-' : ''}${selection.sort.field}`),
    ...selection.by.map((id): [string, string] => ['by', id]),
    ...single('value', selection.value),
    ...single('how', selection.how),
    ...single('picture', selection.picture),
    ...single('step', selection.step),
    ...single('version', selection.version),
    ...single('page', selection.page > 1 ? selection.page : ''),
  ]
}

const filterPairs = ({ field, values = [], contains, from, to, state }: Filter): [string, string][] => [
  ...values.map((value): [string, string] => [`in.${field}`, value]),
  ...Object.entries({ contains, from, to, state }).flatMap(([part, text]): [string, string][] => (text ? [[`${part}.${field}`, text]] : [])),
]

type Change = { [K in keyof Selection]?: Selection[K] | undefined }

/** The selection with some parts changed; whatever changes, the first page is meant unless the page is the change. */
export const changed = (selection: Selection, change: Change): Selection => ({ ...selection, page: 1, ...change }) as Selection // undefined says: no longer chosen

/** The address of a table's page. */
export function hrefOf(path: string, selection: Selection, change: Change = {}): string {
  const search = new URLSearchParams(pairsOf(changed(selection, { page: selection.page, ...(Object.keys(change).length > 0 && { page: 1 }), ...change }))).toString()
  return search ? `${path}?${search}` : path
}

/** The same selection without the filter of one column, or without one of its values. */
export const withoutFilter = (selection: Selection, field: string, value?: string): readonly Filter[] =>
  selection.filters.flatMap((filter) => {
    if (filter.field !== field) return [filter]
    const rest = filter.values?.filter((one) => one !== value) ?? []
    if (value === undefined || rest.length === 0) return []
    return [{ ...filter, values: rest }]
  })

/** Ends of ranges that are no numbers or days. They do not filter; the page says so beside the field. */
export function misreadIn(selection: Selection, fields: readonly Field[]): Misread[] {
  const types = new Map(fields.map(({ id, type }) => [id, type]))
  return selection.filters.flatMap(({ field, from, to }) =>
    (['from', 'to'] as const).flatMap((part): Misread[] => {
      const text = part === 'from' ? from : to
      const type = types.get(field)
      if (text === undefined) return []
      if (type === 'int' || type === 'numeric') return readNumber(text) === undefined ? [{ name: `${part}.${field}`, reason: 'number' }] : []
      if (type === 'date' || type === 'timestamp') return readDays(text) === undefined ? [{ name: `${part}.${field}`, reason: 'day' }] : []
      return []
    }),
  )
}
