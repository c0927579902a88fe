import { Accordion, Button, CodeBlock, DataTable, DescriptionList, Form, FormEnd, Island, Note, Panel, Stack, TextArea, TextField } from '@modellregion/ui'
import { quantityOf } from '../../quantity/quantity.ts'
import type { PageT } from '../../locales/index.ts'
import { base64Of, hexOf } from '../rules/examples.ts'
import type { Codec, Decoded, Encoded, FailedFrame } from '../schema.ts'
import { codecHref, failureText } from './parts.tsx'

export type TryProps = { t: PageT; codec: Codec; typed: { bytes: string; port: string; variables: string }; bad: boolean; outcome: { decoded: Decoded; ms: number } | undefined; failedFrames: readonly FailedFrame[] }

const pretty = (value: unknown): string => JSON.stringify(value, null, 2) ?? ''

/** A plain GET form: an attempt has an address that can be passed on. */
export function TryPanel({ t, codec, typed, bad, outcome, failedFrames }: TryProps) {
  return (
    <Panel title={t('codec.try.title')}>
      <p>{t('codec.try.lead')}</p>
      <Form action={`${codecHref(codec.id)}#attempt`} method="get" id="attempt" hidden={{ version: String(codec.version) }}>
        <TextArea name="bytes" label={t('codec.try.bytes')} hint={t('codec.try.bytes-hint')} value={typed.bytes} rows={2} error={bad ? t('codec.try.bad-bytes') : undefined} />
        <TextField name="port" label={t('codec.try.port')} value={typed.port} numeric width={4} />
        <TextArea name="variables" label={t('codec.try.variables')} hint={t('codec.try.variables-hint')} optional={t('codec.form.optional')} value={typed.variables} rows={2} />
        <FormEnd>
          <Button>{t('codec.try.go')}</Button>
        </FormEnd>
      </Form>
      {outcome ? <Outcome t={t} {...outcome} /> : null}
      {failedFrames.length > 0 ? (
        <div class="mr-stack-s">
          <h3>{t('codec.try.failed-frames')}</h3>
          <ul>
            {failedFrames.map(({ devEui, at, fPort, payload }) => (
              <li key={`${devEui}${at.toISOString()}`}>
                <a href={`${codecHref(codec.id)}?version=${codec.version}&bytes=${payload.toString('hex')}&port=${fPort}#attempt`}>{t('codec.try.failed-frame', { device: devEui, at })}</a>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </Panel>
  )
}

function Outcome({ t, decoded, ms }: { t: PageT; decoded: Decoded; ms: number }) {
  if (!decoded.ok) return <Note kind="bad" level={3} role="status" title={t('codec.checked.bad')}>{failureText(t, decoded)}</Note>
  return (
    <Stack>
      <Note kind="ok" level={3} role="status" title={t('codec.try.result')}>{t('codec.try.time', { ms })}</Note>
      {decoded.warnings.length > 0 ? <Note kind="warn" level={3} title={t('codec.try.warnings')}>{decoded.warnings.join(' ')}</Note> : null}
      {decoded.measures.length === 0 ? (
        <p>{t('codec.try.no-measures')}</p>
      ) : (
        <DataTable
          id="measures"
          caption={t('codec.try.measures')}
          rows={decoded.measures}
          rowKey={({ channel, ageSeconds }) => `${channel} ${ageSeconds ?? 0}`}
          columns={[
            { key: 'channel', head: t('codec.try.channel'), rowHead: true, cell: ({ channel }) => channel },
            { key: 'quantity', head: t('codec.try.quantity'), cell: ({ quantity }) => quantityOf(quantity).label[t.locale === 'en' ? 'en' : 'de'] },
            { key: 'value', head: t('codec.try.value'), align: 'end', cell: ({ quantity, value }) => `${t.format.number(value)} ${quantityOf(quantity).unit?.symbol ?? ''}`.trim() },
            { key: 'age', head: t('codec.try.age'), align: 'end', cell: ({ ageSeconds }) => (ageSeconds ? t('codec.try.seconds', { n: ageSeconds }) : t('codec.try.now')) },
          ]}
        />
      )}
      <h3>{t('codec.try.data')}</h3>
      <Code t={t} label={t('codec.try.data')} code={pretty(decoded.data)} />
    </Stack>
  )
}

export type SendProps = { t: PageT; codec: Codec; typed: string; bad: boolean; encoded: Encoded | undefined }

export function SendPanel({ t, codec, typed, bad, encoded }: SendProps) {
  return (
    <Panel title={t('codec.send.title')}>
      <p>{t('codec.send.lead')}</p>
      <Form action={`${codecHref(codec.id)}#order`} method="get" id="order" hidden={{ version: String(codec.version) }}>
        <TextArea name="send" label={t('codec.send.data')} hint={t('codec.send.data-hint')} value={typed} rows={2} error={bad ? t('codec.send.bad-json') : undefined} />
        <FormEnd>
          <Button kind="quiet">{t('codec.send.go')}</Button>
        </FormEnd>
      </Form>
      {encoded ? <Order t={t} encoded={encoded} /> : null}
    </Panel>
  )
}

// Application and device are the network server's: the reader fills them in.
const commandTopic = ['application', '…', 'device', '…', 'command', 'down'].join('/')

function Order({ t, encoded }: { t: PageT; encoded: Encoded }) {
  if (!encoded.ok) return <Note kind="bad" level={3} role="status" title={t('codec.checked.bad')}>{failureText(t, encoded)}</Note>
  if (encoded.bytes.length === 0) return <Note level={3} role="status" title={t('codec.send.empty')} />
  // What ChirpStack v4 takes on application/{id}/device/{devEui}/command/down.
  const message = { devEui: '…', confirmed: false, fPort: encoded.fPort, data: base64Of(encoded.bytes) }
  return (
    <Stack>
      <DescriptionList
        entries={[
          { term: t('codec.send.hex'), value: <code>{hexOf(encoded.bytes)}</code> },
          { term: t('codec.send.base64'), value: <code>{base64Of(encoded.bytes)}</code> },
          { term: t('codec.try.port'), value: encoded.fPort },
          { term: t('codec.send.topic'), value: <code>{commandTopic}</code> },
        ]}
      />
      <Code t={t} label={t('codec.send.message')} code={pretty(message)} />
    </Stack>
  )
}

/** The program itself, folded: it is long, and who looks for it finds it by its name. */
export const ProgramPanel = ({ t, codec }: { t: PageT; codec: Codec }) => <Accordion items={[{ title: t('codec.program.title'), body: <Code t={t} label={t('codec.program.title')} code={codec.program} /> }]} />

const Code = ({ t, label, code }: { t: PageT; label: string; code: string }) => <Island name="code-block" of={CodeBlock} props={{ code, label, words: { copy: t('codec.copy'), copied: t('codec.copied') } }} />
