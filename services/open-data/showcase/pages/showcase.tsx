import { DescriptionList, LinkButton, PageHead, Prose, ResultList, Row, Section, Split, Timeline, type TimelineEvent } from '@modellregion/ui'
import type { T } from '../../locales/index.ts'
import { DatasetResult } from '../../dataset/pages/result.tsx'
import type { DatasetSummary } from '../../dataset/schema.ts'
import type { Showcase } from '../schema.ts'

/** A request behind the data: asked for, then published. */
type Step = { number: number; title: string; askedAt: Date; publishedAt: Date; dataset: { name: string; title: string } }

export type ShowcasePageProps = { t: T; now: Date; showcase: Showcase; datasets: readonly DatasetSummary[]; steps: readonly Step[] }

/** One showcase and the datasets it is made of. */
export function ShowcasePage({ t, now, showcase, datasets, steps }: ShowcasePageProps) {
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
          {showcase.pictureFile ? (
            <figure class="mr-card">
              <img src={`/open-data/showcase/${showcase.name}/picture`} alt={showcase.pictureText ?? ''} loading="lazy" />
            </figure>
          ) : null}
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
          {steps.length > 0 && showcase.publishedAt ? (
            <Section id="chain" title={t('request.chain.of-showcase')}>
              <Timeline events={chainOf(t, steps, showcase.publishedAt)} />
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
              ...(showcase.sourceCodeUrl ? [{ term: t('showcase.source-code'), value: <a href={showcase.sourceCodeUrl}>{new URL(showcase.sourceCodeUrl).host}</a> }] : []),
              ...(showcase.codeLicence ? [{ term: t('showcase.code-licence'), value: showcase.codeLicence }] : []),
            ]}
          />
        </aside>
      </Split>
    </>
  )
}

// Newest first, as everywhere: used, published, asked for.
function chainOf(t: T, steps: readonly Step[], shownAt: Date): TimelineEvent[] {
  const point = (at: Date, title: string, href?: string): TimelineEvent & { at: Date } => ({ at, title, when: t.format.date(at), dateTime: at.toISOString(), state: 'done', ...(href !== undefined && { detail: <a href={href}>{t('request.chain.look')}</a> }) })
  const points = steps.flatMap(({ number, title, askedAt, publishedAt, dataset }) => [
    point(askedAt, t('request.chain.step-asked', { title }), `/open-data/request/${number}`),
    point(publishedAt, t('request.chain.step-published', { title: dataset.title }), `/open-data/dataset/${dataset.name}`),
  ])
  return [...points, point(shownAt, t('request.chain.step-reused'))].sort((a, b) => b.at.getTime() - a.at.getTime())
}
