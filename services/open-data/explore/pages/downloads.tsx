import { Section } from '@modellregion/ui'
import { placesOf } from '../columns.ts'
import { searchOf } from '../snippets.ts'
import type { Frame } from './frame.ts'

/** The selection as files, and the whole table as Parquet. */
export function Downloads({ t, file, selection, facts, isWritten }: Frame) {
  const address = (extension: string, more: Readonly<Record<string, string>> = {}): string => `/open-data/table/${file.id}.${extension}${searchOf(selection, more)}`
  const links = [
    { href: address('csv'), label: t('explore.download.csv') },
    { href: address('csv', { for: 'excel' }), label: t('explore.download.excel') },
    { href: address('json'), label: t('explore.download.json') },
    { href: address('ndjson'), label: t('explore.download.ndjson') },
    ...(placesOf(facts.fields) ? [{ href: address('geojson'), label: t('explore.download.geojson') }] : []),
  ]
  const parquet = `/open-data/table/${file.id}.parquet${selection.version ? `?version=${selection.version}` : ''}`
  return (
    <Section id="downloads" title={t('explore.downloads')}>
      <ul class="mr-row mr-links">
        {links.map(({ href, label }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
        {isWritten ? null : (
          <li>
            <a href={parquet}>{t('explore.download.parquet')}</a>
          </li>
        )}
      </ul>
      <p class="mr-small mr-muted">{t('explore.excel-note')}</p>
      {isWritten ? <p class="mr-small mr-muted">{t('open-data.explore.parquet-written')}</p> : null}
    </Section>
  )
}
