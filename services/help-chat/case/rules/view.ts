import type { Directory, Draft } from '../schema.ts'
import { emptyDraft, mistakesOf, type Mistake } from './draft.ts'

/** Everything the person's app can show. The address never changes, whatever is shown. */
export type View = 'begin' | Step | 'sending' | 'card' | 'retype' | 'return' | 'forgotten' | Room | 'fault' | 'gone' | 'locked'
/** The way to a first message. */
export type Step = 'topic' | 'who' | 'lane' | 'write'
/** The parts of an open case. */
export type Room = 'talk' | 'readers' | 'dates' | 'end'

export const steps: readonly Step[] = ['topic', 'who', 'lane', 'write']
export const rooms: readonly Room[] = ['talk', 'readers', 'dates', 'end']
export const isRoom = (view: View): view is Room => (rooms as readonly string[]).includes(view)
const isStep = (view: View): view is Step => (steps as readonly string[]).includes(view)

/** Whether a step comes before another. */
export const isBefore = (a: Step, b: Step): boolean => steps.indexOf(a) < steps.indexOf(b)
export const nextStep = (step: Step): Step | undefined => steps[steps.indexOf(step) + 1]
export const previousStep = (step: Step): Step | undefined => steps[steps.indexOf(step) - 1]

export type State = {
  readonly view: View
  readonly draft: Draft
  readonly mistakes: readonly Mistake[]
  /** Steps that were reached, so that one may go back and forth between them. */
  readonly reached: readonly Step[]
  /** Why the last attempt to send or to open did not work. The words are `case.failed.<code>`. */
  readonly failure: string | undefined
  /** Counts what the person has done: each new view and each new mistake moves the focus. */
  readonly turn: number
}

export type Event =
  | { readonly kind: 'show'; readonly view: View }
  | { readonly kind: 'edit'; readonly change: Partial<Draft> }
  /** `also`: what stands against it besides the draft. */
  | { readonly kind: 'next'; readonly directory: Directory; readonly also?: readonly Mistake[] }
  | { readonly kind: 'back' }
  /** Sending or opening did not work; what was typed is still there. */
  | { readonly kind: 'failed'; readonly code: string; readonly view: View }
  /** The first message has arrived. What was typed lives in the case now. */
  | { readonly kind: 'sent' }
  | { readonly kind: 'opened' }
  /** Nothing stays: the app was closed, by hand or because nobody was there. */
  | { readonly kind: 'wipe'; readonly view: 'begin' | 'locked' | 'gone' | 'fault' }

export const beginning: State = { view: 'begin', draft: emptyDraft, mistakes: [], reached: ['topic'], failure: undefined, turn: 0 }

/** What the app shows after something happened. */
export function after(state: State, event: Event): State {
  const turned = { ...state, mistakes: [], failure: undefined, turn: state.turn + 1 }
  switch (event.kind) {
    case 'show':
      return isStep(event.view) && !state.reached.includes(event.view) ? state : { ...turned, view: event.view }
    case 'edit':
      return { ...state, draft: { ...state.draft, ...event.change } }
    case 'next':
      return next(state, event.directory, event.also ?? [])
    case 'back':
      return isStep(state.view) ? { ...turned, view: previousStep(state.view) ?? 'begin' } : { ...turned, view: 'begin' }
    case 'failed':
      return { ...turned, view: event.view, failure: event.code }
    case 'sent':
      return { ...beginning, view: 'card', turn: state.turn + 1 }
    case 'opened':
      return { ...beginning, view: 'talk', turn: state.turn + 1 }
    case 'wipe':
      return { ...beginning, view: event.view, turn: state.turn + 1 }
  }
}

function next(state: State, directory: Directory, also: readonly Mistake[]): State {
  const { view, draft, turn } = state
  if (!isStep(view)) return state
  const mistakes = [...mistakesOf(view, draft, directory), ...also]
  if (mistakes.length > 0) return { ...state, mistakes, failure: undefined, turn: turn + 1 }
  const following = nextStep(view) ?? 'sending'
  return { ...state, view: following, mistakes: [], failure: undefined, reached: isStep(following) ? [...new Set([...state.reached, following])] : state.reached, turn: turn + 1 }
}

/** Milliseconds without a sign of life until the app asks, and from there until it closes (WCAG 2.2.1: more than 20 seconds). */
export const idleAfter = 8 * 60_000
export const closesAfter = 2 * 60_000
