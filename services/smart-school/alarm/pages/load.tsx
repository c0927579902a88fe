import { DataTable, Note, PageHead, Section, Stack } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import type { Load, Loudness, Rule } from '../schema.ts'
import { ruleName } from './rule-words.ts'

type Props = {
  t: PageT
  people: readonly Load[]
  names: ReadonlyMap<string, string>
  budgets: ReadonlyMap<string, number>
  usualBudget: number
  loud: readonly Loudness[]
  rules: ReadonlyMap<string, readonly Rule[]>
}

/** Who gets how much, which rule is the loudest, and how it could be quieter. */
export function LoadPage({ t, people, names, budgets, usualBudget, loud, rules }: Props) {
  const ids = [...new Set(people.map(({ accountId }) => accountId))]
  const count = (id: string, ...states: string[]): number => people.filter(({ accountId, state }) => accountId === id && states.includes(state)).reduce((sum, { n }) => sum + n, 0)
  const nameOf = (row: Loudness): string => {
    const rule = row.ruleKey === null ? undefined : rules.get(row.ruleKey)?.at(-1)
    return rule ? ruleName(t, rule) : (t.find(`alarm.kind.${row.kind}`) ?? row.kind)
  }
  const soft = loud.find(({ ruleKey, alarms, unseen }) => ruleKey !== null && alarms >= 5 && unseen * 2 >= alarms && rules.get(ruleKey)?.[0]?.condition.type === 'threshold')
  const minutes = soft?.ruleKey ? longer(rules.get(soft.ruleKey)?.at(-1)) : undefined
  return (
    <>
      <PageHead title={t('alarm.load.title')} lead={t('alarm.load.lead')} />
      <Stack gap="l">
        {soft && minutes !== undefined ? (
          <Note kind="info" title={t('alarm.load.soften')}>
            <p>{t('alarm.load.soften-text', { rule: nameOf(soft), alarms: soft.alarms, share: soft.unseen / soft.alarms })}</p>
            <p>
              <a href={`/smart-school/alarms/rule/${soft.ruleKey}?onMinutes=${minutes}`}>{t('alarm.load.soften-try', { minutes })}</a>
            </p>
          </Note>
        ) : null}
        <Section id="people" title={t('alarm.load.people')}>
          <DataTable
            id="people-table"
            caption={t('alarm.load.people')}
            hideCaption
            rows={ids}
            rowKey={(id) => id}
            empty={<p class="mr-muted">{t('alarm.load.none')}</p>}
            columns={[
              { key: 'person', head: t('alarm.load.person'), rowHead: true, cell: (id) => names.get(id) || t('alarm.notice.unknown') },
              { key: 'sent', head: t('alarm.load.sent'), align: 'end', cell: (id) => count(id, 'sent') },
              { key: 'bundled', head: t('alarm.load.bundled'), align: 'end', cell: (id) => count(id, 'bundled', 'digested') },
              { key: 'waited', head: t('alarm.load.waited'), align: 'end', cell: (id) => count(id, 'waiting', 'dropped') },
              { key: 'budget', head: t('alarm.load.budget'), align: 'end', cell: (id) => budgets.get(id) ?? usualBudget },
            ]}
          />
        </Section>
        <Section id="rules" title={t('alarm.load.rules')}>
          <DataTable
            id="rules-table"
            caption={t('alarm.load.rules')}
            hideCaption
            rows={loud}
            rowKey={(row) => `${row.ruleKey} ${row.kind}`}
            empty={<p class="mr-muted">{t('alarm.load.rules-none')}</p>}
            columns={[
              { key: 'rule', head: t('alarm.rules.column.rule'), rowHead: true, cell: (row) => (row.ruleKey === null ? nameOf(row) : <a href={`/smart-school/alarms/rule/${row.ruleKey}`}>{nameOf(row)}</a>) },
              { key: 'alarms', head: t('alarm.load.alarms'), align: 'end', cell: (row) => row.alarms },
              { key: 'notices', head: t('alarm.load.notices'), align: 'end', cell: (row) => row.notices },
              { key: 'unseen', head: t('alarm.load.unseen'), align: 'end', cell: (row) => row.unseen },
            ]}
          />
        </Section>
      </Stack>
    </>
  )
}

/** Twice the wait, at least half an hour: long enough for what goes by itself. */
const longer = (rule: Rule | undefined): number | undefined => (rule?.condition.type === 'threshold' ? Math.max(30, rule.condition.onMinutes * 2) : undefined)
