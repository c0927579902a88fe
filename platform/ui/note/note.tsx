import type { ComponentChildren } from 'preact'
import { Hy } from '../hyphenation/hy.tsx'
import { Icon, type IconName } from '../icon/icon.tsx'

export type NoteKind = 'info' | 'ok' | 'warn' | 'bad'

const icons: Record<NoteKind, IconName> = { info: 'info', ok: 'ok', warn: 'alert', bad: 'alert' }

export type NoteProps = {
  kind?: NoteKind | undefined
  title: string
  /** Level of the title in the page's outline; 0 makes it a paragraph. */
  level?: 0 | 2 | 3 | 4 | undefined
  icon?: IconName | undefined
  /** `status` or `alert` when the note appears by what the person just did. */
  role?: 'status' | 'alert' | undefined
  children?: ComponentChildren
}

/** One topic, 4 px edge, icon and word: the colour never carries the meaning alone. */
export function Note({ kind = 'info', title, level = 2, icon = icons[kind], role, children }: NoteProps) {
  const Title = level === 0 ? 'p' : (`h${level}` as const)
  return (
    <div class={kind === 'info' ? 'mr-note' : `mr-note mr-note--${kind}`} role={role}>
      <Title class="mr-note__title">
        <Icon name={icon} />
        <span>
          <Hy>{title}</Hy>
        </span>
      </Title>
      {isText(children) ? <p>{children}</p> : children}
    </div>
  )
}

/** Running text, perhaps with links in it, gets its paragraph here. */
const isText = (children: ComponentChildren): boolean =>
  typeof children === 'string' || (Array.isArray(children) && children.some((child) => typeof child === 'string' && child.trim() !== ''))

export type ToastProps = { text: string; undo?: { label: string; href: string } | undefined; still?: boolean | undefined }

/** Undoable success only; errors never come as a toast. */
export function Toast({ text, undo, still }: ToastProps) {
  return (
    <div class={still ? 'mr-toast mr-toast--still' : 'mr-toast'} role="status">
      <Icon name="ok" />
      <span>{text}</span>
      {undo ? <a href={undo.href}>{undo.label}</a> : null}
    </div>
  )
}
