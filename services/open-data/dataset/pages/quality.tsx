import { DataTable, Section, Stack, Tag } from '@modellregion/ui'
import type { T } from '../../locales/index.ts'
import type { Dimension, Indicator, Score } from '../../quality/mqa.ts'

const dimensions: readonly Dimension[] = ['findability', 'accessibility', 'interoperability', 'reusability', 'contextuality']
const tones = { excellent: 'ok', good: 'ok', sufficient: 'warn', bad: 'bad' } as const

/** How well the dataset is described, by the European method; what is missing is said as advice. */
export function Quality({ t, score }: { t: T; score: Score }) {
  const open = score.indicators.filter(({ state }) => state === 'missing' || state === 'partly')
  return (
    <Section id="quality" title={t('dataset.quality')}>
      <Stack>
      <p class="mr-row">
        <Tag kind={tones[score.grade]}>{t(`dataset.grade.${score.grade}`)}</Tag>
        <span>{t('dataset.points', { points: score.points, attainable: score.attainable })}</span>
      </p>
      <DataTable
        id="quality-dimensions"
        caption={t('dataset.quality-dimensions')}
        hideCaption
        columns={[
          { key: 'dimension', head: t('dataset.dimension'), rowHead: true, cell: (row: Dimension) => t(`dataset.dimension.${row}`) },
          { key: 'points', head: t('dataset.points-head'), align: 'end', cell: (row: Dimension) => t('dataset.points-of', score.dimensions[row]) },
        ]}
        rows={dimensions}
      />
      {open.length > 0 ? (
        <details class="mr-details">
          <summary>{t('dataset.advice', { n: open.length })}</summary>
          <ul>
            {open.map((indicator) => (
              <li key={indicator.id}>
                <b>{t.find(indicator.code)}</b>: {adviceOf(indicator, t)}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <p class="mr-small mr-muted">{t('dataset.quality-method')}</p>
      </Stack>
    </Section>
  )
}

const adviceOf = (indicator: Indicator, t: T): string => t.find(`${indicator.code}.advice`) ?? ''
