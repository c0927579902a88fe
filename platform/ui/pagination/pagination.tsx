import { Icon } from '../icon/icon.tsx'
import { pageWindow } from './page-window.ts'

export type PaginationProps = {
  /** Name for screen readers: "Seiten" */
  label: string
  page: number
  pages: number
  href: (page: number) => string
  /** `page` stands before the number for screen readers: "Seite". */
  words: { page: string; next: string; previous: string }
}

/** Numbers and "Weiter →"; nothing when there is one page. Never endless scrolling. */
export function Pagination({ label, page, pages, href, words }: PaginationProps) {
  if (pages <= 1) return null
  return (
    <nav class="mr-pagenav" aria-label={label}>
      <ul class="mr-pages">
        {page > 1 ? (
          <li>
            <a href={href(page - 1)} rel="prev">
              <Icon name="arrow-left" size="s" />
              <span class="mr-pages__back">{words.previous}</span>
            </a>
          </li>
        ) : null}
        {pageWindow(page, pages).map((entry, at) =>
          entry === 'gap' ? (
            <li key={`gap-${at}`} class="mr-pages__far" aria-hidden="true">
              <span>…</span>
            </li>
          ) : (
            <li key={entry} class={Math.abs(entry - page) > 1 ? 'mr-pages__far' : undefined}>
              {entry === page ? (
                <span aria-current="page">
                  <span class="mr-vh">{words.page} </span>
                  {entry}
                </span>
              ) : (
                <a href={href(entry)}>
                  <span class="mr-vh">{words.page} </span>
                  {entry}
                </a>
              )}
            </li>
          ),
        )}
        {page < pages ? (
          <li>
            <a href={href(page + 1)} rel="next">
              {words.next}
              <Icon name="arrow-right" size="s" />
            </a>
          </li>
        ) : null}
      </ul>
    </nav>
  )
}
