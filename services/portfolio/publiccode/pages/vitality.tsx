import { BarChart, ChartFrame, Note, Stack } from '@modellregion/ui'
import type { T } from '../../locales/index.ts'
import type { Vitality } from '../../shelf/schema.ts'

/** Points sign by sign as bars, with the values that were read as table, and whether the file still answers. */
export function VitalityFrame({ t, vitality }: { t: T; vitality: Vitality | null }) {
  if (!vitality) return <p>{t('publiccode.vitality.none')}</p>
  const day = new Date(vitality.checkedOn)
  const rows = vitality.signs.map(({ id, points, of, value }) => ({ label: t.find(`publiccode.sign.${id}`) ?? id, points, of, value: valueOf(t, id, value) }))
  return (
    <Stack>
      {vitality.failed === undefined ? null : (
        <Note kind="warn" level={0} title={t('publiccode.vitality.failed', { day })}>
          {vitality.failed === 'invalid' ? t('publiccode.vitality.invalid-text') : (t.find(`publiccode.fetch.${vitality.failed}`) ?? '') + ' ' + t('publiccode.vitality.failed-text')}
        </Note>
      )}
      {vitality.score === null || rows.length === 0 ? (
        <p>{t('publiccode.vitality.none')}</p>
      ) : (
        <ChartFrame
          id="vitality-signs"
          finding={t('publiccode.vitality.score', { score: vitality.score })}
          unit={t('publiccode.vitality.unit')}
          source={t('publiccode.vitality.source', { day })}
          words={{ asTable: t('publiccode.vitality.as-table') }}
          table={{
            heads: [t('publiccode.vitality.sign'), t('publiccode.vitality.points'), t('publiccode.vitality.of'), t('publiccode.vitality.value')],
            rows: rows.map(({ label, points, of, value }) => [label, String(points), String(of), value]),
          }}
        >
          <BarChart label={t('publiccode.vitality.unit')} bars={rows.map(({ label, points }) => ({ label, value: points }))} format={(value) => t.format.number(value)} />
        </ChartFrame>
      )}
    </Stack>
  )
}

function valueOf(t: T, id: string, value: string): string {
  if (value === '') return t('publiccode.value.none')
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return t.format.date(new Date(value))
  if (value === 'yes' || value === 'no') return t(`publiccode.value.${value}`)
  return t.find(`publiccode.${id === 'status' ? 'status' : 'maintenance'}.${value}`) ?? value
}
