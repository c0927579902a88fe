import { Hy } from '../hyphenation/hy.tsx'
import type { Crumb } from '../page-frame/types.ts'

/** Path to this page; on phones only the way one level up is shown. The last entry is this page and no link. */
export function Breadcrumb({ label, path }: { label: string; path: readonly Crumb[] }) {
  return (
    <nav class="mr-crumbs" aria-label={label}>
      <ol>
        {path.map((crumb, at) => (
          <li key={crumb.href ?? crumb.label}>
            {crumb.href && at < path.length - 1 ? (
              <a href={crumb.href}>
                <Hy>{crumb.label}</Hy>
              </a>
            ) : (
              <span aria-current={at === path.length - 1 ? 'page' : undefined}>
                <Hy>{crumb.label}</Hy>
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
