import type { ComponentChildren } from 'preact'

export type Tone = 'info' | 'ok' | 'warn' | 'bad'

/** A note of the kit as islands draw it: they cannot load the kit's own components. */
export function Note({ kind = 'info', title, role, children }: { kind?: Tone; title: string; role?: 'status' | 'alert'; children?: ComponentChildren }) {
  return (
    <div class={kind === 'info' ? 'mr-note' : `mr-note mr-note--${kind}`} role={role}>
      <p class="mr-note__title">
        <span>{title}</span>
      </p>
      {children}
    </div>
  )
}
