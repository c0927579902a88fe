import type { Grade } from '../quality/mqa.ts'

export type GradeCount = { grade: Grade; n: number }
export type MonthEnd = { month: string; n: number }
export type Ages = { year: number; three: number; ten: number; older: number; unknown: number }
export type Count = { value: string; n: number }
export type PublisherCount = { name: string; title: string; n: number }

export type Statistics = {
  total: number
  themes: readonly Count[]
  formats: readonly Count[]
  licences: readonly Count[]
  publishers: readonly PublisherCount[]
  grades: readonly GradeCount[]
  months: readonly MonthEnd[]
  ages: Ages
}
