import { DataTable } from '@modellregion/ui'
import type { T } from '../../locales/index.ts'
import type { Column, Preview } from '../../preview/schema.ts'

/** The columns of a file with their type in words. */
export function FieldTable({ t, id, name, preview }: { t: T; id: string; name: string; preview: Preview }) {
  if (preview.columns.length === 0) return null
  return (
    <details class="mr-details">
      <summary>{t('dataset.fields', { n: preview.columns.length })}</summary>
      <DataTable
        id={`fields-${id}`}
        caption={t('dataset.fields-of', { file: name })}
        columns={[
          { key: 'name', head: t('dataset.field'), rowHead: true, cell: (column: Column) => <code>{column.name}</code> },
          { key: 'type', head: t('dataset.field-type'), cell: ({ type }: Column) => t(`dataset.type.${type}`) },
          { key: 'gaps', head: t('dataset.field-gaps'), cell: ({ nullable }: Column) => (nullable ? t('dataset.field-gaps-some') : t('dataset.field-gaps-none')) },
        ]}
        rows={preview.columns}
        rowKey={({ name: column }) => column}
      />
    </details>
  )
}
