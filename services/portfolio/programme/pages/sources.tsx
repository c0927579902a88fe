import { DataTable, Section } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import type { Source } from '../schema.ts'

/** Sources of a page, each once, with the number by which its figures lead to it. */
export type Sources = ReadonlyMap<string, { readonly source: Source; readonly n: number }>

/** Numbers sources in the order of their first use. */
export function numberSources(used: readonly (Source | null)[]): Sources {
  const numbered = new Map<string, { source: Source; n: number }>()
  for (const source of used) if (source && !numbered.has(keyOf(source))) numbered.set(keyOf(source), { source, n: numbered.size + 1 })
  return numbered
}

const keyOf = ({ document, place }: Source): string => `${document}\n${place}`
export const isSameSource = (a: Source | null, b: Source | null): boolean => a !== null && b !== null && keyOf(a) === keyOf(b)

const numberOf = (source: Source | null, sources: Sources): number => (source ? (sources.get(keyOf(source))?.n ?? 0) : 0)

/** The small number behind a figure; a link to the source at the end of the page. */
export function SourceMark({ t, source, sources }: { t: PageT; source: Source | null; sources: Sources }) {
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
export function SourceLink({ t, source, sources }: { t: PageT; source: Source | null; sources: Sources }) {
  const n = numberOf(source, sources)
  return n === 0 ? null : (
    <a class="mr-small" href={`#source-${n}`}>
      {t('programme.source.see', { n })}
    </a>
  )
}

export function SourceList({ t, sources }: { t: PageT; sources: Sources }) {
  if (sources.size === 0) return null
  return (
    <Section id="sources" title={t('programme.sources.title')}>
      <DataTable
        id="source-table"
        caption={t('programme.sources.title')}
        hideCaption
        rows={[...sources.values()]}
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
