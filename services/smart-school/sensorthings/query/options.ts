import { refusal } from '../refusal.ts'
import { noOptions, type Expand, type Options, type Ordering } from './ast.ts'
import { readExpression, readPath } from './expression.ts'
import { atEnd, demand, match, mistake, openScanner, skipBlanks, take, type Scanner } from './scanner.ts'

/** A page has so many members when the caller does not say, and at most so many. */
export const pageSize = { usual: 100, most: 1_000 } as const

const known = ['$filter', '$orderby', '$expand', '$select', '$count', '$top', '$skip', '$skiptoken', '$resultFormat'] as const
const deepestExpand = 6

/** The options of a request, from its query string without the question mark. Options that do not begin with `$` are ignored. @throws Refusal */
export function readOptions(query: string): Options {
  let options: Options = noOptions
  const seen = new Set<string>()
  for (const part of query.split('&')) {
    if (part === '') continue
    const cut = part.indexOf('=')
    const name = decode(cut < 0 ? part : part.slice(0, cut))
    if (!name.startsWith('$')) continue
    if (seen.has(name)) throw refusal(400, 'query', `${name} is named twice. Name it once.`)
    seen.add(name)
    const scanner = openScanner(name, cut < 0 ? '' : decode(part.slice(cut + 1)))
    options = { ...options, ...readOption(scanner, name, 0) }
    if (!atEnd(scanner)) throw mistake(scanner, 'nothing more expected')
  }
  return options
}

// A plus is a blank, except in the zone of a moment: 2026-03-10T09:00:00+01:00.
function decode(text: string): string {
  try {
    return decodeURIComponent(text.replace(/(?<!:\d\d(?:\.\d+)?)\+|\+(?!\d{2}:?\d{2}(?!\d))/g, ' '))
  } catch {
    throw refusal(400, 'query', `"${text.slice(0, 60)}" is not percent-encoded rightly.`)
  }
}

function readOption(scanner: Scanner, name: string, depth: number): Partial<Options> {
  switch (name) {
    case '$filter':
      return { filter: readExpression(scanner) }
    case '$orderby':
      return { orderby: readOrderings(scanner) }
    case '$expand':
      return { expand: readExpands(scanner, depth) }
    case '$select':
      return { select: readSelect(scanner) }
    case '$count': {
      const found = match(scanner, /(true|false)/y)
      if (!found) throw mistake(scanner, 'true or false expected')
      return { count: found[1] === 'true' }
    }
    case '$top':
      return { top: readNumber(scanner) }
    case '$skip':
      return { skip: readNumber(scanner) }
    case '$skiptoken':
      return { skiptoken: match(scanner, /[\w.-]+/y)?.[0] ?? '' }
    case '$resultFormat': {
      if (!match(scanner, /dataArray/y)) throw mistake(scanner, 'dataArray expected')
      return { resultFormat: 'dataArray' }
    }
    default:
      throw refusal(501, 'option', `${name} is no option of SensorThings. Known are ${known.join(', ')}.`)
  }
}

function readNumber(scanner: Scanner): number {
  const found = match(scanner, /\d{1,9}(?!\d)/y)
  if (!found) throw mistake(scanner, 'a whole number from 0 to 999999999 expected')
  return Number(found[0])
}

function readOrderings(scanner: Scanner): Ordering[] {
  const orderings: Ordering[] = []
  do {
    const by = readExpression(scanner)
    orderings.push({ by, descending: match(scanner, /(asc|desc)(?!\w)/y)?.[1] === 'desc' })
  } while (take(scanner, ','))
  return orderings
}

function readSelect(scanner: Scanner): string[] {
  const names: string[] = []
  do names.push(readPath(scanner).segments.join('/'))
  while (take(scanner, ','))
  return names
}

function readExpands(scanner: Scanner, depth: number): Expand[] {
  if (depth >= deepestExpand) throw mistake(scanner, `more than ${deepestExpand} levels of $expand`)
  let expands: Expand[] = []
  do expands = mergeExpands(expands, readExpand(scanner, depth))
  while (take(scanner, ','))
  return expands
}

function readExpand(scanner: Scanner, depth: number): Expand {
  skipBlanks(scanner)
  const { at } = scanner
  const name = match(scanner, /[A-Za-z]+/y)
  if (!name) throw mistake(scanner, 'the name of a link expected')
  if (depth >= deepestExpand) throw mistake(scanner, `more than ${deepestExpand} levels of $expand`)
  if (take(scanner, '/')) return { link: name[0], options: { ...noOptions, expand: [readExpand(scanner, depth + 1)] }, at }
  let options: Options = noOptions
  if (take(scanner, '(') && !take(scanner, ')')) {
    do {
      const option = match(scanner, /\$\w+/y)
      if (!option) throw mistake(scanner, 'an option such as $top expected')
      demand(scanner, '=')
      options = { ...options, ...readOption(scanner, option[0], depth + 1) }
    } while (take(scanner, ';'))
    demand(scanner, ')')
  }
  return { link: name[0], options, at }
}

// `Datastreams/Sensor,Datastreams/Observations` speaks twice of one link: the members are joined, for the rest the last word counts.
function mergeExpands(expands: readonly Expand[], next: Expand): Expand[] {
  const known = expands.find(({ link }) => link === next.link)
  if (!known) return [...expands, next]
  const { options } = next
  const said: Partial<Options> = {
    ...(options.filter && { filter: options.filter }),
    ...(options.orderby.length > 0 && { orderby: options.orderby }),
    ...(options.select.length > 0 && { select: options.select }),
    ...(options.count && { count: true }),
    ...(options.top !== undefined && { top: options.top }),
    ...(options.skip !== undefined && { skip: options.skip }),
  }
  const expand = options.expand.reduce(mergeExpands, [...known.options.expand])
  return expands.map((each) => (each === known ? { ...known, options: { ...known.options, ...said, expand } } : each))
}
