import type { ComponentChildren } from 'preact'
import { Hy } from '../hyphenation/hy.tsx'
import { Icon, type IconName } from '../icon/icon.tsx'
import { Note } from '../note/note.tsx'

export type EmptyStateProps = {
  title: string
  text: ComponentChildren
  icon?: IconName | undefined
  level?: 2 | 3 | undefined
  /** Buttons or links: the one loosening that gives results, or the way to the first thing. */
  actions?: ComponentChildren
}

/** Nothing found, or nothing there yet: what will be here and the next step. */
export function EmptyState({ title, text, icon = 'folder', level = 3, actions }: EmptyStateProps) {
  const Title = `h${level}` as const
  return (
    <div class="mr-empty mr-stack-s">
      <Icon name={icon} size="l" />
      <Title class="mr-h3">
        <Hy>{title}</Hy>
      </Title>
      <p>{text}</p>
      {actions ? <div class="mr-row">{actions}</div> : null}
    </div>
  )
}

export type ErrorStateProps = {
  title: string
  /** What is safe and what happens next. */
  text: ComponentChildren
  actions?: ComponentChildren
  /** "Vorfall 7K3-M2Q, 10:42 Uhr" */
  incident?: string | undefined
  level?: 2 | 3 | undefined
}

/** Something failed: what happened, what is safe, what happens next, the button, the incident number. */
export function ErrorState({ title, text, actions, incident, level = 2 }: ErrorStateProps) {
  return (
    <Note kind="bad" title={title} level={level}>
      <p>{text}</p>
      {actions ? <div class="mr-row">{actions}</div> : null}
      {incident ? <p class="mr-small mr-muted mr-num">{incident}</p> : null}
    </Note>
  )
}

/** Words first, bones after 300 ms; the height is reserved so that nothing jumps. */
export function LoadingState({ text }: { text: string }) {
  return (
    <div class="mr-card mr-stack-s" aria-busy="true">
      <p class="mr-row">
        <Icon name="spin" />
        <span role="status">{text}</span>
      </p>
      <span class="mr-bone mr-bone--60" />
      <span class="mr-bone" />
      <span class="mr-bone mr-bone--80" />
    </div>
  )
}
