import { CopyText, DescriptionList, Island, LinkButton, Note, PageHead, Row, Section, Split, Stack, Tag, type Entry } from '@modellregion/ui'
import type { T } from '../../locales/index.ts'
import { changesPath, filePath, historyPath, versionPath } from '../address.ts'
import type { Difference } from '../difference.ts'
import type { FileVersion, ListedVersion } from '../schema.ts'

export type VersionProps = {
  t: T
  version: FileVersion
  fileTitle: string
  datasetName: string | undefined
  /** Origin of the site, for addresses that people copy. */
  site: string
  citation: string
  bibtex: string
  others: readonly ListedVersion[]
  currentId: string | undefined
  difference: Difference | undefined
  mayDelete: boolean
}

/** One upload of a file under its lasting address. */
export function VersionPage(props: VersionProps) {
  const { t, version, fileTitle, datasetName, site, others, currentId, difference } = props
  const before = others.find(({ number, state }) => number < version.number && state !== 'deleted')
  const isCurrent = currentId === version.id
  return (
    <>
      <PageHead title={t('version.title', { n: version.number, file: fileTitle })}>
        <Row>
          <LinkButton icon="download" href={filePath(version.id)}>
            {t('version.download', { size: t.format.bytes(version.byteSize) })}
          </LinkButton>
          {version.tableFile ? (
            <LinkButton kind="quiet" href={`/open-data/explore/${version.distributionId}?version=${version.id}`}>
              {t('version.as-table')}
            </LinkButton>
          ) : null}
        </Row>
      </PageHead>
      <Split>
        <Stack>
          {!isCurrent && currentId ? (
            <Note kind="info" title={t('version.not-current')}>
              <a href={versionPath(currentId)}>{t('version.to-current')}</a>
            </Note>
          ) : null}
          {version.note ? (
            <Section id="note" title={t('version.note')}>
              <p>{version.note}</p>
            </Section>
          ) : null}
          <Section id="changes" title={t('version.changes')}>
            {before ? (
              <p>
                {difference ? `${t('version.summary', difference)}. ` : null}
                <a href={changesPath(version.id, before.id)}>{t('version.changes-of', { n: version.number, from: before.number })}</a>
              </p>
            ) : (
              <p>{t('version.first')}</p>
            )}
          </Section>
          <Section id="cite" title={t('version.cite')}>
            <Copy t={t} label={t('version.cite-plain')} text={props.citation} />
            <Copy t={t} label={t('version.cite-bibtex')} text={props.bibtex} />
          </Section>
          <Section id="address" title={t('version.address')}>
            <Copy t={t} label={t('version.address-hint')} text={`${site}${filePath(version.id)}`} />
            {isCurrent ? <Copy t={t} label={t('version.current-hint')} text={`${site}${filePath(version.distributionId)}`} /> : null}
          </Section>
        </Stack>
        <aside class="mr-stack" aria-labelledby="facts">
          <h2 id="facts">{t('version.facts')}</h2>
          <DescriptionList stacked entries={facts(props, isCurrent)} />
          {datasetName ? (
            <p>
              <a href={historyPath(datasetName)}>{t('version.back')}</a>
            </p>
          ) : null}
          {props.mayDelete && !isCurrent ? (
            <p>
              <LinkButton kind="danger" href={`${versionPath(version.id)}/delete`}>
                {t('version.delete')}
              </LinkButton>
            </p>
          ) : null}
        </aside>
      </Split>
    </>
  )
}

function Copy({ t, label, text }: { t: T; label: string; text: string }) {
  return (
    <div>
      <p class="mr-small mr-muted">{label}</p>
      <Island name="copy-text" of={CopyText} props={{ text, label, words: { copy: t('home.copy'), copied: t('home.copied') } }} />
    </div>
  )
}

function facts({ t, version }: VersionProps, isCurrent: boolean): Entry[] {
  const state = isCurrent ? <Tag kind="ok">{t('version.current')}</Tag> : version.publishedAt ? undefined : <Tag kind="warn">{t('version.unpublished')}</Tag>
  const entries: (Entry | undefined)[] = [
    {
      term: t('version.number', { n: version.number }),
      value: (
        <>
          {state} {version.name}
        </>
      ),
    },
    version.publishedAt ? { term: t('version.published'), value: t.format.dateTime(version.publishedAt) } : undefined,
    { term: t('version.uploaded'), value: t.format.dateTime(version.createdAt) },
    version.rowCount === null ? undefined : { term: t('version.rows'), value: t.format.number(version.rowCount) },
    { term: t('version.size'), value: t.format.bytes(version.byteSize) },
    { term: t('version.checksum'), value: <code>{version.sha256}</code> },
  ]
  return entries.filter((entry) => entry !== undefined)
}
