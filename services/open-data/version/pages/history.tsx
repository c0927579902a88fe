import { EmptyState, LinkButton, PageHead, Row, Section, Stack, Tag, Timeline, type TimelineEvent } from '@modellregion/ui'
import type { T } from '../../locales/index.ts'
import { changesPath, historyPath, versionPath } from '../address.ts'
import type { Difference } from '../difference.ts'
import type { ListedVersion } from '../schema.ts'

export type DescriptionChange = { revision: number; kind: 'published' | 'changed' | 'withdrawn' | 'deleted'; note: string; createdAt: Date }
export type ListedFile = { id: string; title: string; currentId: string | undefined; versions: readonly ListedVersion[] }
export type HistoryProps = { t: T; name: string; title: string; files: readonly ListedFile[]; changes: readonly DescriptionChange[]; differences: ReadonlyMap<string, Difference> }

/** Everything that ever was published of a dataset: the uploads of each file, and the changes of its description. */
export function HistoryPage({ t, name, title, files, changes, differences }: HistoryProps) {
  return (
    <>
      <PageHead title={t('version.history-of', { title })} lead={t('version.history-lead')}>
        <Row>
          <LinkButton kind="quiet" icon="rss" href={`${historyPath(name)}.atom`}>
            {t('version.feed')}
          </LinkButton>
          <LinkButton kind="bare" href={`${historyPath(name)}.json`}>
            {t('version.since-json')}
          </LinkButton>
        </Row>
      </PageHead>
      <Stack>
        {files.length === 0 ? <EmptyState level={2} icon="data" title={t('version.none')} text={t('version.none-next')} /> : null}
        {files.map((file) => (
          <Section key={file.id} id={`file-${file.id}`} title={file.title}>
            <Timeline events={file.versions.map((version, at) => eventOf(t, version, file.versions[at + 1], file.currentId === version.id, differences.get(version.id)))} />
          </Section>
        ))}
        {changes.length > 0 ? (
          <Section id="descriptions" title={t('version.descriptions')}>
            <Timeline events={changes.map((change) => ({ title: t(`version.kind.${change.kind}`), when: t.format.dateTime(change.createdAt), dateTime: change.createdAt.toISOString(), state: 'done', ...(change.note && { detail: change.note }) }))} />
          </Section>
        ) : null}
      </Stack>
    </>
  )
}

function eventOf(t: T, version: ListedVersion, before: ListedVersion | undefined, isCurrent: boolean, difference: Difference | undefined): TimelineEvent {
  const when = version.publishedAt ?? version.createdAt
  return {
    title: t('version.number', { n: version.number }),
    when: t.format.dateTime(when),
    dateTime: when.toISOString(),
    state: isCurrent ? 'now' : 'done',
    detail: (
      <div class="mr-stack">
        {version.note ? <p>{version.note}</p> : null}
        <ul class="mr-meta">
          {isCurrent ? (
            <li>
              <Tag kind="ok">{t('version.current')}</Tag>
            </li>
          ) : null}
          {version.state === 'deleted' ? (
            <li>
              <Tag kind="warn">{t('version.deleted')}</Tag>
            </li>
          ) : null}
          {version.rowCount !== null ? (
            <li>
              {t.format.number(version.rowCount)} {t('version.rows')}
            </li>
          ) : null}
          <li>{t.format.bytes(version.byteSize)}</li>
          {difference ? <li>{t('version.summary', difference)}</li> : null}
        </ul>
        <Row>
          <a href={versionPath(version.id)}>{t('version.title', { n: version.number, file: version.name })}</a>
          {before && before.state !== 'deleted' && version.state !== 'deleted' ? <a href={changesPath(version.id, before.id)}>{t('version.changes')}</a> : null}
        </Row>
      </div>
    ),
  }
}
