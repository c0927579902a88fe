import { DescriptionList, LinkButton, PageHead, Prose, ResultList, Row, Section, Split } from '@modellregion/ui'
import type { T } from '../../locales/index.ts'
import { DatasetResult } from '../../dataset/pages/result.tsx'
import type { DatasetSummary } from '../../dataset/schema.ts'
import type { Showcase } from '../schema.ts'

export type ShowcasePageProps = { t: T; now: Date; showcase: Showcase; datasets: readonly DatasetSummary[] }

/** One showcase and the datasets it is made of. */
export function ShowcasePage({ t, now, showcase, datasets }: ShowcasePageProps) {
  return (
    <>
      <PageHead title={showcase.title}>
        <Row>
          <LinkButton icon="external" href={showcase.url}>
            {t('showcase.open', { host: new URL(showcase.url).host })}
          </LinkButton>
        </Row>
      </PageHead>
      <Split>
        <div class="mr-stack-l">
          <Prose>
            {showcase.description.split(/\n{2,}/).map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </Prose>
          {datasets.length > 0 ? (
            <Section id="datasets" title={t('showcase.datasets')}>
              <ResultList>
                {datasets.map((dataset) => (
                  <DatasetResult key={dataset.id} t={t} dataset={dataset} now={now} />
                ))}
              </ResultList>
            </Section>
          ) : null}
        </div>
        <aside class="mr-stack" aria-labelledby="glance">
          <h2 id="glance">{t('dataset.glance')}</h2>
          <DescriptionList
            stacked
            entries={[
              { term: t('showcase.kind'), value: t(`showcase.kind.${showcase.kind}`) },
              { term: t('showcase.author'), value: showcase.author },
              ...(showcase.publishedAt ? [{ term: t('showcase.published'), value: t.format.date(showcase.publishedAt) }] : []),
            ]}
          />
        </aside>
      </Split>
    </>
  )
}
