import { EmptyState, Icon, Tag } from '@modellregion/ui'
import type { T } from '../../locales/index.ts'
import { labelOf, licences } from '../../vocabulary/lists.ts'
import { TableLinks } from '../../explore/pages/links.tsx'
import { downloadHref } from '../download.ts'
import { formatLabel } from '../labels.ts'
import type { Loaded } from '../load.ts'
import type { DistributionRow } from '../schema.ts'

/** All files and addresses of a dataset. */
export function FileList({ t, files, previews, tables, dataset }: Loaded & { t: T }) {
  if (files.length === 0) {
    const page = dataset.document.landingPage[0] ?? dataset.document.page[0]
    return <EmptyState title={t('dataset.no-files')} text={page ? <a href={page}>{t('dataset.landing-page')}</a> : t('dataset.no-files-next')} />
  }
  return (
    <ul class="mr-list">
      {files.map((file) => {
        const licence = licences.byUri.get(file.licence)
        const refusal = previews.get(file.id)?.refusal
        return (
          <li key={file.id} class="mr-result" id={`file-${file.id}`}>
            <h3 class="mr-h3">
              <a href={downloadHref(file)}>{file.title || t('dataset.file-nameless', { format: formatLabel(file.format) })}</a>
            </h3>
            <ul class="mr-meta">
              {file.format ? (
                <li class="mr-meta__tags">
                  <Tag>{formatLabel(file.format)}</Tag>
                </li>
              ) : null}
              {file.byteSize ? <li>{t.format.bytes(file.byteSize)}</li> : null}
              {licence ? <li>{labelOf(licence, t.locale)}</li> : null}
              {isOwn(file) ? null : file.storedFile ? (
                <li>
                  <Icon name="ok" size="s" />
                  {t('dataset.copy-here')}
                </li>
              ) : (
                <li>{t('dataset.at-source', { host: hostOf(file.url) })}</li>
              )}
            </ul>
            {file.storedFile && !isOwn(file) ? (
              <p class="mr-small mr-result__more">
                <a href={file.url}>{t('dataset.original', { host: hostOf(file.url) })}</a>
              </p>
            ) : null}
            <TableLinks t={t} fileId={file.id} table={tables.get(file.id)} />
            {refusal && !tables.has(file.id) ? <p class="mr-small mr-muted">{t.find(refusal.code) ?? refusal.code}</p> : null}
          </li>
        )
      })}
    </ul>
  )
}

// Files of the town's own lie here and nowhere else.
const isOwn = ({ url }: DistributionRow): boolean => url.startsWith('/')
const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url)
