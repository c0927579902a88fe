/**
 * Signs of life of a program, 0 to 100. What is looked at follows the index of Developers Italia and the criteria of
 * awesome-codegouvfr (release and commit within six months, roadmap, users); points are ours and stand here.
 *
 *   release 25        days since `releaseDate`: 180 full, 365 18 points, 730 8 points
 *   commit 20         days since the last change the forge tells: 90 full, 180 15 points, 365 8 points
 *   maintenance 15    contract that still runs 15, internal or community 12, ended contract 3, none 0
 *   reachable 10      repository and page answer
 *   status 10         stable 10, beta 6, development 3
 *   version, languages, documentation, roadmap, used-by 4 each
 *
 * A sign that nobody could read (no forge, no network) does not count: the score is the share of what could be read.
 * A program that calls itself obsolete has 10 at most.
 */
import { addDays, plainDate, type PlainDate } from '@modellregion/standards'
import type { Vitality } from '../../shelf/schema.ts'
import type { Publiccode } from '../schema.ts'

export type VitalityFacts = {
  readonly today: PlainDate
  /** Day of the last change of the source code, where a forge tells. */
  readonly lastCommit?: string | undefined
  /** Whether repository and page answered; undefined when nobody asked. */
  readonly reachable?: boolean | undefined
}

type Sign = Vitality['signs'][number]
const ofObsolete = 10

export function vitalityOf(publiccode: Publiccode, { today, lastCommit, reachable }: VitalityFacts): Vitality {
  const { releaseDate, softwareVersion, developmentStatus, roadmap, usedBy = [], description } = publiccode
  const signs: Sign[] = [
    sign('release', 25, aged(releaseDate, today, [[180, 25], [365, 18], [730, 8]]), releaseDate ?? ''),
    ...(lastCommit === undefined ? [] : [sign('commit', 20, aged(lastCommit, today, [[90, 20], [180, 15], [365, 8]]), lastCommit)]),
    maintenance(publiccode, today),
    ...(reachable === undefined ? [] : [sign('reachable', 10, reachable ? 10 : 0, reachable ? 'yes' : 'no')]),
    sign('status', 10, { stable: 10, beta: 6, development: 3 }[developmentStatus] ?? 0, developmentStatus),
    sign('version', 4, softwareVersion ? 4 : 0, softwareVersion ?? ''),
    sign('languages', 4, Object.keys(description).length > 1 ? 4 : 0, Object.keys(description).join(', ')),
    sign('documentation', 4, Object.values(description).some(({ documentation }) => documentation) ? 4 : 0, yes(Object.values(description).some(({ documentation }) => documentation))),
    sign('roadmap', 4, roadmap ? 4 : 0, yes(roadmap !== undefined)),
    sign('used-by', 4, usedBy.length > 0 ? 4 : 0, String(usedBy.length)),
  ] // prettier-ignore
  const [points, of] = [signs.reduce((sum, one) => sum + one.points, 0), signs.reduce((sum, one) => sum + one.of, 0)]
  const score = Math.round((100 * points) / of)
  return { checkedOn: today, score: developmentStatus === 'obsolete' ? Math.min(score, ofObsolete) : score, signs }
}

const sign = (id: string, of: number, points: number, value: string): Sign => ({ id, points, of, value: value.slice(0, 80) })
const yes = (is: boolean): string => (is ? 'yes' : 'no')

/** Points of the first limit of days that a day is not older than. A day in the future is a mistake and counts nothing. */
function aged(day: string | undefined, today: PlainDate, limits: readonly (readonly [days: number, points: number])[]): number {
  if (day === undefined || day > today) return 0
  return limits.find(([days]) => day >= addDays(today, -days))?.[1] ?? 0
}

function maintenance({ maintenance: { type, contractors = [] } }: Publiccode, today: PlainDate): Sign {
  const until = contractors.map((one) => one.until).toSorted().at(-1)
  if (type === 'contract') return sign('maintenance', 15, until !== undefined && until >= today ? 15 : 3, until ?? type)
  return sign('maintenance', 15, type === 'none' ? 0 : 12, type)
}

/** The same signs, marked: the file could not be read this time. `checkedOn` stays the day of the last success. */
export const unreached = (former: Vitality | null, today: string, reason: string): Vitality => ({ checkedOn: former?.checkedOn ?? plainDate(today), score: former?.score ?? null, signs: former?.signs ?? [], failed: reason })
