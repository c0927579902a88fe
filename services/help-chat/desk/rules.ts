import type { Content, Lane } from '../crypto/message.ts'
import type { CaseView, Clock, ClockState, Confidant, InboxEntry, NoteContent, Seen } from './schema.ts'

/** A case on this device and in lists. Two towns could draw the same id, one in 2^122 times; then they still differ. */
export const caseKey = ({ town, case: id }: Pick<InboxEntry, 'town' | 'case'>): string => `${town} ${id}`

/** What people call a case that has no name: the last six signs of its id. It says nothing and is not unique for machines. */
export const caseName = (id: string): string => `${id.slice(-6, -3)}-${id.slice(-3)}`.toUpperCase()

/** How many messages this device has not shown yet: of a case it has never shown, all of them. Whoever wrote the last one has read what stands before it. */
export const unreadOf = ({ lastSeq, lastFrom }: Pick<InboxEntry, 'lastSeq' | 'lastFrom'>, seen: Seen | undefined, me: string): number =>
  lastFrom === me ? 0 : Math.max(0, lastSeq - (seen?.seq ?? -1))

/** The server shows less than this device has seen: somebody has cut the case off. */
export const isShorter = ({ lastSeq }: Pick<InboxEntry, 'lastSeq'>, seen: Seen | undefined): boolean => seen !== undefined && seen.seq > lastSeq

/** The confidants who can read now. */
export const confidantsIn = ({ readers }: Pick<InboxEntry, 'readers'>): readonly string[] => readers.filter((party) => party !== 'person')

/** Written to "anybody": several can read, and nobody has taken it yet. */
export const isForAnybody = (entry: Pick<InboxEntry, 'readers' | 'mine' | 'state'>): boolean => entry.state === 'open' && entry.mine === 'reader' && confidantsIn(entry).length > 1

/** May a holder of a share ask for the opening? Only when nobody who could read is a confidant any more: whoever is away comes back, and the person can add somebody. */
export function mayAskForOpening(entry: Pick<InboxEntry, 'readers' | 'state' | 'mine'>, confidants: readonly Pick<Confidant, 'id'>[]): boolean {
  if (entry.mine === 'reader' || entry.state === 'closed') return false
  return !confidantsIn(entry).some((id) => confidants.some((one) => one.id === id))
}

const urgency: Record<ClockState, number> = { over: 0, today: 1, near: 2, running: 3, paused: 4, done: 5 }
const later = 6

export type InboxOrder = 'deadline' | 'new' | 'opened'
export type InboxFilter = { readonly town: string; readonly lane: Lane | ''; readonly show: 'open' | 'new' | 'anybody' | 'held' | 'closed' }
export const allOpen: InboxFilter = { town: '', lane: '', show: 'open' }

/** `isOrphaned`: see `mayAskForOpening`. */
type Marked = InboxEntry & { readonly unread: number; readonly isOrphaned: boolean }

/** By deadline: what is over first, then by the last day; without a deadline what is unread, then what came last. Never by chance. */
export function inOrder<E extends Marked>(entries: readonly E[], order: InboxOrder): E[] {
  const compare = { deadline: byDeadline, new: byNews, opened: byOpening }[order]
  return [...entries].sort((a, b) => compare(a, b) || a.case.localeCompare(b.case))
}

const rank = ({ next, state }: InboxEntry): number => (state === 'closed' ? later + 1 : next === null ? later : urgency[next.state])
const byDeadline = (a: Marked, b: Marked): number => rank(a) - rank(b) || text(a.next?.dueOn, b.next?.dueOn) || byNews(a, b)
const byNews = (a: Marked, b: Marked): number => Number(b.unread > 0) - Number(a.unread > 0) || text(b.lastDay, a.lastDay)
const byOpening = (a: Marked, b: Marked): number => text(a.opened, b.opened)
const text = (a = '', b = ''): number => (a < b ? -1 : a > b ? 1 : 0)

/** What belongs to a choice of the inbox. */
export function isShown(entry: Marked, { town, lane, show }: InboxFilter): boolean {
  if (town !== '' && entry.town !== town) return false
  if (lane !== '' && entry.lane !== lane) return false
  if (show === 'closed') return entry.state === 'closed' && entry.mine === 'reader'
  if (show === 'held') return entry.mine === 'holder'
  if (entry.state === 'closed') return false
  // Where I only hold a share others work, unless nobody is left.
  if (entry.mine === 'holder' && !entry.isOrphaned) return false
  return show === 'open' || (show === 'new' ? entry.unread > 0 : isForAnybody(entry))
}

/** What somebody may do in an open case now. The server and the epoch decide again; these are for buttons. */
export type CaseAct = 'write' | 'receipt' | 'feedback' | 'extend' | 'slots' | 'record' | 'hand-over' | 'step-back' | 'take' | 'close' | 'ask-opening'

type Standing = Pick<CaseView, 'lane' | 'state' | 'clocks' | 'mine'> & { readonly readers: readonly string[]; readonly contents: readonly Content[]; readonly confidants: readonly Pick<Confidant, 'id'>[] }

