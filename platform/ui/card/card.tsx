import type { ComponentChildren } from 'preact'
import { Hy } from '../hyphenation/hy.tsx'

export type CardProps = {
  title?: string | undefined
  level?: 2 | 3 | 4 | undefined
  href?: string | undefined
  /** `flat` is quiet, for the voice beside the news. */
  look?: 'plain' | 'flat' | undefined
  children?: ComponentChildren
}

/** Room to breathe around one thing. With `href` the title is the link. */
export function Card({ title, level = 2, href, look = 'plain', children }: CardProps) {
  const Title = `h${level}` as const
  return (
    <div class={look === 'flat' ? 'mr-card mr-card--flat mr-stack' : 'mr-card mr-stack'}>
      {title ? (
        <Title class="mr-h3">
          {href ? (
            <a href={href}>
              <Hy>{title}</Hy>
            </a>
          ) : (
            <Hy>{title}</Hy>
          )}
        </Title>
      ) : null}
      {children}
    </div>
  )
}

export type PanelProps = {
  title: string
  level?: 2 | 3 | undefined
  /** Right of the title: a count, a date, a small button. */
  aside?: ComponentChildren
  /** The panel where the decision falls gets an edge in action colour. */
  act?: boolean | undefined
  /** For tables and lists that bring their own distance. */
  flush?: boolean | undefined
  children: ComponentChildren
}

/** Titled box of staff pages. */
export function Panel({ title, level = 2, aside, act, flush, children }: PanelProps) {
  const Title = `h${level}` as const
  return (
    <section class={act ? 'mr-panel mr-panel--act' : 'mr-panel'}>
      <header>
        <Title>
          <Hy>{title}</Hy>
        </Title>
        {aside ? <span class="mr-small mr-muted">{aside}</span> : null}
      </header>
      <div class={flush ? 'mr-panel__flush' : 'mr-stack'}>{children}</div>
    </section>
  )
}

export type FigureProps = { value: string; unit?: string | undefined; label: string; note?: string | undefined }

/** One number that matters, with its unit and what it says. */
export function KeyFigure({ value, unit, label, note }: FigureProps) {
  return (
    <p class="mr-figure">
      <span>
        <Hy>{label}</Hy>
      </span>
      <b>
        {value}
        {unit ? <small>&nbsp;{unit}</small> : null}
      </b>
      {note ? <span>{note}</span> : null}
    </p>
  )
}
