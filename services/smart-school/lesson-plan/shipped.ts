import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readPlan } from './rules/read.ts'
import type { LessonPlan } from './schema.ts'

const folder = join(import.meta.dirname, '../reuse/lessons')
export type ShippedPlan = { readonly plan: LessonPlan; readonly source: string }

/** Reads one of our own files. Throws SyntaxError that names it and what is wrong first. */
function readOwn(file: string): ShippedPlan {
  const source = readFileSync(join(folder, file), 'utf8')
  const read = readPlan(source)
  if (!read.ok) throw new SyntaxError(`${file}: ${JSON.stringify(read.faults[0])}`)
  return { plan: { id: file.slice(0, -3), ...read.plan }, source }
}

let loaded: readonly ShippedPlan[] | undefined
/** All plans of `reuse/lessons`, by grade and title; read once. */
export const shippedPlans = (): readonly ShippedPlan[] =>
  (loaded ??= readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .map(readOwn)
    .sort((a, b) => (a.plan.grades[0] ?? 0) - (b.plan.grades[0] ?? 0) || a.plan.title.localeCompare(b.plan.title, 'de')))

export const findShippedPlan = (id: string): ShippedPlan | undefined => shippedPlans().find(({ plan }) => plan.id === id)
