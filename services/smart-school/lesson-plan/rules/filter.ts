import type { PlanFilter, PlanLine, PlanOrigin } from '../schema.ts'

export type ListedPlan = { readonly line: PlanLine; readonly origin: PlanOrigin; readonly open: boolean }

/** Plans that fit all that was asked for, by grade and title. An area such as `6` stands for its four competences. */
export const filterPlans = (plans: readonly ListedPlan[], { grade, subject, mkr, origin }: PlanFilter): readonly ListedPlan[] =>
  plans
    .filter(
      ({ line, origin: from }) =>
        (grade === undefined || line.grades.includes(grade)) &&
        (subject === undefined || line.subjects.includes(subject)) &&
        (mkr === undefined || line.mkr.some((one) => one === mkr || one.startsWith(`${mkr}.`))) &&
        (origin === undefined || origin === from),
    )
    .toSorted((a, b) => (a.line.grades[0] ?? 0) - (b.line.grades[0] ?? 0) || a.line.title.localeCompare(b.line.title, 'de') || a.line.id.localeCompare(b.line.id))
