import type { MandateClaim } from '@modellregion/contracts'
import { Button, DescriptionList, Form, FormEnd, LinkButton, PageHead } from '@modellregion/ui'
import type { Say } from '../../i18n/index.ts'
import type { KernelWords } from '../../locales/index.ts'

type Props = { t: Say<KernelWords>; csrf: string; mandate: MandateClaim; services: readonly string[]; back: string; switchAt: string }

/** Says for whom the person acts, how far that reaches, and how it ends. */
export function ActingPage({ t, csrf, mandate, services, back, switchAt }: Props) {
  const entries = [
    { term: t('acting.as'), value: t(`acting.kind.${mandate.kind}`) },
    { term: t('acting.scope'), value: mandate.scope.length === 0 ? t('acting.scope-all') : t.format.list(services) },
    { term: t('acting.until'), value: mandate.until === undefined ? t('acting.until-revoked') : t.format.dateTime(new Date(mandate.until)) },
  ]
  return (
    <>
      <PageHead title={t('frame.acting-for', { name: mandate.principal.name })} lead={t('acting.lead', { name: mandate.principal.name })} />
      <DescriptionList entries={entries} />
      <Form action="/acting/end" csrf={csrf} hidden={{ return: back }}>
        <FormEnd>
          <Button>{t('acting.end')}</Button>
          <LinkButton kind="quiet" href={switchAt}>
            {t('acting.switch')}
          </LinkButton>
        </FormEnd>
      </Form>
    </>
  )
}
