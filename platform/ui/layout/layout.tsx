import type { ComponentChildren } from 'preact'
import { Hy } from '../hyphenation/hy.tsx'

type Children = { children: ComponentChildren }

/** Distance between children: `s` inside a component, `m` between components, `l` between parts. */
export function Stack({ gap, children }: Children & { gap?: 's' | 'm' | 'l' | undefined }) {
  return <div class={gap ? `mr-stack-${gap}` : 'mr-stack'}>{children}</div>
}

/** Things side by side that wrap. `between` pushes them apart. */
export function Row({ between, children }: Children & { between?: boolean | undefined }) {
  return <div class={between ? 'mr-row mr-row--between' : 'mr-row'}>{children}</div>
}

/** As many columns as fit, each at least `min` rem wide. */
export function Grid({ min = 19, children }: Children & { min?: 15 | 19 | 24 | undefined }) {
  return (
    <div class="mr-grid" data-min={min === 19 ? undefined : min}>
      {children}
    </div>
  )
}

/** Content and a narrow column, one below the other under 64 em. `side="start"` puts the narrow one (first child, 17 rem) first. */
export function Split({ side = 'end', children }: Children & { side?: 'start' | 'end' | undefined }) {
  return <div class={side === 'start' ? 'mr-split mr-split--start' : 'mr-split'}>{children}</div>
}

/** Part of a page with its h2. */
export function Section({ title, id, children }: Children & { title: string; id: string }) {
  return (
    <section class="mr-section" aria-labelledby={id}>
      <h2 id={id}>
        <Hy>{title}</Hy>
      </h2>
      {children}
    </section>
  )
}

/** Head of a page: h1, lead, then search or the actions. */
export function PageHead({ title, lead, children }: { title: string; lead?: ComponentChildren; children?: ComponentChildren }) {
  return (
    <div class="mr-pagehead mr-stack">
      <h1>
        <Hy>{title}</Hy>
      </h1>
      {lead ? <p class="mr-lead">{lead}</p> : null}
      {children}
    </div>
  )
}

/** Running text with the measure and distances of prose. */
export function Prose({ children }: Children) {
  return <div class="mr-text">{children}</div>
}

/** For screen readers only. */
export function VisuallyHidden({ children }: Children) {
  return <span class="mr-vh">{children}</span>
}

/** Container of the front page's sections, which has no container of its own. */
export function Wrap({ children }: Children) {
  return <div class="mr-wrap">{children}</div>
}
