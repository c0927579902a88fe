import type { Lesson } from '../../store/schema.ts'

const clock = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/

/** Lessons as people type them, one a line: `8:00-8:45`, `08.00 – 08.45 Uhr`, `8:00 bis 8:45`. Undefined when a line is none, or lessons overlap. */
export function readLessons(text: string): Lesson[] | undefined {
  const lessons: Lesson[] = []
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '') continue
    const [from, to, ...more] = line.replace(/uhr/gi, '').split(/\s*(?:-|–|bis|to)\s*/).map((part) => clockText(part.trim()))
    const last = lessons.at(-1)
    if (from === undefined || to === undefined || more.length > 0 || from >= to || (last && last.to > from)) return undefined
    lessons.push({ from, to })
  }
  return lessons
}

/** `HH:MM`, so that texts compare like times. */
function clockText(text: string): string | undefined {
  const match = clock.exec(text)
  return match ? `${(match[1] ?? '').padStart(2, '0')}:${match[2]}` : undefined
}

export const showLessons = (lessons: readonly Lesson[]): string => lessons.map(({ from, to }) => `${from}–${to}`).join('\n')

/** A short name for addresses out of a name: `St.-Michael-Gymnasium Monschau` becomes `st-michael-gymnasium-monschau`. */
export const slugOf = (name: string): string =>
  name.toLowerCase().replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('ß', 'ss').normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 60)
