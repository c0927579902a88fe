import type { VNode } from 'preact'
import { Island, QuickExit } from '@modellregion/ui'
import type { T } from '../../locales/index.ts'
import { exitHref, keptExitHref, tracesOf } from '../traces.ts'

/** A page of people who must not be found: the way out comes first, for the eye, the keyboard and the ear. */
export function Shielded({ t, children }: { t: T; children: VNode }) {
  return (
    <>
      <Island name="quick-exit" of={QuickExit} props={{ href: exitHref, keptHref: keptExitHref, label: t('app.exit'), hint: t('app.exit-keys'), traces: tracesOf, trail: tracesOf.scope }} />
      {children}
    </>
  )
}
