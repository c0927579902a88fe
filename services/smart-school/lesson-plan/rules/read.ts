import { readMarkdown, type Block } from '@modellregion/standards'
import { isMkr } from '../../lesson/mkr.ts'
import { classQuantities } from '../../lesson/rules/state.ts'
import { comparisons, times } from '../../lesson/schema.ts'
import { isQuantity } from '../../quantity/quantity.ts'
import { mostLetters, planLicences, type LessonPlan, type PlanExperiment } from '../schema.ts'

/** What a plan may say before its text, in the order in which it is written. */
export const frontKeys = ['title', 'summary', 'grades', 'subjects', 'minutes', 'mkr', 'licence', 'version', 'publisher', 'source', 'question', 'quantity', 'comparison', 'band', 'times', 'blind', 'own'] as const
export type FrontKey = (typeof frontKeys)[number]
const needed: readonly FrontKey[] = ['title', 'summary', 'grades', 'subjects', 'minutes', 'licence', 'version']

export const textFaults = ['heading', 'mark', 'link', 'row', 'table-head', 'cells', 'code', 'not-part', 'front', 'front-line', 'other'] as const
export type TextFault = (typeof textFaults)[number]
export type FrontFault = 'missing' | 'unknown' | 'grades' | 'minutes' | 'mkr' | 'licence' | 'version' | 'quantity' | 'experiment' | 'band' | 'own'

/** What is wrong with a plan, and where. `line` counts from 1 in the whole file. */
export type PlanFault =
  | { readonly kind: 'text'; readonly code: TextFault; readonly line: number; readonly detail: string }
  | { readonly kind: 'front'; readonly code: FrontFault; readonly key: string; readonly line: number; readonly detail: string }
  | { readonly kind: 'file'; readonly code: 'long' | 'signs' | 'empty'; readonly line: number; readonly detail: string }

type Content = Omit<LessonPlan, 'id'>
export type ReadPlan = { readonly ok: true; readonly plan: Content } | { readonly ok: false; readonly faults: readonly PlanFault[] }

// What the reader of Markdown says, by a word of it that is in no other of its sentences.
const said: readonly (readonly [RegExp, TextFault])[] = [
  [/headings are of level/, 'heading'],
  [/a mark is left open/, 'mark'],
  [/a link leads to https/, 'link'],
  [/a row begins and ends/, 'row'],
  [/under the head of a table/, 'table-head'],
  [/cells under/, 'cells'],
  [/block of code does not end/, 'code'],
  [/is not part of this Markdown/, 'not-part'],
  [/front matter between/, 'front'],
  [/"key: value"/, 'front-line'],
]

/** The first fault of the text as the reader of Markdown tells it: the place and what is wrong there. */
function textFaultOf(error: SyntaxError): PlanFault {
  const [, line = '1', reason = error.message] = /^line (\d+): ([\s\S]*)$/.exec(error.message) ?? []
  return { kind: 'text', code: said.find(([words]) => words.test(reason))?.[1] ?? 'other', line: Number(line), detail: reason }
}

type Text = { readonly ok: true; readonly front: ReadonlyMap<string, string>; readonly blocks: readonly Block[] } | { readonly ok: false; readonly fault: PlanFault }
function readText(source: string): Text {
  try {
    return { ok: true, ...readMarkdown(source) }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return { ok: false, fault: textFaultOf(error) }
  }
}

const listOf = (value: string | undefined, separator = ','): string[] => (value ?? '').split(separator).map((part) => part.trim()).filter(Boolean)
const memberOf = <T extends string>(all: readonly T[], word: string | undefined): T | undefined => all.find((one) => one === word)
const whole = (value: string | undefined, most: number): number | undefined => (value !== undefined && /^\d{1,4}$/.test(value) && Number(value) >= 1 && Number(value) <= most ? Number(value) : undefined)
const isDay = (value: string | undefined): boolean => value !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(`${value}T12:00:00Z`))

/** Line breaks, tabulators and what can be read; nothing that hides. */
const hidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069\ufeff]/u

