import type { ReuseClass } from '@modellregion/contracts'
import type { ProjectLine, Stage } from '../schema.ts'

export const sortKeys = ['number', 'name', 'start', 'end', 'grant', 'total'] as const
export type SortKey = (typeof sortKeys)[number]
export type Selection = { readonly stages: readonly Stage[]; readonly classes: readonly ReuseClass[]; readonly sort: SortKey; readonly descending: boolean }

const valueOf: Readonly<Record<SortKey, (project: ProjectLine) => string | number | null>> = {
  number: ({ number }) => number,
  name: ({ nameInTable, name }) => nameInTable ?? name,
  start: ({ startsOn }) => startsOn,
  end: ({ endsOn }) => endsOn,
  grant: ({ grantCents }) => grantCents,
  total: ({ totalCents }) => totalCents,
}

/** The projects that were asked for, in the wished order; what is not known stands last either way. */
export function selectProjects(projects: readonly ProjectLine[], { stages, classes, sort, descending }: Selection): readonly ProjectLine[] {
  const kept = projects.filter((project) => (stages.length === 0 || stages.includes(project.stage)) && (classes.length === 0 || project.promises.some((promise) => classes.includes(promise.class))))
  const value = valueOf[sort]
  return kept.toSorted((a, b) => compare(value(a), value(b), descending))
}

const inOrder = new Intl.Collator('de', { numeric: true })

function compare(a: string | number | null, b: string | number | null, descending: boolean): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
  const order = typeof a === 'number' && typeof b === 'number' ? a - b : inOrder.compare(String(a), String(b))
  return descending ? -order : order
}
