import { Button, DataTable, Form, PageHead, Stack, Tag } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import type { PlanVersion, TownPlan } from '../schema.ts'

export type VersionsProps = { t: PageT; csrf: string; href: string; plan: TownPlan; versions: readonly PlanVersion[] }

/** All versions of a plan; an earlier one can be read and brought back. Taking the plan out of use stands here too. */
export function PlanVersionsPage({ t, csrf, href, plan, versions }: VersionsProps) {
  return (
    <>
      <PageHead title={t('lesson-plan.versions.of', { name: plan.title })} lead={t('lesson-plan.versions.lead')} />
      <Stack gap="l">
        <DataTable
          id="versions"
          caption={t('lesson-plan.versions.title')}
          hideCaption
          rows={versions}
          rowKey={({ version }) => String(version)}
          columns={[
            { key: 'version', head: t('lesson-plan.versions.version'), rowHead: true, cell: ({ version }) => <a href={version === plan.version ? href : `${href}?version=${version}`}>{t('lesson-plan.versions.number', { version })}</a> },
            { key: 'written', head: t('lesson-plan.versions.written'), nowrap: true, cell: ({ createdAt }) => t.format.dateTime(createdAt) },
            { key: 'note', head: t('lesson-plan.field.note'), cell: ({ note }) => note || '–' },
            {
              key: 'state',
              head: t('lesson-plan.versions.state'),
              cell: ({ version }) =>
                version === plan.version ? (
                  <Tag kind="ok">{t('lesson-plan.versions.current')}</Tag>
                ) : (
                  <Form action={`${href}/restore`} csrf={csrf} hidden={{ version: String(version) }} bare>
                    <Button kind="quiet">{t('lesson-plan.versions.restore', { version })}</Button>
                  </Form>
                ),
            },
          ]}
        />
        {plan.retiredAt === null ? (
          <Stack>
            <p>{t('lesson-plan.retire-note')}</p>
            <Form action={`${href}/retire`} csrf={csrf} bare>
              <Button kind="quiet">{t('lesson-plan.retire')}</Button>
            </Form>
          </Stack>
        ) : (
          <Form action={`${href}/return`} csrf={csrf} bare>
            <Button kind="quiet">{t('lesson-plan.return')}</Button>
          </Form>
        )}
      </Stack>
    </>
  )
}
