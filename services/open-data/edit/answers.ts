/** What people type and what a description says: the way there and back, the same on the server and in the browser. */
import { typedOf, tickedOf, type Typed } from '@modellregion/kernel/rules'
import type { Problem, Question, VocabularyName } from './schema.ts'
import { readPlace } from './places.ts'

/** Kinds that take several answers; they are merged as sets. */
const divided: Readonly<Partial<Record<Question<unknown>['kind'], string>>> = { tags: ', ', places: '\n', lines: '\n', links: '\n' }
export const isMany = ({ kind }: Pick<Question<unknown>, 'kind'>): boolean => kind === 'choices' || divided[kind] !== undefined

/** The answers as the field shows them. */
export function shownAs({ kind }: Pick<Question<unknown>, 'kind'>, answers: readonly string[]): string | readonly string[] {
  if (kind === 'choices') return answers
  const divider = divided[kind]
  if (divider !== undefined) return answers.join(divider)
  const [answer = ''] = answers
  return kind === 'date' ? germanDate(answer) : answer
}

export type Read = { ok: true; answers: readonly string[] } | { ok: false; problem: Problem }

/** The answers in what was typed, or why it is none. `offered` is asked only for answers from a list. */
export function readAnswers(question: Pick<Question<unknown>, 'name' | 'kind' | 'max'>, typed: Typed): Read {
  const texts = textsOf(question, typed).map((text) => text.trim().normalize('NFC').replaceAll('\r\n', '\n')).filter((text) => text !== '')
  if (texts.some((text) => text.length > (question.max ?? 4_000))) return { ok: false, problem: 'too-long' }
  const read = texts.map((text) => asAnswer(question.kind, text))
  const wrong = read.find((one) => one.problem)
  return wrong?.problem ? { ok: false, problem: wrong.problem } : { ok: true, answers: [...new Set(read.map(({ answer }) => answer))] }
}

function textsOf({ name, kind }: Pick<Question<unknown>, 'name' | 'kind'>, typed: Typed): readonly string[] {
  if (kind === 'choices') return tickedOf(typed, name)
  if (kind === 'tags') return tickedOf(typed, name).flatMap((text) => text.split(/[,;\n]/))
  if (isMany({ kind })) return typedOf(typed, name).split('\n')
  return [typedOf(typed, name)]
}

type One = { answer: string; problem?: Problem | undefined }

function asAnswer(kind: Question<unknown>['kind'], text: string): One {
  switch (kind) {
    case 'mail':
      return judged(text, /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(text), 'mail')
    case 'phone':
      return judged(text, /^\+?[\d\s/().-]{5,30}$/.test(text), 'phone')
    case 'url':
    case 'links':
      return judged(text, /^https?:\/\/[^\s.]+\S*$/.test(text) && URL.canParse(text), 'url')
    case 'number':
      return judged(text.replace(',', '.'), Number(text.replace(',', '.')) > 0, 'number')
    case 'duration':
      return judged(text, /^P(?!$)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/.test(text), 'duration')
    case 'date': {
      const date = isoDate(text)
      return { answer: date ?? text, problem: date === undefined ? 'date' : undefined }
    }
    case 'places':
      return judged(text, readPlace(text) !== undefined, 'place')
    default:
      return { answer: text }
  }
}

const judged = (answer: string, holds: boolean, problem: Problem): One => ({ answer, problem: holds ? undefined : problem })

/** `2024`, `5.2024`, `31.12.2024`, and the same in ISO order, as DCAT writes them; undefined for what is no date. */
export function isoDate(text: string): string | undefined {
  const german = /^(?:(?:(\d{1,2})\.\s*)?(\d{1,2})\.\s*)?(\d{4})$/.exec(text)
  const [day, month, year] = german ? [german[1], german[2], german[3]] : isoParts(text)
  if (year === undefined) return /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)?$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : undefined
  const parts = [year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter((part) => part !== undefined)
  const moment = new Date(`${[...parts, '01', '01'].slice(0, 3).join('-')}T00:00:00Z`)
  // 30 February is read as a day of March: only what survives the way there and back exists.
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(parts.join('-')) ? parts.join('-') : undefined
}

function isoParts(text: string): [string | undefined, string | undefined, string | undefined] {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text) ?? []
  return [day, month, year]
}

function germanDate(text: string): string {
  const [day, month, year] = isoParts(text)
  return year === undefined ? text : [day, month, year].filter((part) => part !== undefined).join('.')
}

/** Lists that are short enough to be shown whole, one below the other. */
export const isShort = (from: VocabularyName | undefined): boolean => from === 'themes' || from === 'accessRights' || from === 'availabilities' || from === 'levels' || from === 'hvdCategories' || from === 'statuses'
