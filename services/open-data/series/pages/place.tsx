import type { T } from '../../locales/index.ts'
import type { Place } from '../schema.ts'

/** The place of a dataset in a series, with the ways to its neighbours. */
export function SeriesPlace({ t, place }: { t: T; place: Place }) {
  const { series, title, position, size, previous, previousTitle, next, nextTitle } = place
  return (
    <div>
      <a href={`/open-data/series/${series}`}>{title}</a> ({t('series.place', { position, size })})
      {previous !== null ? (
        <div>
          <a href={`/open-data/dataset/${previous}`} rel="prev">
            {t('series.previous', { title: previousTitle ?? previous })}
          </a>
        </div>
      ) : null}
      {next !== null ? (
        <div>
          <a href={`/open-data/dataset/${next}`} rel="next">
            {t('series.next', { title: nextTitle ?? next })}
          </a>
        </div>
      ) : null}
    </div>
  )
}
