import type { ComponentChildren } from 'preact'
import type { Frame } from './frame.ts'

/** A view in a page of somebody else: what it shows, where it comes from, and the way to all of it. */
export function EmbedPage({ view, town, more, children, origin, path, publisher, licence, dataset }: Frame & { view: { title: string; description: string; selection: string }; town: string; more: string; children: ComponentChildren }) {
  const search = view.selection ? `?${view.selection}` : ''
  return (
    <main class="mr-embed mr-stack">
      <h1 class="mr-h3">{view.title}</h1>
      {view.description ? <p>{view.description}</p> : null}
      {children}
      <p class="mr-small mr-muted">
        {[dataset.title, publisher, licence, town].filter(Boolean).join(' · ')}
        {' · '}
        <a href={`${origin}${path}${search}`} target="_top">
          {more}
        </a>
      </p>
    </main>
  )
}
