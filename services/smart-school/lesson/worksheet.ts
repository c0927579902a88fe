import type { PageT } from '../locales/index.ts'
import type { Piece } from '@modellregion/standards'
import type { Part } from './pdf/print.ts'
import { daysFrom } from './rules/slots.ts'
import { letterOf } from './rules/state.ts'
import type { Experiment } from './schema.ts'
import { measureText, placeText, quantityName, unitOf } from './pages/say.ts'

/** How much help a sheet gives: 1 with beginnings of sentences, 2 usual, 3 open. */
export type Level = '1' | '2' | '3'
export const levels: readonly Level[] = ['1', '2', '3']

const text = (line: string): Part => ({ kind: 'paragraph', pieces: [{ kind: 'text', text: line }] })
const task = (number: string, line: string): Part => ({ kind: 'paragraph', pieces: [{ kind: 'strong', text: `${number} ` }, { kind: 'text', text: line }] })
const head = (line: string): Part => ({ kind: 'heading', level: 2, text: line })
const cell = (line: string): Piece[] => (line === '' ? [] : [{ kind: 'text', text: line }])
const room = (count: number): Part => ({ kind: 'lines', count })

/** Rows of a sheet that is filled in by hand. */
const mostRows = 10

/** The worksheet of an experiment for one level: question, hypothesis, sketch, table, evaluation. */
export function worksheetOf(t: PageT, experiment: Experiment, level: Level): Part[] {
  const [quantity = 'co2'] = experiment.quantities
  const names = experiment.thingIds.map((_, at) => placeText(t, quantity, { letter: letterOf(at) }))
  const days = daysFrom(experiment.from, experiment.until).slice(0, mostRows)
  const about = { quantity: quantityName(t, quantity), measure: measureText(t, experiment, quantity), unit: unitOf(quantity) }
  return [
    head(t('lesson.sheet.question')),
    { kind: 'paragraph', pieces: [{ kind: 'strong', text: experiment.question }] },
    head(t('lesson.sheet.hypothesis')),
    task('1.', t(`lesson.sheet.hypothesis-${level}`)),
    room(level === '1' ? 2 : 3),
    ...(level === '3' ? [task('2.', t('lesson.sheet.plan')), room(3)] : []),
    head(t('lesson.sheet.sketch')),
    task(level === '3' ? '3.' : '2.', t(`lesson.sheet.sketch-${level}`, about)),
    { kind: 'box', label: t('lesson.sheet.sketch-label', about), height: 190 },
    head(t('lesson.sheet.table')),
    task(level === '3' ? '4.' : '3.', t(`lesson.sheet.table-${level}`, about)),
    { kind: 'table', head: [t('lesson.values.day'), ...names, ...experiment.ownColumns.map(({ label, unit }) => (unit ? t('lesson.values.in', { label, unit }) : label))].map(cell), rows: days.map((day) => [cell(t.format.date(day, 'medium')), ...names.map(() => cell('')), ...experiment.ownColumns.map(() => cell(''))]) },
    head(t('lesson.sheet.evaluate')),
    task(level === '3' ? '5.' : '4.', t(`lesson.sheet.evaluate-${level}`, about)),
    room(level === '1' ? 2 : 4),
    task(level === '3' ? '6.' : '5.', t(`lesson.sheet.chance-${level}`)),
    room(level === '1' ? 1 : 3),
    task(level === '3' ? '7.' : '6.', t(`lesson.sheet.learned-${level}`)),
    room(2),
  ]
}

/** For teachers: what can be expected, and what good answers have. */
export function solutionOf(t: PageT, experiment: Experiment): Part[] {
  const [quantity = 'co2'] = experiment.quantities
  const kind = quantity === 'co2' || quantity === 'temperature' || quantity === 'humidity' ? quantity : quantity === 'electricity' || quantity === 'power' ? 'power' : quantity === 'water' || quantity === 'flow' ? 'water' : 'other'
  return [
    head(t('lesson.sheet.expect')),
    text(t(`lesson.sheet.solution.${kind}`)),
    head(t('lesson.sheet.good-answers')),
    { kind: 'list', ordered: false, items: (['hypothesis', 'reason', 'spread', 'chance', 'limits'] as const).map((key) => cell(t(`lesson.sheet.good.${key}`))) },
    head(t('lesson.sheet.mistakes')),
    { kind: 'list', ordered: false, items: (['cause', 'axis', 'empty'] as const).map((key) => cell(t(`lesson.sheet.mistake.${key}`))) },
    head(t('lesson.sheet.levels')),
    { kind: 'table', head: [cell(t('lesson.sheet.level')), cell(t('lesson.sheet.level-for'))], rows: levels.map((level) => [cell(level), cell(t(`lesson.sheet.level-${level}`))]) },
  ]
}
