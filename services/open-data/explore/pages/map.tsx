import { EmptyState, MapFrame, Note } from '@modellregion/ui'
import type { MapData } from '../map-data.ts'
import { hrefOf } from '../selection.ts'
import type { Frame } from './frame.ts'

/** Few places have numbers in the map and in the list; of many none stands out. */
const mostNumbered = 30
const mostListed = 50

type Props = Pick<Frame, 't' | 'path' | 'selection' | 'publisher' | 'file' | 'isEmbedded'> & { data: MapData | undefined; level?: 2 | 3 }

/** The rows that are meant on a map, with a list beside it; the picture stands there without script. */
export function MapView({ t, path, selection, publisher, file, data, isEmbedded, level = 2 }: Props) {
  if (!data) return <EmptyState level={level} title={t('explore.no-map')} text={t('open-data.explore.no-places')} />
  const features = data.kind === 'features' ? data.features.map(({ title, geometry }, at) => ({ title: title ?? t('dataset.place-nameless', { n: at + 1 }), geometry })) : data.cells.map(({ count, level: shade, geometry }, at) => ({ title: t('explore.square', { n: at + 1 }), value: t.format.number(count), geometry, level: shade }))
  if (features.length === 0) return <EmptyState level={level} title={t('explore.no-places-left')} text={t('explore.no-places-left-next')} />
  const left = features.length - mostListed
  return (
    <>
      <MapFrame
        id="map"
        level={level}
        title={data.kind === 'grid' ? t('explore.map-grid', { n: data.total }) : t('explore.map-title', { n: features.length, all: data.total })}
        features={features}
        listLabel={t('dataset.map-list')}
        attribution={t('explore.chart-source', { publisher, file: file.title })}
        words={{ zoomIn: t('dataset.zoom-in'), zoomOut: t('dataset.zoom-out') }}
        listed={mostListed}
        numbered={data.kind === 'features' && features.length <= mostNumbered}
        more={left > 0 && !isEmbedded ? <a href={hrefOf(path, selection, { view: 'table' })}>{t('explore.map-more', { n: left })}</a> : undefined}
      />
      {data.kind === 'grid' && data.counted < data.total ? <Note kind="info" level={0} title={t('explore.map-counted', { n: data.counted, all: data.total })} /> : null}
    </>
  )
}
