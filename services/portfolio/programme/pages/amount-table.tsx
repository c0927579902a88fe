import { DataTable } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import { amountKinds, type Amount } from '../schema.ts'
import { SourceMark, type Sources } from './sources.tsx'

/** What counts now of each kind, with what stood there before. */
export function AmountTable({ t, amounts, sources }: { t: PageT; amounts: readonly Amount[]; sources: Sources }) {
  const rows = amountKinds.flatMap((kind) => {
    const [now, ...before] = amounts.filter((amount) => amount.kind === kind).toReversed()
    return now ? [{ now, before }] : []
  })
  return (
    <DataTable
      id="amounts"
      caption={t('programme.project.money')}
      hideCaption
      rows={rows}
      rowKey={({ now }) => now.kind}
      empty={<p>{t('programme.project.money-none')}</p>}
      columns={[
        {
          key: 'kind',
          head: t('programme.project.what'),
          rowHead: true,
          cell: ({ now, before }) => (
            <>
              {t(`programme.amount.${now.kind}`)}
              {before.map(({ id, cents, createdAt }) => (
                <span key={id} class="mr-small mr-muted">
                  <br />
                  {t('programme.project.amount-before', { cents, day: createdAt })}
                </span>
              ))}
            </>
          ),
        },
        {
          key: 'amount',
          head: t('programme.project.amount'),
          align: 'end',
          cell: ({ now }) => (
            <>
              {t.format.money(now.cents)}
              <SourceMark t={t} source={now.source} sources={sources} />
            </>
          ),
        },
      ]}
    />
  )
}