/** Reads a plan: front matter, then text. Gives all faults of the front matter at once, of the text the first. */
export function readPlan(source: string): ReadPlan {
  if (source.length > mostLetters) return { ok: false, faults: [{ kind: 'file', code: 'long', line: 1, detail: String(mostLetters) }] }
  const at = hidden.exec(source)?.index ?? (source.isWellFormed() ? -1 : 0)
  if (at >= 0) return { ok: false, faults: [{ kind: 'file', code: 'signs', line: source.slice(0, at).split('\n').length, detail: '' }] }
  const text = readText(source)
  if (!text.ok) return { ok: false, faults: [text.fault] }
  const { front, blocks } = text
  const lines = source.replaceAll('\r\n', '\n').split('\n')
  const faults: PlanFault[] = []
  const blame = (code: FrontFault, key: string): void => void faults.push({ kind: 'front', code, key, line: Math.max(1, lines.findIndex((line) => line.startsWith(`${key}: `)) + 1), detail: front.get(key) ?? '' })
  for (const key of front.keys()) if (!(frontKeys as readonly string[]).includes(key)) blame('unknown', key)
  for (const key of needed) if (!front.has(key)) blame('missing', key)
  const [from = '', until = from] = (front.get('grades') ?? '').split('-')
  const [first, last, minutes] = [whole(from, 13), whole(until, 13), whole(front.get('minutes'), 3_000)]
  const licence = memberOf(planLicences, front.get('licence'))
  const mkr = listOf(front.get('mkr'))
  if (front.has('grades') && (first === undefined || last === undefined || last < first)) blame('grades', 'grades')
  if (front.has('minutes') && minutes === undefined) blame('minutes', 'minutes')
  if (front.has('licence') && !licence) blame('licence', 'licence')
  if (front.has('version') && !isDay(front.get('version'))) blame('version', 'version')
  if (!mkr.every(isMkr)) blame('mkr', 'mkr')
  if (front.has('subjects') && listOf(front.get('subjects')).length === 0) blame('missing', 'subjects')
  const experiment = readExperiment(front, blame)
  if (blocks.length === 0) faults.push({ kind: 'file', code: 'empty', line: lines.length, detail: '' })
  if (faults.length > 0 || first === undefined || last === undefined || minutes === undefined || !licence) return { ok: false, faults }
  const [publisher, origin] = [front.get('publisher'), front.get('source')]
  return {
    ok: true,
    plan: {
      title: front.get('title') ?? '',
      summary: front.get('summary') ?? '',
      grades: Array.from({ length: last - first + 1 }, (_, step) => first + step),
      subjects: listOf(front.get('subjects')),
      minutes,
      mkr,
      licence,
      version: front.get('version') ?? '',
      ...(publisher !== undefined && { publisher }),
      ...(origin !== undefined && { source: origin }),
      ...(experiment && { experiment }),
      blocks,
    },
  }
}

function readExperiment(front: ReadonlyMap<string, string>, blame: (code: FrontFault, key: string) => void): PlanExperiment | undefined {
  const parts = ['question', 'comparison', 'times', 'band', 'own', 'blind'].filter((key) => front.has(key))
  const quantity = front.get('quantity')
  if (quantity === undefined) {
    if (parts.length > 0) blame('missing', 'quantity')
    return undefined
  }
  const question = front.get('question')
  const [comparison, slot] = [memberOf(comparisons, front.get('comparison')), memberOf(times, front.get('times'))]
  const band = front.has('band') ? Number(front.get('band')) : null
  const own = listOf(front.get('own'), ';')
  const isKnown = isQuantity(quantity) && classQuantities.includes(quantity)
  const isBand = band === null ? comparison !== 'above' : Number.isFinite(band)
  if (!isKnown) blame('quantity', 'quantity')
  if (question === undefined) blame('missing', 'question')
  if (!comparison) blame('experiment', 'comparison')
  if (!slot) blame('experiment', 'times')
  if (!isBand) blame('band', 'band')
  if (own.length > 2 || own.some((one) => one.length > 40)) blame('own', 'own')
  if (front.has('blind') && !['yes', 'no'].includes(front.get('blind') ?? '')) blame('experiment', 'blind')
  return isKnown && question !== undefined && comparison && slot ? { question, quantity, comparison, band, times: slot, blind: front.get('blind') === 'yes', own } : undefined
}
