import { refusal } from '../refusal.ts'
import type { Literal } from './ast.ts'

/** A place in the text of an option. */
export type Scanner = { readonly option: string; readonly text: string; at: number }

export const openScanner = (option: string, text: string): Scanner => ({ option, text, at: 0 })

/** Refuses with the option's name and the place, so that the caller finds the mistake. */
export const mistake = ({ option, text, at }: Scanner, what: string, position = at) =>
  refusal(400, 'query', `${option}: ${what} at position ${position + 1}${position < text.length ? `, near "${text.slice(position, position + 20)}"` : ', at the end'}.`, position)

export function skipBlanks(scanner: Scanner): void {
  while (scanner.text[scanner.at] === ' ' || scanner.text[scanner.at] === '\t') scanner.at += 1
}

/** Takes a sign when it stands here. */
export function take(scanner: Scanner, sign: string): boolean {
  skipBlanks(scanner)
  if (!scanner.text.startsWith(sign, scanner.at)) return false
  scanner.at += sign.length
  return true
}

export function demand(scanner: Scanner, sign: string): void {
  if (!take(scanner, sign)) throw mistake(scanner, `"${sign}" expected`)
}

/** What stands here by a pattern with the sticky flag. */
export function match(scanner: Scanner, pattern: RegExp): RegExpExecArray | undefined {
  skipBlanks(scanner)
  pattern.lastIndex = scanner.at
  const found = pattern.exec(scanner.text)
  if (!found) return undefined
  scanner.at += found[0].length
  return found
}

export const atEnd = (scanner: Scanner): boolean => {
  skipBlanks(scanner)
  return scanner.at >= scanner.text.length
}

const zone = '(?:Z|[+-]\\d{2}:?\\d{2})'
const moment = `\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?${zone}`
const period = 'P(?=[\\dT])(?:\\d+(?:\\.\\d+)?Y)?(?:\\d+(?:\\.\\d+)?M)?(?:\\d+(?:\\.\\d+)?W)?(?:\\d+(?:\\.\\d+)?D)?(?:T(?=\\d)(?:\\d+(?:\\.\\d+)?H)?(?:\\d+(?:\\.\\d+)?M)?(?:\\d+(?:\\.\\d+)?S)?)?'
const patterns: readonly [Literal['type'], RegExp][] = [
  ['span', new RegExp(`(${moment}/(?:${moment}|${period})|${period}/${moment})`, 'y')],
  ['moment', new RegExp(`(${moment})`, 'y')],
  ['day', /(\d{4}-\d{2}-\d{2})(?![\dT])/y],
  ['clock', /(\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?)/y],
  ['duration', new RegExp(`duration'(-?${period})'`, 'y')],
  ['geometry', /geo(?:graphy|metry)'((?:[^']|'')*)'/y],
  ['number', /(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.])/y],
  ['text', /'((?:[^']|'')*)'/y],
  ['boolean', /(true|false)(?![\w/])/y],
  ['null', /(null)(?![\w/])/y],
]

/** A literal, when one stands here. */
export function takeLiteral(scanner: Scanner): Literal | undefined {
  skipBlanks(scanner)
  const { at } = scanner
  for (const [type, pattern] of patterns) {
    const found = match(scanner, pattern)
    if (found) return literalOf(type, found[1] ?? '', at)
  }
  return undefined
}

function literalOf(type: Literal['type'], value: string, at: number): Literal {
  if (type === 'number') return { kind: 'literal', type, value: Number(value), at }
  if (type === 'boolean') return { kind: 'literal', type, value: value === 'true', at }
  if (type === 'null') return { kind: 'literal', type, value: null, at }
  if (type === 'text' || type === 'geometry') return { kind: 'literal', type, value: value.replaceAll("''", "'"), at }
  return { kind: 'literal', type, value, at }
}
