import { Hy } from '../hyphenation/hy.tsx'

export type Tab = { href: string; label: string; count?: number | undefined; current?: boolean | undefined }

/** Views of one thing as links to addresses; scrolls sideways on phones. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav aria-label={label}>
      <ul class="mr-tabs">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <a href={tab.href} aria-current={tab.current ? 'page' : undefined}>
              <Hy>{tab.label}</Hy>
              {tab.count === undefined ? null : <span class="mr-num">({tab.count})</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
