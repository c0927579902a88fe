import { DataTable, LinkButton, Note, PageHead, Prose, Row, Section, Stack } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import type { Measured, Overview } from '../overview.ts'
import { keepingOf, labelOf, ruleWord, sourceWord, whyOf } from '../say.ts'
import { viewRoles } from '../schema.ts'

type Props = { t: PageT; language: 'de' | 'en'; overview: Overview; now: Date; mayDecide: boolean }

/** For everybody: what is measured, what for, who sees it, how long it stays. */
export function ProtectionPage({ t, language, overview, now, mayDecide }: Props) {
  return (
    <>
      <PageHead title={t('protection.title')} lead={t('protection.lead')}>
        <p class="mr-small mr-muted">{t('protection.version', { version: overview.version, at: now })}</p>
      </PageHead>
      <Stack gap="l">
        <Section id="short" title={t('protection.short')}>
          <Prose>
            <ul>
              <li>{t('protection.short.rooms')}</li>
              <li>{t('protection.short.presence')}</li>
              <li>{t('protection.short.sealed', { n: overview.sealed })}</li>
              <li>{t('protection.short.pupils')}</li>
              <li>{t('protection.short.rights')}</li>
            </ul>
          </Prose>
        </Section>
        <Section id="measured" title={t('protection.measured')}>
          <DataTable
            id="measured-table"
            caption={t('protection.measured')}
            hideCaption
            rows={overview.measured}
            rowKey={({ quantity }) => quantity}
            empty={<p>{t('protection.none')}</p>}
            columns={[
              { key: 'what', head: t('protection.column.what'), rowHead: true, cell: (row) => labelOf(row.quantity, language) },
              { key: 'why', head: t('protection.column.why'), cell: (row) => whyOf(t, row.quantity) },
              { key: 'where', head: t('protection.column.where'), cell: (row) => t('protection.where', row) },
              { key: 'who', head: t('protection.column.who'), cell: (row) => t(`protection.audience.${row.audience}`) },
              { key: 'how-long', head: t('protection.column.how-long'), cell: (row) => keepingOf(t, row, overview.sealedDays) },
              ...(mayDecide ? [{ key: 'change', head: t('protection.settings.change'), cell: (row: Measured) => <a href={`/smart-school/protection/settings/${row.quantity}`} aria-label={t('protection.settings.change-label', { what: labelOf(row.quantity, language) })}>{t('protection.settings.change')}</a> }] : []),
            ]}
          />
        </Section>
        <Section id="roles" title={t('protection.roles')}>
          <Stack>
            <p>{t('protection.roles-text')}</p>
            <DataTable
              id="roles-table"
              caption={t('protection.roles')}
              hideCaption
              rows={overview.measured.filter(({ audience }) => audience !== 'public')}
              rowKey={({ quantity }) => quantity}
              columns={[
                { key: 'what', head: t('protection.column.what'), rowHead: true, cell: (row) => labelOf(row.quantity, language) },
                ...viewRoles.map((role) => ({ key: role, head: t(`protection.role.${role}`), cell: (row: Measured) => t(`protection.resolution.${row.views.find((view) => view.role === role)?.resolution ?? 'none'}`) })),
              ]}
            />
          </Stack>
        </Section>
        <Section id="rules" title={t('protection.rules')}>
          <Stack>
            <p>{t('protection.rules-text')}</p>
            <Prose>
              <ul>
                {overview.ruleKeys
                  .filter(({ enabled }) => enabled)
                  .map((rule) => (
                    <li key={rule.key}>{ruleWord(t, rule)}</li>
                  ))}
              </ul>
            </Prose>
            {overview.presence.length === 0 ? (
              <p>{t('protection.presence-none')}</p>
            ) : (
              <Note kind="warn" level={3} title={t('protection.presence-some')}>
                <Prose>
                  <ul>
                    {overview.presence.map(({ school, reason }) => (
                      <li key={school}>{`${school}: ${reason}`}</li>
                    ))}
                  </ul>
                </Prose>
              </Note>
            )}
            <p>{t('safety.no-fire-alarm')}</p>
          </Stack>
        </Section>
        <Section id="sources" title={t('protection.sources')}>
          {overview.sources.length === 0 ? (
            <p>{t('protection.sources-none')}</p>
          ) : (
            <Prose>
              <ul>
                {overview.sources.map((source) => (
                  <li key={source.kind}>{sourceWord(t, source)}</li>
                ))}
              </ul>
            </Prose>
          )}
        </Section>
        <Row>
          <LinkButton kind="quiet" href="/smart-school/protection/assessment">
            {t('protection.link.assessment')}
          </LinkButton>
          <LinkButton kind="quiet" href="/smart-school/protection/assessment.pdf">
            {t('protection.link.pdf')}
          </LinkButton>
          <a href="/privacy">{t('protection.link.register')}</a>
        </Row>
      </Stack>
    </>
  )
}
