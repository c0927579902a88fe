import { PageHead, Result, ResultList, Section } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'

export type Entry = { href: string; title: string; summary: string; meta: readonly string[]; lang: string | undefined }
export type ListProps = { t: PageT; groups: readonly { id: string; title: string; entries: readonly Entry[] }[] }

/** All documents of the blueprint, by what they are for. */
export function BlueprintList({ t, groups }: ListProps) {
  return (
    <>
      <PageHead title={t('blueprint.title')} lead={t('blueprint.lead')} />
      {groups.map(({ id, title, entries }) => (
        <Section key={id} id={id} title={title}>
          <ResultList>
            {entries.map((entry) => (
              <Result key={entry.href} href={entry.href} title={entry.title} summary={entry.summary} meta={entry.meta.map((text) => ({ text }))} lang={entry.lang} />
            ))}
          </ResultList>
        </Section>
      ))}
    </>
  )
}
