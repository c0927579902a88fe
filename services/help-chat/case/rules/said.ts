import type { Content, Lane, Slot } from '../../crypto/message.ts'

export type Said = { readonly seq: number; readonly from: string; readonly at: string; readonly content: Content }

/** The lane as the person's own signed words have it; what the server claims does not count. */
export const laneOf = (said: readonly Said[]): Lane => (said.some(({ from, content }) => from === 'person' && content.kind === 'report-declared') ? 'report' : 'counsel')

/** Offers that can still be taken: the newest one, unless an appointment was made after it and stands. */
export function openOffer(said: readonly Said[]): { readonly seq: number; readonly slots: readonly Slot[]; readonly place: string } | undefined {
  const offer = said.findLast(({ from, content }) => from !== 'person' && content.kind === 'slots')
  if (offer?.content.kind !== 'slots') return undefined
  const appointment = standingAppointment(said)
  return appointment && appointment.seq > offer.seq ? undefined : { seq: offer.seq, slots: offer.content.slots, place: offer.content.place }
}

/** The appointment that was made and not cancelled. */
export function standingAppointment(said: readonly Said[]): { readonly seq: number; readonly slot: Slot; readonly place: string; readonly code: string } | undefined {
  const chosen = said.findLast(({ content }) => content.kind === 'slot-chosen')
  if (chosen?.content.kind !== 'slot-chosen') return undefined
  const { slot, place, code } = chosen.content
  const isCancelled = said.some(({ seq, content }) => seq > chosen.seq && content.kind === 'slot-cancelled' && content.code === code)
  return isCancelled ? undefined : { seq: chosen.seq, slot, place, code }
}

export type RecordState = { readonly version: number; readonly text: string; readonly seq: number; readonly state: 'open' | 'confirmed' | 'corrected' }

/** The newest version of the record (§ 11 HinSchG), and what the person has said about it. */
export function recordOf(said: readonly Said[]): RecordState | undefined {
  const record = said.findLast(({ from, content }) => from !== 'person' && content.kind === 'record')
  if (record?.content.kind !== 'record') return undefined
  const { version, text } = record.content
  const answer = said.findLast(({ from, content }) => from === 'person' && (content.kind === 'record-confirmed' || content.kind === 'record-corrected') && content.version === version)
  return { version, text, seq: record.seq, state: answer === undefined ? 'open' : answer.content.kind === 'record-confirmed' ? 'confirmed' : 'corrected' }
}

/** Messages in groups of one day each, in the order of the thread. `dayOf` gives the day of a moment in the reader's zone. */
export function byDay<T extends { readonly at: string }>(said: readonly T[], dayOf: (at: string) => string): readonly { readonly day: string; readonly said: readonly T[] }[] {
  const days: { day: string; said: T[] }[] = []
  for (const one of said) {
    const day = dayOf(one.at)
    const last = days.at(-1)
    if (last?.day === day) last.said.push(one)
    else days.push({ day, said: [one] })
  }
  return days
}

/** Code said at the door instead of a name: a common word and two digits. `chance` is a whole number from 0 to 2^32 - 1. */
export const meetingCode = (word: string, chance: number): string => `${word.charAt(0).toUpperCase()}${word.slice(1)} ${10 + (chance % 90)}`
