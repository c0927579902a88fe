import { Button, ConfirmPage, EmptyState, ErrorSummary, Form, FormEnd, LinkButton, Note, PageHead, Section, Select } from '@modellregion/ui'
import { encodeQR } from 'qr'
import type { PageT } from '../../locales/index.ts'
import type { Thing } from '../../store/schema.ts'
import type { Display } from '../schema.ts'

export type DisplaysProps = {
  t: PageT
  csrf: string
  action: string
  rooms: readonly Thing[]
  displays: readonly (Display & { room: string; href: string })[]
  made: boolean
  error?: string | undefined
  chosen?: string | undefined
}

/** Class displays of a school: made, shown as a code for the camera, and switched off. */
export function DisplaysPage({ t, csrf, action, rooms, displays, made, error, chosen }: DisplaysProps) {
  return (
    <>
      <ErrorSummary title={t.count('form.errors', 1)} errors={error ? [{ field: 'room', text: error }] : []} />
      <PageHead title={t('air.displays.title')} lead={t('air.displays.lead')} />
      {made ? <Note kind="ok" role="status" title={t('air.displays.made')} level={0} /> : null}
      <Form action={action} csrf={csrf}>
        <Select name="room" label={t('air.displays.room')} empty={t('air.displays.choose')} value={chosen} error={error} choices={rooms.map(({ id, name }) => ({ value: String(id), label: name }))} />
        <FormEnd>
          <Button>{t('air.displays.make')}</Button>
        </FormEnd>
      </Form>
      <Section id="in-use" title={t('air.displays.list')}>
        {displays.length === 0 ? (
          <EmptyState level={3} icon="device" title={t('air.displays.none')} text={t('air.displays.none-next')} />
        ) : (
          <div class="mr-grid">
            {displays.map(({ id, room, href, createdAt }) => (
              <div key={id} class="mr-stack">
                <h3>{room}</h3>
                <CodePicture text={href} label={t('air.displays.code', { room })} />
                <p>
                  <span class="mr-muted">{t('air.displays.address')}:</span> <code>{href.replace(/^https?:\/\//, '')}</code>
                </p>
                <p class="mr-small mr-muted">{t('air.displays.since', { at: createdAt })}</p>
                <div class="mr-row">
                  <LinkButton kind="quiet" href={href}>
                    {t('air.displays.open', { room })}
                  </LinkButton>
                  <LinkButton kind="bare" href={`${action}/${id}/revoke`}>
                    {t('air.displays.revoke', { room })}
                  </LinkButton>
                </div>
              </div>
            ))}
          </div>
        )}
      </Section>
    </>
  )
}

/** A code for the camera of the screen's browser: always dark on light, with its quiet zone. */
function CodePicture({ text, label }: { text: string; label: string }) {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 4 })
  const path = rows.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${rows.length} ${rows.length}`} width="220" height="220" shape-rendering="crispEdges">
      <rect width={rows.length} height={rows.length} fill="white" />
      <path d={path} fill="black" />
    </svg>
  )
}

/** Asked once more, because screens go dark. */
export function RevokeDisplayPage({ t, csrf, room, action, back }: { t: PageT; csrf: string; room: string; action: string; back: string }) {
  return (
    <ConfirmPage title={t('air.displays.revoke-title')} text={t('air.displays.revoke-text', { room })}>
      <Form action={action} csrf={csrf} bare>
        <Button kind="danger">{t('air.displays.revoke-yes')}</Button>
      </Form>
      <LinkButton kind="quiet" href={back}>
        {t('air.displays.revoke-no')}
      </LinkButton>
    </ConfirmPage>
  )
}
