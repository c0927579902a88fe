import { add, type PlainDate } from '@modellregion/standards'
import type { Adoption, Evidence, EvidenceKind, Installation } from '../schema.ts'

/** Points that one town can give an entry, by what it does. Nobody votes: each line is something that happened. */
export const weights: Readonly<Record<EvidenceKind, number>> = { installed: 10, running: 5, updated: 5, merged: 5, reported: 10, contact: 5, 'running-6': 10, 'running-12': 10 }
/** Points at which the score is 50: it grows fast with the first towns and slowly with the hundredth. */
export const half = 100
/** From how many towns without a name on they are counted in public. */
export const leastUnnamed = 3

/** What a town's own rows prove about an entry. Planned and ended uses prove nothing. */
export function evidenceOf(adoption: Pick<Adoption, 'state' | 'since' | 'effortDays' | 'onceCents' | 'yearlyCents' | 'contactOffice' | 'contactEmail'>, installation: Pick<Installation, 'state' | 'updates' | 'merges'> | undefined, lessons: number, today: PlainDate): EvidenceKind[] {
  if (adoption.state !== 'running') return []
  const isInstalled = installation !== undefined && (installation.state === 'running' || installation.state === 'updating')
  const hasReported = adoption.effortDays !== null || adoption.onceCents !== null || adoption.yearlyCents !== null || lessons > 0
  const given: [EvidenceKind, boolean][] = [
    ['running', true],
    ['installed', isInstalled],
    ['updated', isInstalled && installation.updates > 0],
    ['merged', isInstalled && installation.merges > 0],
    ['reported', hasReported],
    ['contact', adoption.contactOffice !== '' && adoption.contactEmail !== null],
    ['running-6', add(adoption.since, { months: 6 }) <= today],
    ['running-12', add(adoption.since, { months: 12 }) <= today],
  ]
  return given.flatMap(([kind, holds]) => (holds ? [kind] : []))
}

/** `unnamed`: towns that are counted without a name; null when they are fewer than three, none included, so that nobody is found out. */
export type Score = { readonly points: number; readonly score: number; readonly towns: number; readonly unnamed: number | null }

/**
 * The score of one entry, 0 to 99: points of all towns over (points + 100). Towns without a name count from three on; below, the number is the
 * same as without them.
 */
export function scoreOf(evidence: readonly Pick<Evidence, 'townHash' | 'kind' | 'named'>[]): Score {
  const unnamed = new Set(evidence.flatMap(({ named, townHash }) => (named ? [] : [townHash]))).size
  const counted = unnamed >= leastUnnamed ? evidence : evidence.filter(({ named }) => named)
  const points = new Set(counted.map(({ townHash, kind }) => `${townHash} ${kind}`)).values().reduce((sum, one) => sum + weights[one.slice(one.indexOf(' ') + 1) as EvidenceKind], 0) // it was put there from `kind`
  return { points, score: Math.floor((100 * points) / (points + half)), towns: new Set(counted.map(({ townHash }) => townHash)).size, unnamed: unnamed >= leastUnnamed ? unnamed : null }
}
