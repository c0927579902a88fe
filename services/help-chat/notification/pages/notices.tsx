import { Button, Checkbox, ErrorSummary, Form, FormEnd, Island, LinkButton, Note, PageHead, Section, Select, Stack } from '@modellregion/ui'
import type { FormErrors } from '@modellregion/kernel/rules'
import type { PageT } from '../../locales/index.ts'
import type { Wish } from '../schema.ts'
import { HelpDeskPush, type HelpDeskPushProps } from './help-desk-push.island.tsx'

export type NoticesPageProps = { t: PageT; csrf: string; wish: Wish; devices: number; errors: FormErrors; isSaved: boolean; island: HelpDeskPushProps }

const hours = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`)

/** How a confidant is told that there is something new. Complete without script; only a device needs it, because a device must ask by itself. */
export function NoticesPage({ t, csrf, wish, devices, errors, isSaved, island }: NoticesPageProps) {
  const listed = Object.entries(errors).map(([field, text]) => ({ field, text }))
  const choices = hours.map((hour) => ({ value: hour, label: t('notification.hour', { hour: Number(hour.slice(0, 2)) }) }))
  return (
    <>
      {listed.length > 0 ? <ErrorSummary title={t.count('form.errors', listed.length)} errors={listed} /> : null}
      <PageHead title={t('notification.title')} lead={t('notification.lead')} />
      {isSaved ? <Note kind="ok" level={0} role="status" title={t('notification.saved')} /> : null}
      <Form action="/help-chat/desk/notices" csrf={csrf}>
        <Checkbox name="byLetter" label={t('notification.by-letter')} hint={t('notification.by-letter-hint')} checked={wish.byLetter} />
        <Checkbox name="byPush" label={t('notification.by-push')} hint={t('notification.by-push-hint')} checked={wish.byPush} />
        <Select name="quietFrom" label={t('notification.quiet-from')} hint={t('notification.quiet-hint')} choices={choices} empty={t('notification.quiet-never')} value={wish.quietFrom ?? undefined} error={errors['quietFrom']} />
        <Select name="quietUntil" label={t('notification.quiet-until')} choices={choices} empty={t('notification.quiet-never')} value={wish.quietUntil ?? undefined} />
        <FormEnd>
          <Button>{t('notification.save')}</Button>
          <LinkButton kind="bare" href="/help-chat/desk">
            {t('notification.back')}
          </LinkButton>
        </FormEnd>
      </Form>
      <Section id="devices" title={t('notification.devices')}>
        <Stack>
          <p>{t.count('notification.device-count', devices)}</p>
          <Note level={3} title={t('notification.push-warning-title')}>
            {t('notification.push-warning')}
          </Note>
          <Island name="help-desk-push" of={HelpDeskPush} props={island} />
          {devices > 0 ? (
            <Form action="/help-chat/desk/notices/devices/forget" csrf={csrf} bare>
              <Button kind="quiet">{t('notification.forget-devices')}</Button>
            </Form>
          ) : null}
        </Stack>
      </Section>
    </>
  )
}
