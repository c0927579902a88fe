import { Button, Checkboxes, ConfirmPage, ErrorSummary, FileField, Form, FormEnd, LinkButton, MoreLink, Note, PageHead, Panel, Row, Stack, TextArea, TextField } from '@modellregion/ui'
import { tickedOf, typedOf, type FormErrors, type Typed } from '@modellregion/kernel/rules'
import type { PageT, T } from '../../locales/index.ts'
import type { Entry, EntryVersion } from '../../shelf/schema.ts'
import { takenEndings } from '../rules/file.ts'
import { entryPath, isInstallableKind } from '../rules/list-query.ts'
import { EntryFields, type EntryFormProps } from './entry-form.tsx'
import { inReader } from './say.ts'
import { StateTag } from './shelf.tsx'
import { VersionList } from './versions.tsx'

export type EditProps = Omit<EntryFormProps, 'heading' | 'item'> & { entry: Entry; versions: readonly EntryVersion[]; /** The service's own words, for parts that other pages use as well. */ own: T }

const shelfPath = (id: string): string => `/portfolio/shelf/${id}`

/** An own entry: its state, its versions and its description. */
export function EditPage(props: EditProps) {
  const { t, own, entry, versions, errors, done, refusal } = props
  const listed = [...(refusal === undefined ? [] : [{ text: refusal }]), ...Object.entries(errors).map(([field, text]) => ({ field, text }))]
  return (
    <>
      <ErrorSummary title={t.count('form.errors', Math.max(1, listed.length))} errors={listed} />
      {done === undefined ? null : <Note kind="ok" role="status" level={0} title={done} />}
      <PageHead title={inReader(entry.title, t)}>
        <Row>
          <StateTag t={own} entry={entry} />
          <MoreLink href={entryPath(entry.id)}>{t('catalogue.shelf.to-page')}</MoreLink>
        </Row>
      </PageHead>
      <Stack gap="l">
        <OfferPanel {...props} />
        <Panel title={t('catalogue.entry.versions')}>
          <NextVersion {...props} />
          {versions.length > 0 ? <VersionList t={own} entry={entry} versions={versions} shown={undefined} /> : null}
        </Panel>
        <Panel title={t('catalogue.shelf.describe')}>
          <EntryFields {...props} heading="" item={undefined} />
        </Panel>
      </Stack>
    </>
  )
}

function OfferPanel({ t, csrf, entry }: EditProps) {
  const act = (way: string, label: string, kind: 'primary' | 'quiet') => (
    <Form action={`${shelfPath(entry.id)}/${way}`} csrf={csrf} bare>
      <Button kind={kind}>{label}</Button>
    </Form>
  )
  return (
    <Panel title={t('catalogue.shelf.part.state')} act={!entry.published}>
      <Row>
        {entry.retiredAt !== null ? act('return', t('catalogue.shelf.return'), 'primary') : entry.published ? act('hide', t('catalogue.shelf.hide'), 'quiet') : act('publish', t('catalogue.shelf.publish'), 'primary')}
        {entry.retiredAt === null && entry.published ? (
          <LinkButton kind="danger" href={`${shelfPath(entry.id)}/retire`}>
            {t('catalogue.shelf.retire')}
          </LinkButton>
        ) : null}
      </Row>
    </Panel>
  )
}

// The content of an item comes from its service; of everything else it is uploaded.
function NextVersion({ t, csrf, entry }: EditProps) {
  if (!isInstallableKind(entry.kind))
    return (
      <p>
        <LinkButton kind="quiet" icon="upload" href={`${shelfPath(entry.id)}/version`}>
          {t('catalogue.shelf.version-title')}
        </LinkButton>
      </p>
    )
  return (
    <Form action={`${shelfPath(entry.id)}/pull`} csrf={csrf} bare>
      <Stack gap="s">
        <p>{t('catalogue.shelf.version-pull-text')}</p>
        <p>
          <Button kind="quiet">{t('catalogue.shelf.version-pull')}</Button>
        </p>
      </Stack>
    </Form>
  )
}

export type VersionFormProps = { t: PageT; csrf: string; entry: Entry; files: readonly string[]; typed: Typed; errors: FormErrors }

/** A new version: what has changed, which files stay, which come. */
export function VersionFormPage({ t, csrf, entry, files, typed, errors }: VersionFormProps) {
  const listed = Object.entries(errors).map(([field, text]) => ({ field, text }))
  return (
    <>
      <ErrorSummary title={t.count('form.errors', Math.max(1, listed.length))} errors={listed} />
      <PageHead title={t('catalogue.shelf.version-title')} lead={inReader(entry.title, t)} />
      <p class="mr-muted">{t('catalogue.shelf.version-lead')}</p>
      {/* The body is streamed, so its token stands in the address. */}
      <Form action={`${shelfPath(entry.id)}/version`} csrf={csrf} multipart>
        <TextField name="label" label={t('catalogue.shelf.field.label')} hint={t('catalogue.shelf.hint.label')} value={typedOf(typed, 'label')} error={errors['label']} width={10} maxLength={40} />
        <TextArea name="note" label={t('catalogue.shelf.field.note')} value={typedOf(typed, 'note')} error={errors['note']} rows={4} maxLength={1_000} />
        {files.length > 0 ? <Checkboxes name="keep" label={t('catalogue.shelf.field.keep')} values={tickedOf(typed, 'keep')} choices={files.map((path) => ({ value: path, label: path }))} /> : null}
        <FileField name="files" label={t('catalogue.shelf.field.files')} hint={t('catalogue.shelf.hint.files')} error={errors['files']} accept={takenEndings.map((ending) => `.${ending}`).join(',')} multiple optional={files.length > 0 ? t('form.optional') : undefined} />
        <FormEnd>
          <Button>{t('catalogue.shelf.version-save')}</Button>
          <LinkButton kind="bare" href={shelfPath(entry.id)}>
            {t('action.cancel')}
          </LinkButton>
        </FormEnd>
      </Form>
    </>
  )
}

/** The question before an entry is offered no more. */
export function RetirePage({ t, csrf, entry }: { t: PageT; csrf: string; entry: Entry }) {
  return (
    <ConfirmPage title={t('catalogue.shelf.retire-question')} text={`${inReader(entry.title, t)}: ${t('catalogue.shelf.retire-text')}`}>
      <Form action={`${shelfPath(entry.id)}/retire`} csrf={csrf} bare>
        <Button kind="danger">{t('catalogue.shelf.retire')}</Button>
      </Form>
      <LinkButton kind="quiet" href={shelfPath(entry.id)}>
        {t('catalogue.shelf.retire-no')}
      </LinkButton>
    </ConfirmPage>
  )
}
