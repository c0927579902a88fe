import { addDays, type PlainDate } from '@modellregion/standards'
import type { DeadlineRule, Lead, PeriodLength } from './schema.ts'

/**
 * The deadlines of a service, as data. Several versions of one rule follow each other without gap or overlap.
 * @throws when a rule cannot be counted with, in one sentence for each mistake
 */
export function defineDeadlines<const Id extends string>(rules: readonly DeadlineRule<Id>[]): readonly DeadlineRule<Id>[] {
  const complaints = complaintsAboutDeadlines(rules)
  if (complaints.length > 0) throw new Error(`These deadlines cannot be counted:\n${complaints.map((line) => `  - ${line}`).join('\n')}`)
  return rules
}

/** What is wrong with rules and their versions. */
export const complaintsAboutDeadlines = (rules: readonly DeadlineRule[]): string[] => [
  ...rules.flatMap((rule) => complaintsAbout(rule).map((complaint) => `${nameOf(rule)}: ${complaint}`)),
  ...[...Map.groupBy(rules, ({ id }) => id).values()].flatMap(brokenSequence),
]

const nameOf = ({ id, from }: DeadlineRule): string => (from === undefined ? id : `${id} from ${from}`)

function complaintsAbout({ id, source, from, until, length, extension, warn }: DeadlineRule): string[] {
  const complaints = [...complaintsAboutLength('length', length), ...warn.flatMap(({ before }) => complaintsAboutLead(before))]
  if (!/^[a-z][a-z0-9-]*$/.test(id)) complaints.push('the id is no word in kebab-case.')
  if (source.trim() === '') complaints.push('no source says where the rule is written.')
  if (from !== undefined && until !== undefined && until < from) complaints.push(`it ends on ${until}, before it begins.`)
  if (extension) complaints.push(...complaintsAboutLength('extension.length', extension.length))
  if (extension && !isCount(extension.most)) complaints.push(`extension.most is ${extension.most}; a rule without extensions has none.`)
  return complaints
}

function complaintsAboutLength(field: string, length: PeriodLength): string[] {
  const units = Object.entries(length)
  if (units.length === 0) return [`${field} is empty; name days, weeks, months, years or workingDays.`]
  const mixed = 'workingDays' in length && units.length > 1 ? [`${field} mixes working days with others; no law says which of them come first.`] : []
  return [...mixed, ...units.filter(([, count]) => !isCount(count)).map(([unit, count]) => `${field}.${unit} is ${count}; a period is a whole number of at least 1.`)]
}

function complaintsAboutLead(before: Lead): string[] {
  const units = Object.entries(before)
  if (units.length !== 1) return ['a warning comes a number of days or of workingDays before the end.']
  return units.filter(([, count]) => !isCount(count) && count !== 0).map(([unit, count]) => `a warning comes ${count} ${unit} before the end; that is a whole number of at least 0.`)
}

const isCount = (count: number): boolean => Number.isInteger(count) && count > 0

function brokenSequence(versions: readonly DeadlineRule[]): string[] {
  const ordered = versions.toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1))
  return ordered.slice(1).flatMap((next, index) => complaintsBetween(ordered[index], next))
}

function complaintsBetween(earlier: DeadlineRule | undefined, next: DeadlineRule): string[] {
  if (!earlier) return []
  if (next.from === undefined || earlier.until === undefined || next.from <= earlier.until) return [`${nameOf(earlier)} and ${nameOf(next)} overlap; end the first on the day before the second.`]
  const gap: PlainDate = addDays(earlier.until, 1)
  return gap === next.from ? [] : [`${nameOf(next)} leaves a gap: nothing counts from ${gap} on.`]
}
