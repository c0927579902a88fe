import { DataTable, PageHead, Prose, Section, Stack } from '@modellregion/ui'
import type { T } from '../../locales/index.ts'
import { half, leastUnnamed, weights } from '../rules/score.ts'
import { evidenceKinds } from '../schema.ts'

/** How the score of an entry comes about. */
export function ScorePage({ t }: { t: T }) {
  return (
    <Stack gap="l">
      <PageHead title={t('adoption.score.title')} lead={t('adoption.score.lead')} />
      <DataTable
        id="weights"
        caption={t('adoption.score.table')}
        rows={evidenceKinds}
        rowKey={(kind) => kind}
        columns={[
          { key: 'what', head: t('adoption.score.what'), rowHead: true, cell: (kind) => t(`adoption.score.kind.${kind}`) },
          { key: 'points', head: t('adoption.score.points'), align: 'end', cell: (kind) => t.format.number(weights[kind]) },
        ]}
        foot={[{ head: t('adoption.score.most'), cells: { points: t.format.number(evidenceKinds.reduce((sum, kind) => sum + weights[kind], 0)) } }]}
      />
      <Section id="formula" title={t('adoption.score.formula')}>
        <Prose>
          <p>{t('adoption.score.formula-text', { half })}</p>
          <p>{t('adoption.score.example', { points: half, score: 50 })}</p>
        </Prose>
      </Section>
      <Section id="protection" title={t('adoption.score.protection')}>
        <Prose>
          <p>{t('adoption.score.protection-text', { least: leastUnnamed })}</p>
          <p>{t('adoption.score.hash')}</p>
        </Prose>
      </Section>
    </Stack>
  )
}
