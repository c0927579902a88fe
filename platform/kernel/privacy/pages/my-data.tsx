import { DataTable, LinkButton, PageHead, Row, Section, Stack } from '@modellregion/ui'
import type { Say } from '../../i18n/index.ts'
import type { KernelWords } from '../../locales/index.ts'

/** What one service says about the person, ready to show. */
export type DataPart = { id: string; service: string; tables: readonly DataSheet[] }
export type DataSheet = {
  id: string
  purpose: string
  columns: readonly { key: string; label: string }[]
  rows: readonly Readonly<Record<string, string>>[]
}

export function MyDataPage({ t, parts }: { t: Say<KernelWords>; parts: readonly DataPart[] }) {
  return (
    <>
      <PageHead title={t('privacy.my-data')} lead={t('privacy.my-data-lead')} />
      <Stack gap="l">
        {parts.map(({ id, service, tables }) => (
          <Section key={id} title={service} id={id}>
            <Stack>
              {tables.map((sheet) => (
                <Sheet key={sheet.id} {...sheet} />
              ))}
            </Stack>
          </Section>
        ))}
        <Row>
          <LinkButton href="/account/data.json" icon="download" download>
            {t('privacy.my-data-json')}
          </LinkButton>
          <LinkButton href="/account/delete" kind="quiet">
            {t('identity.account-delete')}
          </LinkButton>
        </Row>
      </Stack>
    </>
  )
}

function Sheet({ id, purpose, columns, rows }: DataSheet) {
  const shown = columns.map(({ key, label }) => ({ key, head: label, cell: (row: Readonly<Record<string, string>>) => row[key] ?? '' }))
  return <DataTable id={id} caption={purpose} columns={shown} rows={rows} />
}
