import { Hy, Icon, type IconName } from '@modellregion/ui'
import type { T } from '../../locales/index.ts'
import { themeLabel } from '../../dataset/labels.ts'
import { themes } from '../../vocabulary/lists.ts'

const icons: Readonly<Record<string, IconName>> = {
  AGRI: 'drop',
  ECON: 'work',
  EDUC: 'book',
  ENER: 'bolt',
  ENVI: 'tree',
  GOVE: 'permit',
  HEAL: 'heart',
  INTR: 'globe',
  JUST: 'shield',
  REGI: 'building',
  SOCI: 'people',
  TECH: 'cog',
  TRAN: 'pin',
}

export const themeIcon = (code: string): IconName => icons[code] ?? 'data'

/** The thirteen themes of the European list with the number of their datasets. */
export function ThemeGrid({ t, counts }: { t: T; counts: ReadonlyMap<string, number> }) {
  return (
    <ul class="mr-life">
      {themes.concepts.map(({ code }) => {
        const count = counts.get(code) ?? 0
        const label = themeLabel(code, t.locale)
        return (
          <li key={code}>
            <Icon name={themeIcon(code)} size="l" />
            <div>
              <h3 class="mr-h3">
                <a href={`/open-data/theme/${code}`}>
                  <Hy>{label}</Hy>
                </a>
              </h3>
              <p class="mr-small mr-muted mr-num">{count > 0 ? t('list.found', { n: count }) : t('theme.none')}</p>
            </div>
          </li>
        )
      })}
    </ul>
  )
}
