import { spriteHref } from './href.ts'
import type { IconName } from './shapes.ts'

export type { IconName }

/** A decorative icon; the word stands beside it (ui.md section 6), so it is always hidden from assistive technology. */
export function Icon({ name, size = 'm' }: { name: IconName; size?: 's' | 'm' | 'l' | undefined }) {
  return (
    <svg class={size === 'm' ? 'mr-icon' : `mr-icon mr-icon--${size}`} aria-hidden="true" focusable="false">
      <use href={`${spriteHref}#i-${name}`} />
    </svg>
  )
}
