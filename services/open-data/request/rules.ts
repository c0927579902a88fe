import { add, type PlainDate } from '@modellregion/standards'
import type { DataRequest, HandleForm, RequestState } from './schema.ts'

/** The town answers within four weeks: a promise of the portal, shown with each request as a day. */
export const answerWithin = { weeks: 4 } as const
export const answerBy = (today: PlainDate): PlainDate => add(today, answerWithin)

const steps: Readonly<Record<RequestState, readonly RequestState[]>> = {
  waiting: ['new', 'rejected'],
  rejected: ['new'],
  new: ['clarification', 'accepted', 'published', 'refused', 'duplicate'],
  clarification: ['clarification', 'accepted', 'published', 'refused', 'duplicate'],
  accepted: ['accepted', 'clarification', 'published', 'refused', 'duplicate'],
  published: ['clarification', 'accepted'],
  refused: ['clarification', 'accepted', 'published'],
  duplicate: ['clarification', 'accepted', 'published', 'refused'],
}

/** Where a request can go from where it is; a decision can be taken back, a reading cannot. */
export const nextStates = (state: RequestState): readonly RequestState[] => steps[state]

/** Whether everybody may read it. */
export const isPublic = (state: RequestState): boolean => state !== 'waiting' && state !== 'rejected'

/** Nothing more is expected of the town. */
export const isClosed = (state: RequestState): boolean => state === 'published' || state === 'refused' || state === 'duplicate'

/** The promised day has gone by without a word of the town. */
export const isLate = ({ state, answerBy }: Pick<DataRequest, 'state' | 'answerBy'>, today: PlainDate): boolean => state === 'new' && answerBy < today

export type HandleRefusal =
  | { field: 'state'; code: 'state-unchanged' }
  | { field: 'text'; code: 'text-missing' }
  | { field: 'expectedOn'; code: 'day-missing' }

const speaks: readonly RequestState[] = ['clarification', 'refused', 'rejected']

/** Why staff cannot lead a request there with what they have filled in; datasets and originals are looked up afterwards. */
export function whyNotHandle(from: RequestState, { state, text = '', expectedOn }: Pick<HandleForm, 'state' | 'text' | 'expectedOn'>, today: PlainDate): HandleRefusal | undefined {
  if (!nextStates(from).includes(state)) return { field: 'state', code: 'state-unchanged' }
  if (speaks.includes(state) && text === '') return { field: 'text', code: 'text-missing' }
  if (state === 'accepted' && (expectedOn === undefined || expectedOn < today)) return { field: 'expectedOn', code: 'day-missing' }
  return undefined
}

/** Short names out of what staff paste: names or addresses of dataset pages, one a line. */
export const datasetNames = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\s,]+/)
      .map((part) => part.replace(/[?#].*$/, '').replace(/\/+$/, '').split('/').at(-1) ?? '')
      .filter((name) => name !== ''),
  ),
]
