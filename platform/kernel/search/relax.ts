import type { Group } from './groups.ts'

/** Match expressions from strict to loose; each is tried when those before it found fewer than `enough` records. */
export type Level = {
  match: string
  enough: number
  /** A number of records the level is known to match at least; more than can be ranked are not even tried to be read at once. */
  least: number
}

const few = 10
const hardlyAny = 3

/** All groups; then fewer of them; then any. A single compound falls back to its rare parts. `excluded` holds on every level. */
export function levels(groups: readonly Group[], excluded: readonly string[]): Level[] {
  const each = groups.map(({ alternatives }) => `(${alternatives.map(({ match }) => match).join(' | ')})`)
  const matches = [each.join(' & '), ...looser(each, groups)]
  const largest = Math.max(0, ...groups.map(({ documents }) => documents))
  const without = excluded.map((lexeme) => ` & !${lexeme}`).join('')
  return matches.map((match, level) => ({
    match: without ? `(${match})${without}` : match,
    enough: level === 0 ? few : hardlyAny,
    least: excluded.length === 0 && (groups.length === 1 ? level === 0 : level === matches.length - 1) ? largest : 0,
  }))
}

function looser(each: readonly string[], groups: readonly Group[]): string[] {
  const heads = groups.flatMap((group) => group.heads)
  if (each.length === 1) return heads.length > 0 ? [heads.map(({ match }) => `${match}:AB`).join(' | ')] : []
  const any = each.join(' | ')
  if (each.length === 2) return [any]
  if (each.length <= 5) return [leaveOneOut(each).join(' | '), any]
  const rarest = each.map((match, i) => ({ match, idf: groups[i]?.idf ?? 0 })).sort((a, b) => b.idf - a.idf).slice(0, 4) // prettier-ignore
  const pairs = rarest.flatMap((a, i) => rarest.slice(i + 1).map((b) => `(${a.match} & ${b.match})`))
  return [pairs.join(' | '), any]
}

const leaveOneOut = (each: readonly string[]): string[] => each.map((_, left) => `(${each.filter((_, i) => i !== left).join(' & ')})`)
