import { localTime, plainDateOf, sumCents, type Cents, type PlainDate } from '@modellregion/standards'
import type { Edition, YearFigures, YearProject } from './schema.ts'

/** A project that had begun by the end of the year; without a period one that was there by then, as far as a day is known. */
export const concerns = ({ startsOn }: Pick<YearProject, 'startsOn'>, until: PlainDate, firstSeen?: PlainDate): boolean => (startsOn ?? firstSeen ?? until) <= until

/** Years that can be reported on: from 2018, when the programme of the model regions began, to the one that runs; the newest first. */
export function yearsUntil(now: Date, first = 2018): number[] {
  const { date } = localTime(now)
  const last = Number(date.slice(0, 4))
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => last - at)
}

const order = ['idea', 'application', 'notice', 'delivery', 'proof-of-use', 'transfer', 'refused', 'withdrawn'] as const
export type StageId = (typeof order)[number]
export const isStage = (text: string): text is StageId => (order as readonly string[]).includes(text)

/** The projects that count: without the office, and without invented ones where there are real ones. */
export function countedOf({ projects }: Pick<YearFigures, 'projects'>): readonly YearProject[] {
  const own = projects.filter(({ isOffice }) => isOffice !== true)
  const real = own.filter(({ isInvented }) => isInvented !== true)
  return real.length > 0 ? real : own
}

/** The projects whose money counts: the office too, but no invented ones where there are real ones. */
export function paidOf({ projects }: Pick<YearFigures, 'projects'>): readonly YearProject[] {
  const real = projects.filter(({ isInvented }) => isInvented !== true)
  return real.length > 0 ? real : projects
}

/** Projects that count whose period has a day in the year. */
export const runningOf = (figures: Pick<YearFigures, 'year' | 'projects'>): readonly YearProject[] =>
  countedOf(figures).filter(({ startsOn, endsOn }) => startsOn !== null && endsOn !== null && startsOn <= plainDateOf(figures.year, 12, 31) && endsOn >= plainDateOf(figures.year, 1, 1))

/** How many projects stand at each stage, in the order of the way; stages without any are left out. */
export const stagesOf = (figures: Pick<YearFigures, 'projects'>): { readonly stage: StageId; readonly count: number }[] =>
  order.map((stage) => ({ stage, count: countedOf(figures).filter((project) => project.stage === stage).length })).filter(({ count }) => count > 0)

/** Whether all days of a year are over: only then its report can be final. */
export const isOver = (year: number, now: Date): boolean => year < Number(localTime(now).date.slice(0, 4))

export type YearChange = { readonly project: Pick<YearProject, 'slug' | 'name' | 'isInvented'>; readonly kind: 'starts' | 'ends' | 'reached'; readonly on: PlainDate; readonly stage: StageId | null; /** Ends later than first planned. */ readonly isLater: boolean }

/** What happened to projects in the year, day by day: they began, reached a stage, ended. */
export function changesOf({ year, projects }: Pick<YearFigures, 'year' | 'projects'>): YearChange[] {
  const within = (day: PlainDate | null): day is PlainDate => day !== null && day.startsWith(`${year}-`)
  return projects
    .flatMap((project): YearChange[] => [
      // Work that begins on the first day of the period is told once.
      ...(within(project.startsOn) && !project.reached.some(({ stage, on }) => stage === 'delivery' && on === project.startsOn) ? [{ project, kind: 'starts' as const, on: project.startsOn, stage: null, isLater: false }] : []),
      ...project.reached.flatMap(({ stage, on }) => (isStage(stage) ? [{ project, kind: 'reached' as const, on, stage, isLater: false }] : [])),
      ...(within(project.endsOn) ? [{ project, kind: 'ends' as const, on: project.endsOn, stage: null, isLater: project.originalEndsOn !== null && project.originalEndsOn < project.endsOn }] : []),
    ])
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.project.name < b.project.name ? -1 : 1))
}

export type YearSums = { readonly granted: Cents; readonly paid: Cents; readonly booked: Cents; readonly withAccount: readonly YearProject[] }

/** Sums of the accounts of some projects. `granted` is for their whole time, the others for the year. */
export function sumsOf({ projects }: { readonly projects: readonly YearProject[] }): YearSums {
  const withAccount = projects.filter(({ money }) => money !== null)
  const sum = (key: 'granted' | 'paid' | 'booked'): Cents => sumCents(withAccount.map(({ money }) => (money?.[key] ?? 0) as Cents)) // whole cents: they come from bigint columns
  return { granted: sum('granted'), paid: sum('paid'), booked: sum('booked'), withAccount }
}

/** The letters of which the hash is made. Keys keep the order in which they were counted. */
export const frozenText = (edition: Edition): string => JSON.stringify(edition)
/** What was frozen. Written by `frozenText` alone, and checked by its hash. */
export const editionOf = (frozen: string): Edition => JSON.parse(frozen) as Edition
