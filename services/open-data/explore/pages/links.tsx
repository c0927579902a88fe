import { LinkButton } from '@modellregion/ui'
import type { T } from '../../locales/index.ts'
import type { FileTable } from '../tables-of.ts'

/** From a file to the ways of looking at its table. */
export function TableLinks({ t, fileId, table }: { t: T; fileId: string; table: FileTable | undefined }) {
  if (!table) return null
  const path = `/open-data/explore/${fileId}`
  return (
    <div class="mr-stack-s mr-result__more">
      <div class="mr-row">
        <LinkButton kind="quiet" small href={path}>
          {t('explore.look-table')}
        </LinkButton>
        <LinkButton kind="quiet" small href={`${path}?view=chart`}>
          {t('explore.view.chart')}
        </LinkButton>
        {table.hasPlaces ? (
          <LinkButton kind="quiet" small href={`${path}?view=map`}>
            {t('explore.view.map')}
          </LinkButton>
        ) : null}
        {table.hasSql ? (
          <LinkButton kind="quiet" small href={`${path}?view=sql`}>
            {t('explore.view.sql')}
          </LinkButton>
        ) : null}
      </div>
      {table.views.length > 0 ? (
        <ul class="mr-row mr-links" aria-label={t('explore.kept-views')}>
          {table.views.map(({ title, href }) => (
            <li key={href}>
              <a href={href}>{title}</a>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
