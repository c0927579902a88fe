import type { Judged } from './corpus.ts'

/** How good one ranking is: nDCG@10 with gain 2^grade - 1, recall@50 over grade >= 2 (>= 1 where there is no 2), and whether anything came. */
export type Score = { ndcg: number; recall: number; empty: boolean }

const gain = (grade: number): number => 2 ** grade - 1
const dcg = (grades: readonly number[]): number => grades.slice(0, 10).reduce((sum, grade, rank) => sum + gain(grade) / Math.log2(rank + 2), 0)

export function measure({ relevant }: Judged, refs: readonly string[]): Score {
  const grades = new Map(relevant.map(([grade, ref]) => [ref, grade]))
  const ideal = dcg([...grades.values()].sort((a, b) => b - a))
  const least = [...grades.values()].some((grade) => grade >= 2) ? 2 : 1
  const wanted = [...grades].filter(([, grade]) => grade >= least).map(([ref]) => ref)
  const found = new Set(refs.slice(0, 50))
  return {
    ndcg: ideal === 0 ? 0 : dcg(refs.map((ref) => grades.get(ref) ?? 0)) / ideal,
    recall: wanted.length === 0 ? 1 : wanted.filter((ref) => found.has(ref)).length / Math.min(50, wanted.length),
    empty: refs.length === 0,
  }
}

export const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
