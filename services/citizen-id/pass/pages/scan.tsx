import { Button, ErrorSummary, Form, FormEnd, Island, PageHead, Section, Stack, TextField } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import { PassCamera } from './pass-camera.island.tsx'

export type ScanProps = { t: PageT; csrf: string; origin: string; error: string | undefined; typed: string }

/** From the screen to the phone: with the camera, or by typing eight characters. */
export function ScanPage({ t, csrf, origin, error, typed }: ScanProps) {
  return (
    <>
      {error === undefined ? null : <ErrorSummary title={t.count('form.errors', 1)} errors={[{ field: 'code', text: error }]} />}
      <PageHead title={t('pass.scan')} lead={t('pass.scan-lead')} />
      <Stack gap="l">
        <CodeForm t={t} csrf={csrf} error={error} typed={typed} />
        <Section title={t('pass.camera')} id="camera">
          <Island name="pass-camera" of={PassCamera} props={{ origin, form: 'code-form', words: { start: t('pass.camera-start'), stop: t('pass.camera-stop'), script: t('pass.camera-script'), looking: t('pass.camera-looking'), denied: t('pass.camera-denied'), foreign: t('pass.camera-foreign') } }} />
        </Section>
      </Stack>
    </>
  )
}

export function CodeForm({ t, csrf, error, typed }: { t: PageT; csrf: string; error: string | undefined; typed: string }) {
  return (
    <Form action="/pass/open" csrf={csrf} id="code-form">
      <TextField name="code" label={t('pass.code')} hint={t('pass.code-hint')} value={typed} error={error} maxLength={20} width={10} autocomplete="off" />
      <FormEnd>
        <Button id="open-code">{t('pass.open-go')}</Button>
      </FormEnd>
    </Form>
  )
}
