import { Button, DataTable, Form, LinkButton, Note, PageHead, Row, Select, Stack, Tag } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import type { School } from '../../store/schema.ts'
import { aboutPeople } from '../rules/ready.ts'
import type { Rule } from '../schema.ts'
import { SeverityTag } from './parts.tsx'
import { conditionOf, ruleName } from './rule-words.ts'

type Props = { t: PageT; rules: readonly Rule[]; schools: readonly School[]; school: School | undefined; mayChange: boolean; done: string | undefined }

/** All rules as they count for the town or for a school. */
export function RulesPage({ t, rules, schools, school, mayChange, done }: Props) {
  const of = school ? `?school=${school.slug}` : ''
  return (
    <>
      {done === 'saved' || done === 'reset' ? <Note kind="ok" role="status" level={0} title={t(done === 'saved' ? 'alarm.edit.saved' : 'alarm.edit.reset-done')} /> : null}
      <PageHead title={t('alarm.rules.title')} lead={school ? t('alarm.rules.lead-school', { school: school.name }) : t('alarm.rules.lead')} />
      <Stack gap="l">
        <Form action="/smart-school/alarms/rules" method="get">
          <Select name="school" label={t('alarm.rules.scope')} value={school?.slug ?? ''} empty={t('alarm.rules.town')} choices={schools.map(({ slug, name }) => ({ value: slug, label: name }))} />
          <Row>
            <Button kind="quiet">{t('alarm.rules.show')}</Button>
          </Row>
        </Form>
        <DataTable
          id="rules"
          caption={t('alarm.rules.caption')}
          hideCaption
          rows={rules}
          rowKey={({ key }) => key}
          columns={[
            {
              key: 'rule',
              head: t('alarm.rules.column.rule'),
              rowHead: true,
              cell: (rule) => (mayChange && !aboutPeople.has(rule.key) ? <a href={`/smart-school/alarms/rule/${rule.key}${of}`}>{ruleName(t, rule)}</a> : ruleName(t, rule)),
            },
            { key: 'condition', head: t('alarm.rules.column.condition'), cell: (rule) => (aboutPeople.has(rule.key) ? t('alarm.rules.presence') : conditionOf(t, rule)) },
            { key: 'severity', head: t('alarm.rules.column.severity'), nowrap: true, cell: (rule) => <SeverityTag t={t} severity={rule.severity} /> },
            {
              key: 'state',
              head: t('alarm.rules.column.state'),
              cell: (rule) => (
                <>
                  {aboutPeople.has(rule.key) ? null : <Tag kind={rule.enabled ? 'ok' : 'warn'}>{t(rule.enabled ? 'alarm.rules.on' : 'alarm.rules.off')}</Tag>} {rule.schoolId !== null ? <Tag>{t('alarm.rules.of-school')}</Tag> : null}
                </>
              ),
            },
          ]}
        />
        {mayChange ? (
          <p>
            <LinkButton kind="quiet" href={`/smart-school/alarms/rule/new${of}`}>
              {t('alarm.rules.new')}
            </LinkButton>
          </p>
        ) : null}
      </Stack>
    </>
  )
}
