import { Button, Form, LinkButton, Note, Stack } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import type { OpenHint } from '../hints.ts'

/** Sensors that look as if they hung elsewhere, each with the way into the wizard and a way to say no. */
export function HintNotes({ t, csrf, hints, level }: { t: PageT; csrf: string; hints: readonly OpenHint[]; level: 2 | 3 }) {
  if (hints.length === 0) return null
  return (
    <Stack>
      {hints.map((hint) => (
        <Note key={hint.id} kind="warn" level={level} title={t('device.hint.title', { device: hint.deviceName })}>
          <p>{t('device.hint.text', { from: hint.hangsAt, like: hint.looksLike, since: hint.since })}</p>
          <div class="mr-row">
            <LinkButton kind="quiet" href={`/smart-school/device/move?device=${hint.devEui}&channel=*&place=${hint.placeId}&since=${hint.since.toISOString()}`}>
              {t('device.hint.move')}
            </LinkButton>
            <Form action={`/smart-school/device/hint/${hint.id}/dismiss`} csrf={csrf} bare>
              <Button kind="bare">{t('device.hint.dismiss')}</Button>
            </Form>
          </div>
        </Note>
      ))}
    </Stack>
  )
}
