import type { VNode } from 'preact'
import { Island, QuickExit } from '@modellregion/ui'
import type { T } from '../../locales/index.ts'
import { HelpGuard } from './help-guard.island.tsx'
import { packWords } from '../words.ts'
import { exitHref, keptExitHref, tracesOf, trail } from '../traces.ts'

/** A page of people who must not be found: the way out comes first, for the eye, the keyboard and the ear. `guard`: the page of the case area, which says when the program has changed. */
export function Shielded({ t, guard, children }: { t: T; guard?: { lang: string } | undefined; children: VNode }) {
  return (
    <>
      <Island name="quick-exit" of={QuickExit} props={{ href: exitHref, keptHref: keptExitHref, label: t('app.exit'), hint: t('app.exit-keys'), traces: tracesOf, trail }} />
      {guard ? <Island name="help-guard" of={HelpGuard} props={{ words: packWords(t, 'app.guard.'), lang: guard.lang, place: 'case' as const }} /> : null}
      {children}
    </>
  )
}
