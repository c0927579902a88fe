import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { SayWords } from '../../app/say.ts'
import type { Dates } from '../format.ts'
import type { Desk, Store } from '../store.ts'

/** What every view of the desk knows. */
export type Here = { readonly say: SayWords; readonly dates: Dates; readonly store: Store; readonly desk: Desk; readonly demoPhrase: string | null }

export const HereContext = createContext<Here | undefined>(undefined)

export function useHere(): Here {
  const here = useContext(HereContext)
  if (!here) throw new Error('This view stands outside of the desk.')
  return here
}

/** How somebody is called in a case. */
export function useNames(town: string): (party: string) => string {
  const { say, store } = useHere()
  const me = store.served(town)?.confidant
  return (party) => (party === 'person' ? say('desk.person') : party === me ? say('desk.me') : (store.nameOf(town, party) ?? say('desk.somebody-left')))
}