export function actsIn({ lane, state, clocks, mine, readers, contents, confidants }: Standing): readonly CaseAct[] {
  if (mine === 'holder') return mayAskForOpening({ readers, state, mine }, confidants) ? ['ask-opening'] : []
  if (state === 'closed') return []
  const runs = (rule: Clock['rule']): Clock | undefined => clocks.find((clock) => clock.rule === rule && clock.state !== 'done')
  const isReport = lane === 'report'
  return [
    ...(confidantsIn({ readers }).length > 1 ? (['take'] as const) : []),
    'write',
    'slots',
    ...(isReport && runs('receipt') && !contents.some(({ kind }) => kind === 'receipt-confirmed') ? (['receipt'] as const) : []),
    ...(isReport && runs('feedback') ? (['feedback'] as const) : []),
    ...(runs('promise')?.extended === false ? (['extend'] as const) : []),
    ...(isReport ? (['record'] as const) : []),
    'hand-over',
    'step-back',
    'close',
  ]
}

/**
 * Who may get a copy of the next key. Whoever the person has excluded never does; where the wish cannot be read (a reader without the older
 * keys), those who stood in the first epoch were not excluded, so only they come into question.
 */
export function candidatesFor(confidants: readonly Confidant[], { me, contents, firstParties }: { me: string; contents: readonly Content[]; firstParties: readonly string[] }): readonly Confidant[] {
  const start = contents.find((content) => content.kind === 'start')
  const mayRead = (id: string): boolean => (start ? !start.excluded.includes(id) : firstParties.includes(id))
  return confidants.filter((one) => one.id !== me && one.statements.length > 0 && mayRead(one.id))
}

/** The colleague who comes first: on duty and named by the profile as substitute, then on duty, then the rest; by name. */
export const inOrderOfHandOver = (candidates: readonly Confidant[], substitute: string | null): readonly Confidant[] =>
  [...candidates].sort((a, b) => Number(b.onDuty) - Number(a.onDuty) || Number(b.id === substitute) - Number(a.id === substitute) || a.name.localeCompare(b.name, 'de'))

export type RecordState = { readonly version: number; readonly text: string; readonly state: 'sent' | 'confirmed' | 'corrected'; readonly correction: string | undefined }

/** The last version of the record of § 11 HinSchG and what the person said about it. */
export function recordIn(contents: readonly Content[]): RecordState | undefined {
  const last = contents.filter((content) => content.kind === 'record').at(-1)
  if (!last) return undefined
  const { version, text: written } = last
  const answers = contents.filter((content) => (content.kind === 'record-confirmed' || content.kind === 'record-corrected') && content.version === version)
  const answer = answers.at(-1)
  if (!answer) return { version, text: written, state: 'sent', correction: undefined }
  return answer.kind === 'record-corrected' ? { version, text: written, state: 'corrected', correction: answer.text } : { version, text: written, state: 'confirmed', correction: undefined }
}

/** Steps of §§ 17 and 18 HinSchG. `done` where the correspondence shows it; the others are ticked by hand and stand in the sealed note. */
export type ProcedureStep = { readonly id: 'receipt' | 'scope' | 'contact' | 'plausible' | 'more' | 'measure' | 'record' | 'feedback'; readonly byHand: boolean; readonly done: boolean }

export function procedureOf(contents: readonly Content[], me: readonly string[], senders: readonly string[], note: Pick<NoteContent, 'ticks' | 'measure'>): readonly ProcedureStep[] {
  const has = (kind: Content['kind']): boolean => contents.some((content) => content.kind === kind)
  const ticked = (id: string): boolean => note.ticks.includes(id)
  const wroteOften = senders.filter((sender) => me.includes(sender)).length > 1
  return [
    { id: 'receipt', byHand: false, done: has('receipt-confirmed') },
    { id: 'scope', byHand: true, done: ticked('scope') },
    { id: 'contact', byHand: false, done: wroteOften },
    { id: 'plausible', byHand: true, done: ticked('plausible') },
    { id: 'more', byHand: true, done: ticked('more') },
    { id: 'measure', byHand: true, done: note.measure !== '' },
    { id: 'record', byHand: false, done: recordIn(contents)?.state === 'confirmed' },
    { id: 'feedback', byHand: false, done: has('feedback') },
  ]
}

/** § 18 HinSchG names four follow-up measures. */
export const followUpMeasures = ['inquiry', 'other-office', 'no-evidence', 'authority'] as const

/** Milliseconds without a touch until the keys are forgotten, and how long before that a warning stands on the screen (WCAG 2.2.1: at least 20 seconds). */
export const lockAfter = 15 * 60_000
export const warnBefore = 60_000
export type Watch = 'calm' | 'warn' | 'lock'
export const watchAt = (idle: number): Watch => (idle >= lockAfter ? 'lock' : idle >= lockAfter - warnBefore ? 'warn' : 'calm')

/** Places that a text module wants filled in: `[Datum]`. */
export const placeholdersIn = (body: string): readonly string[] => [...body.matchAll(/\[([^\][]{1,60})\]/g)].map(([whole]) => whole)
