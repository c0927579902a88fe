import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from '../icon/icon.tsx'

export type TagKind = 'plain' | 'ok' | 'warn' | 'bad' | 'info'

const icons: Record<TagKind, IconName | undefined> = { plain: undefined, ok: 'ok', warn: 'alert', bad: 'alert', info: 'clock' }

export type TagProps = { kind?: TagKind | undefined; icon?: IconName | undefined; children: ComponentChildren }

/** A status (icon, word, tint, hairline) or, plain, a short mark such as a file format. */
export function Tag({ kind = 'plain', icon = icons[kind], children }: TagProps) {
  return (
    <span class={kind === 'plain' ? 'mr-tag' : `mr-tag mr-tag--${kind}`}>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </span>
  )
}

export type ChipProps = {
  href: string
  /** Said after the label, for screen readers: "entfernen". Makes it a removable chip with a cross. */
  remove?: string | undefined
  children: ComponentChildren
}

/** Navigates or, with `remove`, takes an active filter away. */
export function Chip({ href, remove, children }: ChipProps) {
  return (
    <a class="mr-chip" href={href}>
      {children}
      {remove ? (
        <>
          <Icon name="close" size="s" />
          <span class="mr-vh">{remove}</span>
        </>
      ) : null}
    </a>
  )
}
