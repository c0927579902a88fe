import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { SayWords } from '../../app/say.ts'
import type { Dates } from '../dates.ts'
import type { Event, State } from '../rules/view.ts'
import type { Directory } from '../schema.ts'

/** What every view of the app knows. */
export type Here = {
  readonly say: SayWords
  readonly lang: 'de' | 'en' | 'de-x-leicht'
  readonly dates: Dates
  readonly state: State
  readonly dispatch: (event: Event) => void
  readonly directory: Directory
}

export const HereContext = createContext<Here | undefined>(undefined)

export function useHere(): Here {
  const here = useContext(HereContext)
  if (!here) throw new Error('This view stands outside of the app.')
  return here
}
