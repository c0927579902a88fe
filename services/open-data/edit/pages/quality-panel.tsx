import { Panel } from '@modellregion/ui'
import type { T } from '../../locales/index.ts'

/** Points of the European method, and what would bring most next. */
export type QualityView = { points: number; grade: string; steps: readonly { id: string; label: string; gain: number; href: string }[] }

export function QualityPanel({ t, quality }: { t: T; quality: QualityView }) {
  return (
    <Panel title={t('edit.quality.title')}>
      <p>
        <b class="mr-num">{t('edit.quality.points', { points: quality.points })}</b> {quality.grade}
      </p>
      <meter min={0} max={405} low={121} high={351} optimum={405} value={quality.points} aria-hidden="true" />
      {quality.steps.length > 0 ? (
        <>
          <p class="mr-small mr-muted">{t('edit.quality.next')}</p>
          <ul class="mr-stack-s">
            {quality.steps.map(({ id, label, gain, href }) => (
              <li key={id}>
                <a href={href}>{label}</a> <span class="mr-num">{t('edit.quality.gain', { gain })}</span>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p>{t('edit.quality.full')}</p>
      )}
    </Panel>
  )
}
