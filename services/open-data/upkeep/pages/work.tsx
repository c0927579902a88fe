import { Button, Checkbox, DataTable, EmptyState, Form, FormEnd, PageHead, Section, Stack } from '@modellregion/ui'
import type { T } from '../../locales/index.ts'
import { frequencies, labelOf } from '../../vocabulary/lists.ts'
import type { BrokenAddress, LateDataset } from '../schema.ts'

export type WorkProps = { t: T; csrf: string; late: readonly LateDataset[]; broken: readonly BrokenAddress[]; missed: readonly { q: string; n: number }[]; wantsReport: boolean; /** Of all publishers, not only the person's own. */ all: boolean }

/** The lists to work on: what is late, what cannot be reached, what people look for in vain. */
export function WorkPage(props: WorkProps) {
  const { t, all } = props
  return (
    <>
      <PageHead title={t('upkeep.work.title')} lead={t(all ? 'upkeep.work.lead-all' : 'upkeep.work.lead')} />
      <div class="mr-stack-l">
        <Late {...props} />
        <Broken {...props} />
        <Missed {...props} />
        <Report {...props} />
      </div>
    </>
  )
}

const link = (name: string, title: string) => <a href={`/open-data/dataset/${name}`}>{title}</a>

function Late({ t, late }: WorkProps) {
  return (
    <Section id="late" title={t('upkeep.work.late', { n: late.length })}>
      {late.length === 0 ? (
        <EmptyState level={3} icon="data" title={t('upkeep.work.late-none')} text={t('upkeep.work.late-none-next')} />
      ) : (
        <DataTable
          id="late-table"
          caption={t('upkeep.work.late-caption')}
          hideCaption
          rows={late}
          rowKey={({ name }) => name}
          columns={[
            { key: 'title', head: t('upkeep.dataset'), rowHead: true, cell: ({ name, title }) => link(name, title) },
            { key: 'frequency', head: t('upkeep.promised'), cell: ({ frequency }) => frequencyLabel(frequency, t) },
            { key: 'modified', head: t('dataset.modified'), nowrap: true, cell: ({ modified }) => t.format.date(modified, 'medium') },
            { key: 'due', head: t('upkeep.late-since'), nowrap: true, cell: ({ due }) => t.format.date(due, 'medium') },
            { key: 'publisher', head: t('dataset.publisher'), cell: ({ organisation }) => organisation },
          ]}
        />
      )}
    </Section>
  )
}

const frequencyLabel = (uri: string, t: T): string => {
  const concept = frequencies.byUri.get(uri)
  return concept ? labelOf(concept, t.locale) : uri
}

function Broken({ t, broken }: WorkProps) {
  return (
    <Section id="broken" title={t('upkeep.work.broken', { n: broken.length })}>
      {broken.length === 0 ? (
        <EmptyState level={3} icon="data" title={t('upkeep.work.broken-none')} text={t('upkeep.work.broken-none-next')} />
      ) : (
        <DataTable
          id="broken-table"
          caption={t('upkeep.work.broken-caption')}
          hideCaption
          rows={broken}
          rowKey={({ address, name, role }) => `${role} ${name} ${address}`}
          columns={[
            { key: 'title', head: t('upkeep.dataset'), rowHead: true, cell: ({ name, title }) => link(name, title) },
            { key: 'address', head: t('upkeep.address'), cell: ({ address }) => <a href={address}>{address}</a> },
            { key: 'why', head: t('upkeep.why'), cell: ({ status, reason }) => (status === null ? (t.find(reason ?? '') ?? reason) : t('upkeep.status', { status })) },
            { key: 'since', head: t('upkeep.since'), nowrap: true, cell: ({ failingSince }) => t.format.date(failingSince, 'medium') },
            { key: 'who', head: t('upkeep.who-mends'), cell: ({ harvested, organisation }) => (harvested ? t('upkeep.only-source') : organisation) },
          ]}
        />
      )}
    </Section>
  )
}

function Missed({ t, missed }: WorkProps) {
  return (
    <Section id="missed" title={t('upkeep.work.missed')}>
      {missed.length === 0 ? (
        <EmptyState level={3} icon="search" title={t('upkeep.work.missed-none')} text={t('upkeep.work.missed-none-next')} />
      ) : (
        <Stack>
          <p>{t('upkeep.work.missed-note')}</p>
          <DataTable
            id="missed-table"
            caption={t('upkeep.work.missed')}
            hideCaption
            rows={missed}
            rowKey={({ q }) => q}
            columns={[
              { key: 'q', head: t('upkeep.work.query'), rowHead: true, cell: ({ q }) => q },
              { key: 'n', head: t('upkeep.work.times'), align: 'end', cell: ({ n }) => t.format.number(n) },
              { key: 'to', head: t('upkeep.work.next'), cell: ({ q }) => <a href={`/open-data/request/new?title=${encodeURIComponent(q)}`}>{t('upkeep.work.make-request', { q })}</a> },
            ]}
          />
        </Stack>
      )}
    </Section>
  )
}

function Report({ t, csrf, wantsReport }: WorkProps) {
  return (
    <Section id="report" title={t('upkeep.work.report')}>
      <Form action="/open-data/upkeep/report" csrf={csrf}>
        <Checkbox name="report" value="on" checked={wantsReport} label={t('upkeep.work.report-wish')} hint={t('upkeep.work.report-hint')} />
        <FormEnd>
          <Button kind="quiet">{t('upkeep.work.report-save')}</Button>
        </FormEnd>
      </Form>
    </Section>
  )
}
