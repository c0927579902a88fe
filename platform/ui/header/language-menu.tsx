import { Icon } from '../icon/icon.tsx'
import type { LanguageLink } from '../page-frame/types.ts'

/** The languages of this page, each written in itself; no flags. */
export function LanguageMenu({ label, languages }: { label: string; languages: readonly LanguageLink[] }) {
  const current = languages.find((language) => language.current) ?? languages[0]
  return (
    <details class="mr-pop" data-menu>
      <summary>
        <Icon name="globe" size="s" />
        <span class="mr-vh">{label}: </span>
        {current?.label}
        <Icon name="chevron-down" size="s" />
      </summary>
      <ul class="mr-pop__panel">
        {languages.map((language) => (
          <li key={language.code}>
            <a href={language.href} lang={language.code} hreflang={language.code} aria-current={language.current ? 'true' : undefined}>
              {language.label}
            </a>
          </li>
        ))}
      </ul>
    </details>
  )
}
