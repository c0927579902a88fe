import { Section } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import type { Source } from '../schema.ts'

/** Sources in the order of their first use, each once; the number is its place. */
export function numberSources(used: readonly (Source | null)[]): readonly Source[] {
  const seen = new Map<string, Source>()
  for (const source of used) if (source) seen.set(keyOf(source), seen.get(keyOf(source)) ?? source)
  return [...seen.values()]
}

const keyOf = ({ document, place }: Source): string => `${document}\n${place}`

/** The small number behind a figure; a link to the source at the end of the page. */
export function SourceMark({ t, source, sources }: { t: PageT; source: Source | null; sources: readonly Source[] }) {
  const n = source ? sources.findIndex((one) => keyOf(one) === keyOf(source)) + 1 : 0
  if (n === 0) return null
  return (
    <sup>
      <a href={`#source-${n}`} aria-label={t('programme.source.see', { n })}>
        {n}
      </a>
    </sup>
  )
}

export function SourceList({ t, sources }: { t: PageT; sources: readonly Source[] }) {
  if (sources.length === 0) return null
  return (
    <Section id="sources" title={t('programme.sources.title')}>
      <ol class="mr-text mr-small">
        {sources.map((source, at) => (
          <li key={keyOf(source)} id={`source-${at + 1}`}>
            {source.url === undefined ? source.document : <a href={source.url}>{source.document}</a>}
            {source.place === '' ? null : `, ${source.place}`}
          </li>
        ))}
      </ol>
    </Section>
  )
}
