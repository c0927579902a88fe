import { EmptyState, LinkButton, MoreLink, Note, PageHead, Result, ResultList, Row, Stack, Tag } from '@modellregion/ui'
import type { Matter } from '../../boot/service.ts'
import type { Say } from '../../i18n/index.ts'
import type { KernelWords } from '../../locales/index.ts'

type Props = { t: Say<KernelWords>; matters: readonly { matter: Matter; service: string }[]; /** Names of services that did not answer. */ missing: readonly string[]; /** Where the town keeps the accounts of its people, when a service does. */ identity: { href: string; name: string } | undefined; mayAdminister: boolean }

/** What the person has going on in all services, the next date first. */
export function MattersPage({ t, matters, missing, identity, mayAdminister }: Props) {
  return (
    <>
      <PageHead title={t('portal.matters')} lead={t('portal.matters-lead')}>
        <Row>
          {identity ? <MoreLink href={identity.href}>{identity.name}</MoreLink> : null}
          <MoreLink href="/account">{t('frame.account')}</MoreLink>
          {mayAdminister ? <MoreLink href="/admin">{t('frame.admin')}</MoreLink> : null}
        </Row>
      </PageHead>
      <Stack gap="l">
        {missing.map((service) => (
          <Note key={service} kind="warn" level={2} title={t('portal.status-trouble')}>
            {t('portal.matters-missing', { service })}
          </Note>
        ))}
        {matters.length > 0 ? (
          <ResultList>
            {matters.map(({ matter, service }) => (
              <Result
                key={matter.href}
                level={2}
                href={matter.href}
                title={matter.title}
                summary={matter.note}
                status={<Tag kind={matter.tone}>{matter.status}</Tag>}
                meta={[...(matter.due ? [{ text: t('portal.matter-due', { date: matter.due }), icon: 'calendar' as const }] : []), { text: service }]}
              />
            ))}
          </ResultList>
        ) : missing.length === 0 ? (
          <EmptyState
            level={2}
            icon="inbox"
            title={t('portal.matters-none-title')}
            text={t('portal.matters-none')}
            actions={
              <LinkButton kind="quiet" href="/services">
                {t('portal.services-all')}
              </LinkButton>
            }
          />
        ) : null}
      </Stack>
    </>
  )
}
