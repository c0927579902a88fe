import { Button, DataTable, DescriptionList, Form, LinkButton, Note, PageHead, Panel, Row, Stack, Tag } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import type { Checked, Codec, TownVersion } from '../schema.ts'
import { checkedText, codecHref, ExamplesTag } from './parts.tsx'
import { ProgramPanel, SendPanel, TryPanel, type SendProps, type TryProps } from './try.tsx'

export type CodecPageProps = {
  t: PageT
  csrf: string
  /** The version that is shown: the active one unless another was asked for. */
  codec: Codec
  activeVersion: number | null
  devices: number
  isResting: boolean
  results: readonly Checked[]
  versions: readonly TownVersion[]
  /** Where it is told what came from the catalogue; undefined where the town has none. */
  catalogueHref: string | undefined
  /** What was just done. */
  done: { kind: 'saved' | 'activated' | 'retired'; version: number } | undefined
  attempt: TryProps
  order: SendProps
}

export function CodecPage({ t, csrf, codec, activeVersion, devices, isResting, results, versions, catalogueHref, done, attempt, order }: CodecPageProps) {
  const own = versions.find(({ version }) => version === codec.version)
  const isOwn = codec.origin === 'town'
  const mayActivate = isOwn && codec.version !== activeVersion && results.length > 0 && results.every(({ ok }) => ok)
  return (
    <>
      {done ? <DoneNote t={t} done={done} results={results} /> : null}
      {isResting ? (
        <Note kind="bad" level={0} title={t('codec.state.resting')}>
          {t('codec.resting-next')}
        </Note>
      ) : null}
      <PageHead title={codec.name} lead={t('codec.facts.version', { version: codec.version })}>
        <Row>
          {mayActivate ? (
            <Form action={`${codecHref(codec.id)}/activate`} csrf={csrf} hidden={{ version: String(codec.version) }} bare>
              <Button>{t('codec.action.activate')}</Button>
            </Form>
          ) : null}
          {isOwn ? (
            <LinkButton kind="quiet" icon="edit" href={`${codecHref(codec.id)}/edit?version=${codec.version}`}>
              {t('codec.action.edit')}
            </LinkButton>
          ) : (
            <LinkButton kind="quiet" icon="edit" href={`/smart-school/codec/new?from=${codec.id}`}>
              {t('codec.action.copy')}
            </LinkButton>
          )}
          <LinkButton kind="quiet" icon="history" href={`${codecHref(codec.id)}/replay`}>
            {t('codec.action.replay')}
          </LinkButton>
        </Row>
      </PageHead>
      <Stack gap="l">
        <DescriptionList
          entries={[
            { term: t('codec.facts.id'), value: codec.id },
            { term: t('codec.facts.maker'), value: `${codec.maker} ${codec.model}` },
            { term: t('codec.facts.origin'), value: own?.installed ? <Installed t={t} href={catalogueHref} /> : t(`codec.origin.${codec.origin}`) },
            ...(own ? [{ term: t('codec.facts.licence'), value: own.licence }] : []),
            { term: t('codec.facts.devices'), value: t.format.number(devices) },
            { term: t('codec.facts.active'), value: activeVersion === null ? t('codec.facts.none') : t('codec.facts.version', { version: activeVersion }) },
          ]}
        />
        <Panel title={t('codec.checked.title', { version: codec.version })} aside={<ExamplesTag t={t} results={results} />} flush>
          <DataTable
            id="examples"
            caption={t('codec.checked.title', { version: codec.version })}
            hideCaption
            rows={results}
            rowKey={({ name }) => name}
            empty={<Note level={3} kind="warn" title={t('codec.examples.none')}>{t('codec.saved-none')}</Note>}
            columns={[
              { key: 'name', head: t('codec.checked.name'), rowHead: true, cell: ({ name }) => name },
              { key: 'result', head: t('codec.checked.result'), cell: ({ ok }) => <Tag kind={ok ? 'ok' : 'bad'}>{ok ? t('codec.checked.ok') : t('codec.checked.bad')}</Tag> },
              { key: 'what', head: t('codec.checked.what'), cell: (checked) => checkedText(t, checked) },
            ]}
          />
        </Panel>
        <TryPanel {...attempt} />
        <SendPanel {...order} />
        {versions.length > 0 ? <Versions t={t} csrf={csrf} codec={codec} activeVersion={activeVersion} versions={versions} /> : null}
        <ProgramPanel t={t} codec={codec} />
      </Stack>
    </>
  )
}

function Installed({ t, href }: { t: PageT; href: string | undefined }) {
  return (
    <>
      {t('codec.installed')}
      {href ? (
        <>
          {' · '}
          <a href={href}>{t('codec.installed-link')}</a>
        </>
      ) : null}
    </>
  )
}

function DoneNote({ t, done, results }: Pick<CodecPageProps, 't' | 'results'> & { done: NonNullable<CodecPageProps['done']> }) {
  if (done.kind === 'retired') return <Note kind="ok" role="status" level={0} title={t('codec.retired')} />
  if (done.kind === 'activated')
    return (
      <Note kind="ok" role="status" level={0} title={t('codec.activated', { version: done.version })}>
        {t('codec.activated-next')}
      </Note>
    )
  const state = results.length === 0 ? 'none' : results.every(({ ok }) => ok) ? 'passed' : 'failed'
  return (
    <Note kind={state === 'passed' ? 'ok' : 'warn'} role="status" level={0} title={t('codec.saved', { version: done.version })}>
      {t(`codec.saved-${state}`)}
    </Note>
  )
}

function Versions({ t, csrf, codec, activeVersion, versions }: Pick<CodecPageProps, 't' | 'csrf' | 'codec' | 'activeVersion' | 'versions'>) {
  return (
    <Stack>
      <Panel title={t('codec.versions.title')} flush>
        <DataTable
          id="versions"
          caption={t('codec.versions.title')}
          hideCaption
          rows={versions}
          rowKey={({ version }) => String(version)}
          isSelected={({ version }) => version === codec.version}
          columns={[
            { key: 'version', head: t('codec.versions.version'), rowHead: true, cell: ({ version }) => <a href={`${codecHref(codec.id)}?version=${version}`}>{t('codec.facts.version', { version })}</a> },
            { key: 'written', head: t('codec.versions.written'), nowrap: true, cell: ({ createdAt }) => t.format.dateTime(createdAt) },
            { key: 'note', head: t('codec.versions.note'), cell: ({ note }) => note || '–' },
            { key: 'examples', head: t('codec.column.examples'), cell: ({ results }) => <ExamplesTag t={t} results={results} /> },
            {
              key: 'state', head: t('codec.versions.state'),
              cell: ({ version, activatedAt }) => (version === activeVersion ? <Tag kind="ok">{t('codec.versions.active')}</Tag> : activatedAt ? t('codec.versions.was-active', { day: activatedAt }) : t('codec.versions.never')),
            },
          ]}
        />
      </Panel>
      {activeVersion === null ? null : (
        <Form action={`${codecHref(codec.id)}/retire`} csrf={csrf} bare>
          <Button kind="quiet">{t('codec.action.retire')}</Button>
        </Form>
      )}
    </Stack>
  )
}
