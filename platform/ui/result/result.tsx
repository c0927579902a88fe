import type { ComponentChildren } from 'preact'
import { useHyphens } from '../hyphenation/hy.tsx'
import { Icon, type IconName } from '../icon/icon.tsx'
import { Tag } from '../tag/tag.tsx'

export type ResultMeta = { text: string; icon?: IconName | undefined }

export type ResultProps = {
  href: string
  title: string
  /** At most two lines. */
  summary?: ComponentChildren
  /** Shown first, as tags. */
  formats?: readonly string[] | undefined
  /** Status before the formats, e.g. a `Tag`. */
  status?: ComponentChildren
  /** Publisher, age in words, licence. */
  meta?: readonly ResultMeta[] | undefined
  level?: 2 | 3 | undefined
  /** Language of title and summary where it is not the page's; status and facts are the page's own words. */
  lang?: string | undefined
}

/**
 * One hit: the title is the link, then the summary, then one row of facts. Lives in `ResultList`. Tags and icons are
 * called as functions here, which halves the time of a page with fifty hits.
 */
export function Result({ href, title, summary, formats = [], status, meta = [], level = 3, lang }: ResultProps) {
  const Title = `h${level}` as const
  const hyphens = useHyphens()
  const hasMeta = formats.length + meta.length > 0 || Boolean(status)
  return (
    <li class="mr-result">
      <Title class="mr-h3">
        <a href={href} lang={lang}>
          {hyphens(title)}
        </a>
      </Title>
      {summary ? <p lang={lang}>{summary}</p> : null}
      {hasMeta ? (
        <ul class="mr-meta">
          {status ? <li>{status}</li> : null}
          {formats.length > 0 ? (
            <li class="mr-meta__tags">
              {formats.map((format) => Tag({ children: format }))}
            </li>
          ) : null}
          {meta.map((item) => (
            <li key={item.text}>
              {item.icon ? Icon({ name: item.icon, size: 's' }) : null}
              {item.text}
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  )
}

/** Hits in order, ruled, no cards. Renders `Result` children. */
export function ResultList({ children, start }: { children: ComponentChildren; start?: number | undefined }) {
  return (
    <ol class="mr-list" start={start}>
      {children}
    </ol>
  )
}
