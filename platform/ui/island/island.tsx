import type { ComponentType } from 'preact'
import { Hyphenation } from '../hyphenation/hy.tsx'

const asIs = (text: string): string => text

export type IslandProps<P extends object> = {
  /** File name of the island without `.island.tsx`. */
  name: string
  of: ComponentType<P>
  /** Only what JSON can carry; it stands in the page. */
  props: P
  /** `visible` waits until the marker comes near the screen. */
  when?: 'load' | 'visible' | undefined
}

/**
 * Server part of an island: the component as HTML inside a marker that `island/start.ts` hydrates. Without script the
 * HTML is what stays, so it must already do the job.
 */
export function Island<P extends object>({ name, of: Component, props, when = 'load' }: IslandProps<P>) {
  return (
    <div data-island={name} data-island-when={when === 'visible' ? 'visible' : undefined} data-props={JSON.stringify(props)}>
      <Hyphenation.Provider value={asIs}>
        <Component {...props} />
      </Hyphenation.Provider>
    </div>
  )
}
