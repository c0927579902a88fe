import { DataTable, Section } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import type { Source } from '../schema.ts'

/** Sources in the order of their first use, each once; the number is its place. */
export function numberSources(used: readonly (Source | null)[]): readonly Source[] {
  const seen = new Map<string, Source>()
  for (const source of used) if (source) seen.set(keyOf(source), seen.get(keyOf(source)) ?? source)
  return [...seen.values()]
}

const keyOf = ({ document, place }: Source): string => `${document}\n${place}`
export const isSameSource = (a: Source | null, b: Source | null): boolean => a !== null && b !== null && keyOf(a) === keyOf(b)

const numberOf = (source: Source | null, sources: readonly Source[]): number => (source ? sources.findIndex((one) => keyOf(one) === keyOf(source)) + 1 : 0)

/** The small number behind a figure; a link to the source at the end of the page. */
export function SourceMark({ t, source, sources }: { t: PageT; source: Source | null; sources: readonly Source[] }) {
  const n = numberOf(source, sources)
  if (n === 0) return null
  return (
    <sup>
      <a href={`#source-${n}`} aria-label={t('programme.source.see', { n })}>
        {n}
      </a>
    </sup>
  )
}

/** The same as words, where no figure stands before it. */
export function SourceLink({ t, source, sources }: { t: PageT; source: Source | null; sources: readonly Source[] }) {
  const n = numberOf(source, sources)
  return n === 0 ? null : (
    <a class="mr-small" href={`#source-${n}`}>
      {t('programme.source.see', { n })}
    </a>
  )
}

export function SourceList({ t, sources }: { t: PageT; sources: readonly Source[] }) {
  if (sources.length === 0) return null
  return (
    <Section id="sources" title={t('programme.sources.title')}>
      <DataTable
        id="source-table"
        caption={t('programme.sources.title')}
        hideCaption
        rows={sources.map((source, at) => ({ source, n: at + 1 }))}
        rowKey={({ n }) => String(n)}
        columns={[
          { key: 'n', head: t('programme.table.number'), rowHead: true, nowrap: true, cell: ({ n }) => <span id={`source-${n}`}>{n}</span> },
          { key: 'place', head: t('programme.source.place'), cell: ({ source: { place } }) => place || '–' },
          { key: 'document', head: t('programme.source.document'), cell: ({ source: { url, document } }) => (url === undefined ? document : <a href={url}>{document}</a>) },
        ]}
      />
    </Section>
  )
}
