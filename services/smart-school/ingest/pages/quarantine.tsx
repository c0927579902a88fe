import { Button, Chip, CodeBlock, DataTable, DescriptionList, EmptyState, Form, Hidden, Island, LinkButton, Note, PageHead, Pagination, Stack, Tabs } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import type { Quarantined, QuarantineReason } from '../schema.ts'

type Props = {
  t: PageT
  csrf: string
  entries: readonly Quarantined[]
  counts: readonly { reason: QuarantineReason; count: number }[]
  reason: QuarantineReason | undefined
  devEui: string | undefined
  page: number
  hasMore: boolean
  done: { taken: number; left: number; deleted: number } | undefined
  mayClear: boolean
  mayRegister: boolean
}

/** Everything refused, by reason; what can be done stands beside it. */
export function QuarantinePage({ t, csrf, entries, counts, reason, devEui, page, hasMore, done, mayClear, mayRegister }: Props) {
  const address = (wanted: QuarantineReason | undefined, at = 1) => `/smart-school/quarantine?${new URLSearchParams({ ...(wanted && { reason: wanted }), ...(devEui && { device: devEui }), page: String(at) })}`
  return (
    <>
      {done ? <Note kind={done.left > 0 ? 'warn' : 'ok'} level={0} role="status" title={done.deleted > 0 ? t('ingest.quarantine.deleted', { count: done.deleted }) : t('ingest.quarantine.retried', done)} /> : null}
      <PageHead title={t('ingest.quarantine.title')} lead={t('ingest.quarantine.lead')} />
      <Stack gap="l">
        {counts.length === 0 ? null : (
          <Tabs
            label={t('ingest.quarantine.reasons')}
            tabs={[{ href: address(undefined), label: t('ingest.quarantine.all'), count: counts.reduce((sum, { count }) => sum + count, 0), current: reason === undefined }, ...counts.map((one) => ({ href: address(one.reason), label: t(`ingest.reason.${one.reason}`), count: one.count, current: one.reason === reason }))]}
          />
        )}
        {devEui === undefined ? null : (
          <p>
            <Chip href="/smart-school/quarantine" remove={t('ingest.quarantine.remove')}>
              {devEui}
            </Chip>
          </p>
        )}
        {reason === undefined ? null : <p>{t(`ingest.reason-next.${reason}`)}</p>}
        {mayClear && reason !== undefined && entries.length > 0 ? (
          <Form action="/smart-school/quarantine" csrf={csrf} bare>
            <Hidden name="reason" value={reason} />
            {devEui === undefined ? null : <Hidden name="device" value={devEui} />}
            <div class="mr-row">
              <Button name="act" value="retry">
                {t('ingest.quarantine.retry-all')}
              </Button>
              <Button kind="quiet" name="act" value="delete">
                {t('ingest.quarantine.delete-all')}
              </Button>
            </div>
          </Form>
        ) : null}
        <DataTable
          id="quarantine"
          caption={t('ingest.quarantine.title')}
          hideCaption
          rows={entries}
          rowKey={({ id }) => id}
          empty={<EmptyState level={2} icon="ok" title={t('ingest.quarantine.empty')} text={t('ingest.quarantine.empty-text')} />}
          columns={[
            { key: 'at', head: t('ingest.quarantine.at'), nowrap: true, cell: ({ lastAt }) => t('ingest.at', { at: lastAt }) },
            { key: 'reason', head: t('ingest.quarantine.reason'), rowHead: true, cell: ({ id, reason: why }) => <a href={`/smart-school/quarantine/${id}`}>{t(`ingest.reason.${why}`)}</a> },
            { key: 'source', head: t('ingest.source.one'), cell: ({ source }) => source },
            { key: 'device', head: t('ingest.quarantine.device'), cell: ({ devEui: eui, reason: why }) => (eui === null ? '–' : <Device t={t} eui={eui} isUnknown={why === 'unknown-device'} mayRegister={mayRegister} />) },
            { key: 'count', head: t('ingest.quarantine.count'), align: 'end', cell: ({ count }) => t('ingest.count', { count }) },
          ]}
        />
        {page > 1 || hasMore ? <Pagination label={t('ingest.quarantine.pages')} page={page} pages={hasMore ? page + 1 : page} href={(to) => address(reason, to)} words={{ page: t('ingest.page'), next: t('ingest.next'), previous: t('ingest.previous') }} /> : null}
      </Stack>
    </>
  )
}

function Device({ t, eui, isUnknown, mayRegister }: { t: PageT; eui: string; isUnknown: boolean; mayRegister: boolean }) {
  const register = mayRegister ? <a href={`/smart-school/device/new?eui=${eui}`}>{t('ingest.quarantine.register')}</a> : null
  return (
    <>
      <code>{eui}</code> {isUnknown ? register : <a href={`/smart-school/source/frames/${eui}`}>{t('ingest.frames.link')}</a>}
    </>
  )
}

type EntryProps = { t: PageT; csrf: string; entry: Quarantined; canRetry: boolean; mayClear: boolean; mayRegister: boolean }

/** One refused thing, with as much of it as was kept. */
export function QuarantineEntryPage({ t, csrf, entry, canRetry, mayClear, mayRegister }: EntryProps) {
  const { id, reason, detail, source, topic, devEui, payload, size, count, firstAt, lastAt } = entry
  const text = payload.toString('utf8')
  return (
    <>
      <PageHead title={t(`ingest.reason.${reason}`)} lead={t(`ingest.reason-next.${reason}`)} />
      <Stack gap="l">
        <DescriptionList
          entries={[
            { term: t('ingest.source.one'), value: source },
            ...(topic === '' ? [] : [{ term: t('ingest.quarantine.topic'), value: topic }]),
            ...(devEui === null ? [] : [{ term: t('ingest.quarantine.device'), value: <Device t={t} eui={devEui} isUnknown={reason === 'unknown-device'} mayRegister={mayRegister} /> }]),
            ...(detail === '' ? [] : [{ term: t('ingest.quarantine.detail'), value: <code>{detail}</code> }]),
            { term: t('ingest.quarantine.first'), value: t('ingest.at', { at: firstAt }) },
            { term: t('ingest.quarantine.at'), value: t('ingest.at', { at: lastAt }) },
            { term: t('ingest.quarantine.count'), value: t('ingest.count', { count }) },
          ]}
        />
        {payload.length === 0 ? null : <Island name="code-block" of={CodeBlock} props={{ code: text.includes('�') ? payload.toString('hex') : text, label: t('ingest.quarantine.payload'), words: { copy: t('ingest.copy'), copied: t('ingest.copied') } }} />}
        {size > payload.length ? <p class="mr-small mr-muted">{t('ingest.quarantine.cut', { kept: payload.length, size })}</p> : null}
        {mayClear ? (
          <Form action="/smart-school/quarantine" csrf={csrf} bare>
            <Hidden name="id" value={id} />
            <div class="mr-row">
              {canRetry ? (
                <Button name="act" value="retry">
                  {t('ingest.quarantine.retry')}
                </Button>
              ) : null}
              <Button kind="quiet" name="act" value="delete">
                {t('ingest.quarantine.delete')}
              </Button>
              <LinkButton href="/smart-school/quarantine" kind="bare">
                {t('action.back')}
              </LinkButton>
            </div>
          </Form>
        ) : null}
      </Stack>
    </>
  )
}
