import type { Arithmetic, Comparison, Expression, Path } from './ast.ts'
import { demand, match, mistake, skipBlanks, take, takeLiteral, type Scanner } from './scanner.ts'

/** Deeper expressions are refused before they can exhaust the stack. */
const deepest = 60

/** Reads an expression up to where it ends; what follows is the caller's. Precedence of OData 4 (5.1.1.9): or, and, comparison, sum, product, not. */
export const readExpression = (scanner: Scanner): Expression => readOr(scanner, 0)

function readOr(scanner: Scanner, depth: number): Expression {
  if (depth > deepest) throw mistake(scanner, 'the expression is nested too deeply')
  let left = readAnd(scanner, depth)
  for (let at = scanner.at; match(scanner, /or(?=[\s(])/y); at = scanner.at) left = { kind: 'binary', operator: 'or', left, right: readAnd(scanner, depth), at }
  return left
}

function readAnd(scanner: Scanner, depth: number): Expression {
  let left = readComparison(scanner, depth)
  for (let at = scanner.at; match(scanner, /and(?=[\s(])/y); at = scanner.at) left = { kind: 'binary', operator: 'and', left, right: readComparison(scanner, depth), at }
  return left
}

function readComparison(scanner: Scanner, depth: number): Expression {
  const left = readSum(scanner, depth)
  skipBlanks(scanner)
  const { at } = scanner
  if (match(scanner, /in(?=\s*\()/y)) return { kind: 'in', operand: left, list: readList(scanner, depth), at }
  const found = match(scanner, /(eq|ne|gt|ge|lt|le)(?=[\s('-]|$)/y)
  return found ? { kind: 'binary', operator: found[1] as Comparison, left, right: readSum(scanner, depth), at } : left // the pattern names them
}

function readSum(scanner: Scanner, depth: number): Expression {
  let left = readProduct(scanner, depth)
  for (let at = scanner.at, found = match(scanner, /(add|sub)(?=[\s('-])/y); found; at = scanner.at, found = match(scanner, /(add|sub)(?=[\s('-])/y))
    left = { kind: 'binary', operator: found[1] as Arithmetic, left, right: readProduct(scanner, depth), at } // the pattern names them
  return left
}

function readProduct(scanner: Scanner, depth: number): Expression {
  let left = readUnary(scanner, depth)
  for (let at = scanner.at, found = match(scanner, /(mul|div|mod)(?=[\s('-])/y); found; at = scanner.at, found = match(scanner, /(mul|div|mod)(?=[\s('-])/y))
    left = { kind: 'binary', operator: found[1] as Arithmetic, left, right: readUnary(scanner, depth), at } // the pattern names them
  return left
}

function readUnary(scanner: Scanner, depth: number): Expression {
  if (depth > deepest) throw mistake(scanner, 'the expression is nested too deeply')
  skipBlanks(scanner)
  const { at } = scanner
  if (match(scanner, /not(?=[\s(])/y)) return { kind: 'unary', operator: 'not', operand: readNegated(scanner, depth + 1), at }
  const literal = takeLiteral(scanner)
  if (literal) return literal
  if (take(scanner, '-')) return { kind: 'unary', operator: 'minus', operand: readUnary(scanner, depth + 1), at }
  if (take(scanner, '(')) {
    const inner = readOr(scanner, depth + 1)
    demand(scanner, ')')
    return inner
  }
  return readCallOrPath(scanner, depth)
}

// `not x eq 1` means `not (x eq 1)`, as every server of the standard reads it.
const readNegated = (scanner: Scanner, depth: number): Expression => {
  if (depth > deepest) throw mistake(scanner, 'the expression is nested too deeply')
  return readComparison(scanner, depth)
}

function readCallOrPath(scanner: Scanner, depth: number): Expression {
  skipBlanks(scanner)
  const { at } = scanner
  const call = match(scanner, /([a-z_]+(?:\.[a-z]+)?)\s*\(/y)
  if (call) {
    const args = take(scanner, ')') ? [] : readArguments(scanner, depth)
    return { kind: 'call', name: call[1] ?? '', args, at }
  }
  return readPath(scanner)
}

function readArguments(scanner: Scanner, depth: number): Expression[] {
  const args = [readOr(scanner, depth + 1)]
  while (take(scanner, ',')) args.push(readOr(scanner, depth + 1))
  demand(scanner, ')')
  return args
}

function readList(scanner: Scanner, depth: number): Expression[] {
  demand(scanner, '(')
  return readArguments(scanner, depth)
}

/** A path of names and array places: `Datastream/Thing/properties/floor`, `result[0]`, `@iot.id`. */
export function readPath(scanner: Scanner): Path {
  skipBlanks(scanner)
  const { at } = scanner
  const segments: (string | number)[] = []
  do {
    const name = match(scanner, /@?[\p{L}_][\p{L}\p{N}_.:-]*/uy)
    if (!name) throw mistake(scanner, 'a value, a property or "(" expected')
    segments.push(name[0] === '@iot.id' ? 'id' : name[0] === '@iot.selfLink' ? 'selfLink' : name[0])
    for (let place = match(scanner, /\[(\d{1,6})\]/y); place; place = match(scanner, /\[(\d{1,6})\]/y)) segments.push(Number(place[1]))
  } while (scanner.text[scanner.at] === '/' && take(scanner, '/'))
  return { kind: 'path', segments, at }
}
