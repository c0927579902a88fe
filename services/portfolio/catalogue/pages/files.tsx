import { DataTable, LinkButton, MoreLink, Note, PageHead, Stack } from '@modellregion/ui'
import type { T } from '../../locales/index.ts'
import type { Entry, EntryVersion } from '../../shelf/schema.ts'
import { sizeOf } from '../rules/file.ts'
import { entryPath } from '../rules/list-query.ts'
import { inReader } from './say.ts'
import { Text } from './text.tsx'

type VersionProps = { t: T; entry: Entry; version: EntryVersion }

/** The address of one file, to look at or to keep. */
export const fileHref = (way: 'file' | 'download', { id, currentVersion }: Pick<Entry, 'id' | 'currentVersion'>, number: number, path: string): string =>
  `${entryPath(id)}/${way}?path=${encodeURIComponent(path)}${number === currentVersion ? '' : `&version=${number}`}`

/** The address of all files of a version in one archive. */
export const archiveHref = ({ id, currentVersion }: Pick<Entry, 'id' | 'currentVersion'>, number: number): string => `${entryPath(id)}/files.zip${number === currentVersion ? '' : `?version=${number}`}`

/** The files of a version, each to look at and to download. */
export function FileTable({ t, entry, version }: VersionProps) {
  return (
    <DataTable
      id="file-table"
      caption={t('catalogue.entry.files-of', { label: version.label })}
      hideCaption
      rows={version.files ?? []}
      rowKey={({ path }) => path}
      empty={<p class="mr-muted">{t('catalogue.entry.no-files')}</p>}
      columns={[
        { key: 'path', head: t('catalogue.entry.file'), rowHead: true, cell: (file) => (file.text === undefined ? file.path : <a href={fileHref('file', entry, version.number, file.path)}>{file.path}</a>) },
        { key: 'size', head: t('catalogue.entry.size'), align: 'end', cell: (file) => t.format.bytes(sizeOf(file)) },
        {
          key: 'get', head: t('catalogue.entry.get'),
          cell: (file) => (
            <a href={fileHref('download', entry, version.number, file.path)} aria-label={t('catalogue.entry.download-file', { file: file.path })}>
              {t('catalogue.entry.download')}
            </a>
          ),
        },
      ]}
    />
  )
}

/** One file as text: Markdown as it is meant, everything else as it is written. */
export function FilePage({ t, entry, version, file }: VersionProps & { file: NonNullable<EntryVersion['files']>[number] }) {
  return (
    <>
      <PageHead title={file.path} lead={t('catalogue.file.of', { entry: inReader(entry.title, t), label: version.label })}>
        <div class="mr-row">
          <LinkButton icon="download" href={fileHref('download', entry, version.number, file.path)}>
            {t('catalogue.entry.download')}
          </LinkButton>
          <MoreLink href={entryPath(entry.id)}>{t('catalogue.file.back')}</MoreLink>
        </div>
      </PageHead>
      <Stack>
        {file.text === undefined ? (
          <Note title={t('catalogue.file.not-shown')}>{t('catalogue.file.not-shown-next')}</Note>
        ) : file.mediaType === 'text/markdown' ? (
          <Text source={file.text} level={2} />
        ) : (
          <div class="mr-code">
            <pre class="mr-code__lines" role="region" aria-label={t('catalogue.file.content', { file: file.path })} tabindex={0}>
              <code>{file.text}</code>
            </pre>
          </div>
        )}
      </Stack>
    </>
  )
}
