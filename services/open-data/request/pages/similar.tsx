import type { T } from '../../locales/index.ts'
import type { Similar } from '../schema.ts'

/** Requests and datasets that sound like what was typed. */
export function SimilarList({ t, similar }: { t: T; similar: readonly Similar[] }) {
  return (
    <div class="mr-text">
      <ul>
        {similar.map(({ kind, title, href }) => (
          <li key={href}>
            <a href={href}>{title}</a> <span class="mr-muted">({t(kind === 'request' ? 'request.similar-request' : 'request.similar-dataset')})</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
