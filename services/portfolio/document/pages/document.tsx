import { Button, DataTable, DescriptionList, FileList, Form, LinkButton, Note, PageHead, Row, Section, Stack } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import { offerPath } from '../../catalogue/rules/offer.ts'
import { textOf } from '../../shelf/schema.ts'
import { sizeOf } from '../rules.ts'
import { mainPath, type DocumentVersion, type TownDocument } from '../schema.ts'

export type DocumentProps = { t: PageT; csrf: string; document: TownDocument; version: DocumentVersion; versions: readonly Omit<DocumentVersion, 'files'>[]; offered: string | undefined; saved: boolean; mayEdit: boolean }

export function DocumentPage({ t, csrf, document, version, versions, offered, saved, mayEdit }: DocumentProps) {
  const here = `/portfolio/document/${document.ref}`
  const main = version.files.find(({ path }) => path === mainPath)?.text
  const isOld = version.number !== document.currentVersion
  return (
    <>
      <PageHead title={textOf(document.title, t.locale)} lead={textOf(document.summary, t.locale)}>
        {mayEdit && (
          <Row>
            <LinkButton href={isOld ? `${here}/edit?version=${version.number}` : `${here}/edit`}>{isOld ? t('document.edit-from', { number: version.number }) : t('document.edit')}</LinkButton>
            {offered === undefined ? document.retiredAt === null && <LinkButton kind="quiet" href={offerPath('portfolio.document', document.ref)}>{t('document.offer')}</LinkButton> : <LinkButton kind="quiet" href={`/portfolio/reuse/${offered}`}>{t('document.offered')}</LinkButton>}
          </Row>
        )}
      </PageHead>
      <Stack gap="l">
        {saved && <Note kind="ok" title={t('document.saved', { number: document.currentVersion })} />}
        {isOld && <Note kind="warn" title={t('document.old', { number: version.number })}><a href={here}>{t('document.to-current')}</a></Note>}
        {document.retiredAt !== null && <Note kind="info" title={t('document.retired-since', { day: document.retiredAt })} />}
        <DescriptionList
          entries={[
            { term: t('document.field.class'), value: t(`document.class.${document.class}`) },
            { term: t('document.field.licence'), value: document.licence },
            { term: t('document.version'), value: `${version.number} (${version.label})` },
            { term: t('document.changed'), value: t.format.date(version.createdAt) },
            { term: t('document.origin'), value: <a href="/portfolio/adoption">{t('document.origin-link')}</a> },
          ]}
        />
        {main !== undefined && (
          <Section id="text" title={t('document.field.text')}>
            <pre class="mr-code__lines" tabindex={0}>
              <code>{main}</code>
            </pre>
          </Section>
        )}
        <Section id="files" title={t('document.files')}>
          <FileList files={version.files.map((file) => ({ name: file.path, size: t.format.number(Math.max(1, Math.round(sizeOf(file) / 1024))) + ' kB', href: `${here}/file?path=${encodeURIComponent(file.path)}&version=${version.number}` }))} />
        </Section>
        <DataTable
          id="versions"
          caption={t('document.versions')}
          rows={versions}
          rowKey={({ number }) => String(number)}
          columns={[
            { key: 'number', head: t('document.version'), rowHead: true, cell: ({ number }) => <a href={`${here}?version=${number}`}>{number}</a> },
            { key: 'label', head: t('document.field.label'), cell: ({ label }) => label },
            { key: 'note', head: t('document.field.note'), cell: ({ note }) => note || '–' },
            { key: 'at', head: t('document.changed'), cell: ({ createdAt }) => t.format.date(createdAt) },
          ]}
        />
        {mayEdit && (
          <Form action={`${here}/retire`} csrf={csrf} hidden={{ gone: document.retiredAt === null ? 'true' : 'false' }}>
            <Button kind="quiet">{document.retiredAt === null ? t('document.retire') : t('document.return')}</Button>
          </Form>
        )}
      </Stack>
    </>
  )
}
