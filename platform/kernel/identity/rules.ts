import { safeReturn } from '../http/safe-return.ts'
import type { LevelOfAssurance, RoleGrant } from './actor.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** How long a session may lie idle and how old it may become, in milliseconds. */
export type Limits = { idle: number; age: number; /** Activity is written down this often: a row a page view would be a write for every read. */ touch: number }

/** Staff sign in each working day; citizens may stay a week if they come back daily; a guest's session only carries a form. */
export const limits: Readonly<Record<'guest' | 'citizen' | 'staff' | 'shared', Limits>> = {
  guest: { idle: 2 * hour, age: day, touch: 5 * minute },
  citizen: { idle: 8 * hour, age: 7 * day, touch: 5 * minute },
  staff: { idle: 8 * hour, age: day, touch: 5 * minute },
  // At a computer of several people: over a quarter of an hour after the last page, whoever it was.
  shared: { idle: 14 * minute, age: 8 * hour, touch: minute },
}

export const limitsOf = (accountId: string | undefined, roles: readonly RoleGrant[], shared: boolean): Limits =>
  accountId === undefined ? limits.guest : shared ? limits.shared : roles.some(({ role }) => role !== 'citizen') ? limits.staff : limits.citizen

type Times = { createdAt: Date; lastSeenAt: Date }

export const isAlive = ({ createdAt, lastSeenAt }: Times, { idle, age, touch }: Limits, now: Date): boolean =>
  now.getTime() - lastSeenAt.getTime() < idle + touch && now.getTime() - createdAt.getTime() < age

/** Where to go after sign-in: a path of this host, but never back into signing in or out, which would go round in circles. */
export function afterSignIn(wanted: string | undefined): string {
  const path = safeReturn(wanted)
  return /^\/sign-(in|out)(?:[/?#]|$)/.test(path) ? '/' : path
}

/**
 * What providers say in `acr`, as level of assurance. The eIDAS addresses are those of Commission Implementing Regulation
 * (EU) 2015/1502 as used by the German eIDAS service; STORK levels are what the federal and state accounts send.
 */
const knownLevels: Readonly<Record<string, LevelOfAssurance>> = {
  'http://eidas.europa.eu/LoA/low': 'low',
  'http://eidas.europa.eu/LoA/substantial': 'substantial',
  'http://eidas.europa.eu/LoA/high': 'high',
  'STORK-QAA-Level-1': 'low',
  'STORK-QAA-Level-2': 'low',
  'STORK-QAA-Level-3': 'substantial',
  'STORK-QAA-Level-4': 'high',
}

/** The operator's own table wins; what nobody knows is low, never more. */
export function levelOf(acr: string | undefined, own: Readonly<Record<string, LevelOfAssurance>> = {}): LevelOfAssurance {
  if (acr === undefined) return 'low'
  if (Object.hasOwn(own, acr)) return own[acr] ?? 'low'
  return Object.hasOwn(knownLevels, acr) ? (knownLevels[acr] ?? 'low') : 'low'
}

const rank: readonly LevelOfAssurance[] = ['none', 'low', 'substantial', 'high']

/** For the town's own provider. */
export const eidasLevels: Readonly<Record<string, 'low' | 'substantial' | 'high'>> = {
  'http://eidas.europa.eu/LoA/low': 'low',
  'http://eidas.europa.eu/LoA/substantial': 'substantial',
  'http://eidas.europa.eu/LoA/high': 'high',
}

/** The `acr` values that would satisfy a wanted level, to ask the provider for. */
export const valuesReaching = (level: LevelOfAssurance, own: Readonly<Record<string, LevelOfAssurance>>): string[] =>
  Object.entries(own)
    .filter(([, reached]) => rank.indexOf(reached) >= rank.indexOf(level))
    .map(([acr]) => acr)

const browsers: readonly [RegExp, string][] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/(Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]
const systems: readonly [RegExp, string][] = [
  [/\b(iPhone|iPad)\b/, 'iOS'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
]

/** "Firefox, Windows": enough to recognise one's own device, too little to recognise a person. Empty when unknown. */
export function deviceFamily(userAgent: string | undefined): string {
  const find = (list: readonly [RegExp, string][]) => list.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1]
  return [find(browsers), find(systems)].filter((part) => part !== undefined).join(', ')
}
