import { DataTable, type Column } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import type { Level } from '../../person/schema.ts'

export type UseRow = { id: string; clientName: string; purpose: string; legalBasis: string; level: Level; behalf: string | null; createdAt: Date; /** Data that left, in words. */ data: readonly string[]; /** How it was proved, in words. */ by?: string }

/** Who received which data, when and why. `short` for the overview. */
export function UseTable({ t, id, uses, short }: { t: PageT; id: string; uses: readonly UseRow[]; short?: boolean }) {
  return <DataTable id={id} caption={t(short === true ? 'cockpit.uses-latest' : 'cockpit.uses-table')} hideCaption columns={short === true ? columnsOf(t).slice(0, 3) : columnsOf(t)} rows={uses} rowKey={(use) => use.id} />
}

const columnsOf = (t: PageT): Column<UseRow>[] => [
  { key: 'office', head: t('cockpit.column.office'), cell: ({ clientName }) => clientName, rowHead: true },
  { key: 'when', head: t('cockpit.column.when'), cell: ({ createdAt }) => <time datetime={createdAt.toISOString()}>{`${t.format.date(createdAt, 'medium')}, ${t.format.time(createdAt)}`}</time> },
  { key: 'data', head: t('cockpit.column.data'), cell: ({ data }) => (data.length === 0 ? t('cockpit.data-none') : t.format.list(data)) },
  { key: 'why', head: t('cockpit.column.why'), cell: ({ purpose, legalBasis }) => [purpose, legalBasis].filter((part) => part !== '').join(' · ') || t('cockpit.why-none') },
  { key: 'level', head: t('cockpit.column.level'), cell: ({ level, by }) => [t(`level.${level}`), by].filter((part) => part !== undefined).join(', ') },
  { key: 'behalf', head: t('cockpit.column.behalf'), cell: ({ behalf }) => behalf ?? t('cockpit.behalf-self') },
]
