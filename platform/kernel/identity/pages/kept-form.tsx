import { Button, Form, PageHead } from '@modellregion/ui'
import type { Say } from '../../i18n/index.ts'
import type { KernelWords } from '../../locales/index.ts'

type Props = { t: Say<KernelWords>; csrf: string; action: string; fields: readonly [string, string][] }

export function KeptFormPage({ t, csrf, action, fields }: Props) {
  return (
    <>
      <PageHead title={t('identity.kept-title')} lead={t('identity.kept-lead')} />
      <Form action={action} csrf={csrf}>
        {fields.map(([name, value], place) => (
          <input key={place} type="hidden" name={name} value={value} />
        ))}
        <Button>{t('identity.kept-send')}</Button>
      </Form>
    </>
  )
}
