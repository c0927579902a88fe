import { Card, Grid, MoreLink, PageHead, Stack } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'

const parts = [
  { id: 'read', href: '/account/data' },
  { id: 'json', href: '/account/data.json' },
  { id: 'csv', href: '/citizen-id/uses.csv' },
] as const

/** Three ways to have the own data: to read, for programs, and who received them. */
export function ExportPage({ t }: { t: PageT }) {
  return (
    <>
      <PageHead title={t('cockpit.export-title')} lead={t('cockpit.export-lead')} />
      <Stack gap="l">
        <Grid>
          {parts.map(({ id, href }) => (
            <Card key={id} title={t(`cockpit.export.${id}`)}>
              <p>{t(`cockpit.export.${id}-text`)}</p>
              <MoreLink href={href}>{t(`cockpit.export.${id}-link`)}</MoreLink>
            </Card>
          ))}
        </Grid>
        <p>{t('cockpit.export-secrets')}</p>
      </Stack>
    </>
  )
}
