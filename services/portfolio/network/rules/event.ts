import { addDays, instantAt, localDate, localTime, plainDate, type PlainDate } from '@modellregion/standards'
import type { EventForm, NewEvent, TransferEvent } from '../schema.ts'
import { idsIn } from './reference.ts'
import { faultIn } from './text.ts'

const day = 86_400_000
/** Names of those who registered are kept for 30 days after the end: for the list of attendees and questions about it. */
export const keptDays = 30
/** A registration whose link nobody opened is forgotten after a week. */
export const unconfirmedDays = 7
/** Letters that the form may cause to one address within 24 hours, over all events of a town. */
export const lettersADay = 5

export type EventRefusal = { readonly field: keyof EventForm; readonly code: 'in-the-past' | 'too-far' | 'end-before-start' | 'register-after-start' | 'register-over' | 'somewhere' | 'link' | 'text' | 'entries'; readonly line?: number }
type ReadEvent = { readonly ok: true; readonly event: NewEvent } | { readonly ok: false; readonly refusals: readonly EventRefusal[] }

/** `9:30` or `9.30` of a form that was checked, as the instant on a day in Berlin. */
export function instantOf(on: PlainDate, typed: string): Date {
  const [hours = '0', minutes = '0'] = typed.split(/[:.]/)
  return instantAt(on, Number(hours), Number(minutes))
}

/** How a form shows the time of an instant: `9:30`. */
export function typedTime(instant: Date): string {
  const { hour, minute } = localTime(instant)
  return `${hour}:${String(minute).padStart(2, '0')}`
}

/**
 * An event as it was typed. Without a last day it ends on its first one, without an end of registration that is its beginning.
 * `before` is the event as it was: one that lies in the past may still get another text, but nothing new is set there.
 */
export function readEvent(id: string, form: EventForm, now: Date, before?: Pick<TransferEvent, 'startsAt' | 'registerUntil'>): ReadEvent {
  const on = plainDate(form.day)
  const startsAt = instantOf(on, form.from)
  const endsAt = instantOf(form.lastDay === undefined ? on : plainDate(form.lastDay), form.until)
  const registerUntil = form.registerUntil === undefined || form.registerUntil === form.day ? startsAt : new Date(instantAt(addDays(plainDate(form.registerUntil), 1)).getTime() - 1_000)
  const entries = idsIn(form.entries ?? '')
  const line = faultIn(form.description)
  const moved = before?.startsAt.getTime() !== startsAt.getTime()
  const refusals: EventRefusal[] = []
  if (line !== undefined) refusals.push({ field: 'description', code: 'text', line })
  if (moved && startsAt <= now) refusals.push({ field: 'day', code: 'in-the-past' })
  if (startsAt.getTime() > now.getTime() + 3 * 366 * day) refusals.push({ field: 'day', code: 'too-far' })
  if (endsAt <= startsAt) refusals.push({ field: form.lastDay !== undefined && form.lastDay < form.day ? 'lastDay' : 'until', code: 'end-before-start' })
  if (form.place === undefined && form.link === undefined) refusals.push({ field: 'place', code: 'somewhere' })
  if (form.link !== undefined && !isHttps(form.link)) refusals.push({ field: 'link', code: 'link' })
  if (registerUntil > startsAt) refusals.push({ field: 'registerUntil', code: 'register-after-start' })
  else if (moved && startsAt > now && registerUntil <= now) refusals.push({ field: 'registerUntil', code: 'register-over' })
  if (entries === undefined) refusals.push({ field: 'entries', code: 'entries' })
  if (refusals.length > 0 || !entries) return { ok: false, refusals }
  const { title, description, place = null, link = null, invited, seats = null } = form
  return { ok: true, event: { id, title, description, startsAt, endsAt, place, link, invited, seats, registerUntil, topics: topicsOf(form.topics ?? ''), entries } }
}

const isHttps = (address: string): boolean => URL.canParse(address) && new URL(address).protocol === 'https:'

/** Topics as they are typed, parted by commas; each once, at most ten. */
export const topicsOf = (typed: string): string[] => [...new Set(typed.split(/[,;\n]/).map((topic) => topic.trim()).filter(Boolean))].slice(0, 10)

/** Whether those who have it in a calendar must learn of a change. */
export const changesCalendar = (before: Pick<TransferEvent, 'title' | 'startsAt' | 'endsAt' | 'place' | 'link'>, after: typeof before): boolean =>
  before.title !== after.title || before.place !== after.place || before.link !== after.link || before.startsAt.getTime() !== after.startsAt.getTime() || before.endsAt.getTime() !== after.endsAt.getTime()

export const isOver = (event: Pick<TransferEvent, 'endsAt'>, now: Date): boolean => event.endsAt <= now
/** Only what was announced and is not over can be called off: what took place has taken place. */
export const canCallOff = (event: Pick<TransferEvent, 'state' | 'endsAt'>, now: Date): boolean => event.state === 'published' && !isOver(event, now)
export const deleteAfter = ({ endsAt }: Pick<TransferEvent, 'endsAt'>): Date => new Date(endsAt.getTime() + keptDays * day)

export type WhyNotRegister = 'cancelled' | 'over' | 'closed'
/** Why nobody can register now; undefined when they can. A full event has a waiting list. */
export function whyNotRegister({ state, registerUntil, endsAt }: Pick<TransferEvent, 'state' | 'registerUntil' | 'endsAt'>, now: Date): WhyNotRegister | undefined {
  if (state === 'cancelled') return 'cancelled'
  if (endsAt <= now) return 'over'
  return registerUntil < now ? 'closed' : undefined
}

/** The instants between which an event must begin for a reminder today: those of tomorrow in Berlin. */
export function tomorrow(now: Date): { readonly from: Date; readonly until: Date } {
  const next = addDays(localDate(now), 1)
  return { from: instantAt(next), until: instantAt(addDays(next, 1)) }
}
