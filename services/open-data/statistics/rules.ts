import type { Grade } from '../quality/mqa.ts'
import { gradeOf } from '../quality/mqa.ts'
import type { GradeCount, MonthEnd } from './schema.ts'

export const grades: readonly Grade[] = ['excellent', 'good', 'sufficient', 'bad']

/** Datasets by the grade of their description, the best first, every grade once. */
export function byGrade(points: readonly { points: number; n: number }[]): GradeCount[] {
  return grades.map((grade) => ({ grade, n: points.reduce((sum, row) => sum + (gradeOf(row.points) === grade ? row.n : 0), 0) }))
}

/** The stock at the end of each month, without gaps, the last `most` months. A month nobody worked in repeats the one before. */
export function stockByMonth(rows: readonly { month: string; added: number; withdrawn: number }[], most: number): MonthEnd[] {
  const [first, last] = [rows[0]?.month, rows.at(-1)?.month]
  if (first === undefined || last === undefined) return []
  const changes = new Map(rows.map((row) => [row.month, row.added - row.withdrawn]))
  const stock: MonthEnd[] = []
  let n = 0
  for (let month = first; month <= last; month = monthAfter(month)) {
    n += changes.get(month) ?? 0
    stock.push({ month, n })
  }
  return stock.slice(-most)
}

function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
}
