import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isQuantity, type QuantityId } from '../quantity/quantity.ts'
import { readMarkdown, type Block } from '@modellregion/standards'
import { isMkr } from './mkr.ts'
import { comparisons, times, type Comparison, type Times } from './schema.ts'

/** A ready lesson plan. It is written in German, because it follows the curricula of a German Land. */
export type LessonPlan = {
  readonly id: string
  readonly title: string
  readonly summary: string
  /** School years, 1 to 13. */
  readonly grades: readonly number[]
  readonly subjects: readonly string[]
  readonly minutes: number
  readonly mkr: readonly string[]
  readonly licence: 'CC BY 4.0' | 'CC0 1.0'
  readonly version: string
  /** What an experiment started from the plan begins with; absent for plans without measurements. */
  readonly experiment?: { readonly question: string; readonly quantity: QuantityId; readonly comparison: Comparison; readonly band: number | null; readonly times: Times; readonly blind: boolean; readonly own: readonly string[] }
  readonly blocks: readonly Block[]
}

const folder = join(import.meta.dirname, '../reuse/lessons')
const oneOf = <T extends string>(all: readonly T[], word: string): T | undefined => all.find((one) => one === word)

/** Reads a plan. Throws SyntaxError that names the plan and what is missing. */
export function readPlan(id: string, source: string): LessonPlan {
  const { front, blocks } = readMarkdown(source)
  const need = (key: string): string => {
    const value = front.get(key)
    if (value === undefined) throw new SyntaxError(`${id}: "${key}" is missing in the front matter`)
    return value
  }
  const list = (key: string): string[] => need(key).split(',').map((part) => part.trim())
  const [first = '1', last = first] = need('grades').split('-')
  const mkr = list('mkr')
  const licence = oneOf(['CC BY 4.0', 'CC0 1.0'] as const, need('licence'))
  if (!licence) throw new SyntaxError(`${id}: the licence is CC BY 4.0 or CC0 1.0`)
  for (const one of mkr) if (!isMkr(one)) throw new SyntaxError(`${id}: there is no competence ${one}`)
  const experiment = front.has('quantity') ? readExperiment(id, need, front) : undefined
  return {
    id,
    title: need('title'),
    summary: need('summary'),
    grades: Array.from({ length: Number(last) - Number(first) + 1 }, (_, at) => Number(first) + at),
    subjects: list('subjects'),
    minutes: Number(need('minutes')),
    mkr,
    licence,
    version: need('version'),
    ...(experiment && { experiment }),
    blocks,
  }
}

function readExperiment(id: string, need: (key: string) => string, front: ReadonlyMap<string, string>): NonNullable<LessonPlan['experiment']> {
  const quantity = need('quantity')
  const comparison = oneOf(comparisons, need('comparison'))
  const slot = oneOf(times, need('times'))
  if (!isQuantity(quantity) || !comparison || !slot) throw new SyntaxError(`${id}: quantity, comparison or times is unknown`)
  return { question: need('question'), quantity, comparison, band: front.has('band') ? Number(front.get('band')) : null, times: slot, blind: front.get('blind') === 'yes', own: front.get('own')?.split(';').map((part) => part.trim()) ?? [] }
}

let read: readonly LessonPlan[] | undefined
/** All plans of `reuse/lessons`, by grade and title; read once. */
export const lessonPlans = (): readonly LessonPlan[] =>
  (read ??= readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .map((file) => readPlan(file.slice(0, -3), readFileSync(join(folder, file), 'utf8')))
    .sort((a, b) => (a.grades[0] ?? 0) - (b.grades[0] ?? 0) || a.title.localeCompare(b.title, 'de')))

export const findPlan = (id: string): LessonPlan | undefined => lessonPlans().find((plan) => plan.id === id)

export type PlanFilter = { readonly grade?: number; readonly subject?: string; readonly mkr?: string }
/** Plans that fit all that was asked for. An area such as `6` stands for its four competences. */
export const listPlans = ({ grade, subject, mkr }: PlanFilter): readonly LessonPlan[] =>
  lessonPlans().filter((plan) => (grade === undefined || plan.grades.includes(grade)) && (subject === undefined || plan.subjects.includes(subject)) && (mkr === undefined || plan.mkr.some((one) => one === mkr || one.startsWith(`${mkr}.`))))
