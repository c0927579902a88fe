import { Island, Panel } from '@modellregion/ui'
import type { Dataset } from '../../dcat/schema.ts'
import type { T } from '../../locales/index.ts'
import { gradeOf } from '../../quality/mqa.ts'
import type { Step } from '../schema.ts'
import { LiveQuality } from './edit-quality.island.tsx'
import type { QualityView } from '../quality-view.ts'

export type Quality = { id: string; view: QualityView; draft: Dataset; step: Step; file?: string | undefined; advice: Readonly<Record<string, string>> }

const grades = [...new Set([0, 121, 221, 351].map(gradeOf))]

/** What the description is worth, beside the questions. */
export function QualityPanel({ t, quality: { id, view, draft, step, file, advice } }: { t: T; quality: Quality }) {
  const words = { points: t('edit.quality.points'), next: t('edit.quality.next'), full: t('edit.quality.full'), grades: Object.fromEntries(grades.map((grade) => [grade, t(`edit.grade.${grade}`)])), advice }
  return (
    <Panel title={t('edit.quality.title')}>
      <Island name="edit-quality" of={LiveQuality} props={{ id, form: 'editor', draft, step, ...(file !== undefined && { file }), shown: view, words }} />
    </Panel>
  )
}
