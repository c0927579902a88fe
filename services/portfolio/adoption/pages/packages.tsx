import { Button, DataTable, Form, Note, Row, Section, Stack, Tag } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import { textOf, type LocalisedText } from '../../shelf/schema.ts'

/** A package of another installation: where it is read, when that last succeeded, and why the last look has failed. */
export type ListedPackage = {
  readonly entryId: string
  readonly title: LocalisedText
  readonly from: string
  /** False for a file that somebody handed over: nobody can look for a newer one. */
  readonly isFetched: boolean
  readonly checkedAt: Date
  readonly readAt: Date | null
  /** What went wrong and what can be done, as sentences. */
  readonly failed: { readonly why: string; readonly remedy: string } | undefined
}

/** All packages of the town, those that cannot be read on top. */
export function Packages({ t, csrf, packages, mayEdit }: { t: PageT; csrf: string; packages: readonly ListedPackage[]; mayEdit: boolean }) {
  if (packages.length === 0) return null
  return (
    <Section id="packages" title={t('adoption.packages.title')}>
      <Stack>
        <p>{t('adoption.packages.lead')}</p>
        <DataTable
          id="package-list"
          caption={t('adoption.packages.title')}
          hideCaption
          rows={packages}
          rowKey={({ entryId }) => entryId}
          columns={[
            { key: 'title', head: t('adoption.column.title'), rowHead: true, cell: ({ entryId, title }) => <a href={`/portfolio/reuse/${entryId}`}>{textOf(title, t.locale)}</a> },
            { key: 'from', head: t('adoption.origin.from'), cell: ({ from }) => from },
            { key: 'state', head: t('adoption.column.standing'), cell: (one) => <State t={t} {...one} /> },
            { key: 'read', head: t('adoption.packages.read'), nowrap: true, cell: ({ readAt }) => (readAt ? t.format.dateTime(readAt) : t('adoption.packages.never')) },
            ...(mayEdit ? [{ key: 'look', head: t('adoption.packages.again'), cell: (one: ListedPackage) => (one.isFetched ? <LookAgain t={t} csrf={csrf} entryId={one.entryId} title={textOf(one.title, t.locale)} /> : t('adoption.packages.by-hand')) }] : []),
          ]}
        />
      </Stack>
    </Section>
  )
}

function State({ t, failed, checkedAt }: Pick<ListedPackage, 'failed' | 'checkedAt'> & { t: PageT }) {
  if (!failed) return <Tag kind="ok">{t('adoption.packages.state.read')}</Tag>
  return (
    <Stack gap="s">
      <Tag kind="bad">{t('adoption.packages.state.failed')}</Tag>
      <p>{t('adoption.packages.tried', { at: checkedAt })}</p>
      <p>
        {failed.why} {failed.remedy}
      </p>
    </Stack>
  )
}

/** On the page of what was taken over: that its original could not be read the last time. */
export function PackageNote({ t, csrf, original, mayEdit }: { t: PageT; csrf: string; original: ListedPackage | undefined; mayEdit: boolean }) {
  if (!original?.failed) return null
  const { failed, entryId, title, checkedAt, readAt } = original
  return (
    <Note kind="warn" title={t('adoption.packages.note')}>
      <p>
        {t('adoption.packages.tried', { at: checkedAt })} {failed.why} {readAt ? t('adoption.packages.last', { at: readAt }) : null}
      </p>
      <p>{failed.remedy}</p>
      {mayEdit ? (
        <Row>
          <LookAgain t={t} csrf={csrf} entryId={entryId} title={textOf(title, t.locale)} />
        </Row>
      ) : null}
    </Note>
  )
}

const LookAgain = ({ t, csrf, entryId, title }: { t: PageT; csrf: string; entryId: string; title: string }) => (
  <Form action={`/portfolio/reuse/${entryId}/look`} csrf={csrf} bare>
    <Button kind="quiet">
      {t('adoption.packages.look')} <span class="mr-vh">{title}</span>
    </Button>
  </Form>
)
