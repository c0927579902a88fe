import { slugOf } from '../../place/rules/lessons.ts'
import { frontKeys, type FrontKey, type PlanFault } from './read.ts'
import type { LessonPlan, PlanForm, PlanLicence } from '../schema.ts'

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
const bodyOf = (text: string): string => text.replaceAll('\r\n', '\n').replace(/^\s*\n/, '').trimEnd()

/** The text of a plan's file, without what stands between the two lines `---`. */
export function textOf(source: string): string {
  const lines = source.replaceAll('\r\n', '\n').split('\n')
  return bodyOf(lines.slice(lines.indexOf('---', 1) + 1).join('\n'))
}

function sourceFrom(front: ReadonlyMap<FrontKey, string>, body: string): string {
  const lines = frontKeys.flatMap((key) => {
    const value = oneLine(front.get(key) ?? '')
    return value === '' ? [] : [`${key}: ${value}`]
  })
  return ['---', ...lines, '---', '', bodyOf(body), ''].join('\n')
}

/** The file of a plan from what was typed. `day`: the day on which it is saved. */
export function sourceOf(form: PlanForm, day: string): string {
  const experiment: [FrontKey, string][] = (form.quantity ?? '') === '' ? [] : [
    ['question', form.question ?? ''],
    ['quantity', form.quantity ?? ''],
    ['comparison', form.comparison ?? ''],
    ['band', form.band === undefined ? '' : String(form.band)],
    ['times', form.times ?? ''],
    ['blind', form.blind ? 'yes' : ''],
    ['own', form.own ?? ''],
  ]
  return sourceFrom(
    new Map<FrontKey, string>([
      ['title', form.title],
      ['summary', form.summary],
      ['grades', form.gradeFrom === form.gradeTo ? String(form.gradeFrom) : `${form.gradeFrom}-${form.gradeTo}`],
      ['subjects', form.subjects],
      ['minutes', String(form.minutes)],
      ['mkr', (form.mkr ?? []).join(', ')],
      ['licence', form.licence],
      ['version', day],
      ['publisher', form.publisher ?? ''],
      ['source', form.source ?? ''],
      ...experiment,
    ]),
    form.body,
  )
}

/** What the form shows of a plan, by the names of its fields. */
export function typedFrom(plan: LessonPlan, source: string): Record<string, string | readonly string[]> {
  const { experiment } = plan
  return {
    title: plan.title,
    summary: plan.summary,
    gradeFrom: String(plan.grades[0] ?? 1),
    gradeTo: String(plan.grades.at(-1) ?? 1),
    subjects: plan.subjects.join(', '),
    minutes: String(plan.minutes),
    mkr: plan.mkr,
    licence: plan.licence,
    publisher: plan.publisher ?? '',
    source: plan.source ?? '',
    body: textOf(source),
    ...(experiment && {
      quantity: experiment.quantity,
      question: experiment.question,
      comparison: experiment.comparison,
      band: experiment.band === null ? '' : String(experiment.band),
      times: experiment.times,
      own: experiment.own.join('; '),
      ...(experiment.blind && { blind: 'true' }),
    }),
  }
}

/** In which field of the form a fault is mended, and in which line of the text when it stands there. */
export function placeOf(fault: PlanFault, source: string): { readonly field: string; readonly line: number } {
  if (fault.kind === 'front') return { field: fault.key === 'grades' ? 'gradeTo' : fault.key, line: 0 }
  const before = source.split('\n').indexOf('---', 1) + 2
  return { field: 'body', line: Math.max(1, fault.line - before) }
}

/** CC BY wants the work named for good, so what is made from it cannot become CC0. Gives a refusal or nothing. Source: CC BY 4.0, section 3 (a). */
export const whyNotLicence = (licence: PlanLicence, basedOn: PlanLicence | undefined, source: string): 'stays' | 'unnamed' | undefined => {
  if (basedOn !== 'CC BY 4.0') return undefined
  if (licence === 'CC0 1.0') return 'stays'
  return source.trim() === '' ? 'unnamed' : undefined
}

/** The id of a town's plan: its first title, and the last eight digits of the UUID of its making, by which no other plan is called. */
export const planIdOf = (title: string, uuid: string): string => `${slugOf(title).replace(/-+$/, '') || 'plan'}-${uuid.replaceAll('-', '').slice(-8).toLowerCase()}`

/** What the small part of Markdown can do, each with an example to copy. */
export const signs = [
  { sign: 'heading', example: '## Verlauf' },
  { sign: 'smaller', example: '### Erste Stunde' },
  { sign: 'list', example: '- Klebepunkte\n- Tablets' },
  { sign: 'steps', example: '1. Vermuten\n2. Messen' },
  { sign: 'strong', example: 'Wir vergleichen **blind**.' },
  { sign: 'link', example: '[Umweltbundesamt](https://www.umweltbundesamt.de)' },
  { sign: 'table', example: '| Zeit | Was |\n|---|---|\n| 10 min | Einstieg |' },
] as const
