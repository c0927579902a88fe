import { Button, Form, FormEnd, PageHead, Stack } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'

type Props = { t: PageT; csrf: string; action: string; /** Only this browser's form may end its session. */ xsrf: string; office: string | undefined }

/** A service has signed somebody out: the account as well? */
export function SignOutPage({ t, csrf, action, xsrf, office }: Props) {
  return (
    <>
      <PageHead title={t('provider.sign-out-title')} lead={office === undefined || office === '' ? t('provider.sign-out-lead-plain') : t('provider.sign-out-lead', { office })} />
      <Stack gap="m">
        <p>{t('provider.sign-out-shared')}</p>
        <Form action={action} csrf={csrf}>
          <input type="hidden" name="xsrf" value={xsrf} />
          <input type="hidden" name="logout" value="yes" />
          <FormEnd>
            <Button>{t('provider.sign-out-all')}</Button>
          </FormEnd>
        </Form>
        <Form action={action} csrf={csrf} bare>
          <input type="hidden" name="xsrf" value={xsrf} />
          <Button kind="quiet">{t('provider.sign-out-stay')}</Button>
        </Form>
      </Stack>
    </>
  )
}
