import { Button, ConfirmPage, DateField, ErrorSummary, Form, FormEnd, LinkButton, Note, PageHead, Panel, Radios, Section, Stack, Tag, TextArea, TextField } from '@modellregion/ui'
import { typedOf, type FormErrors, type Typed } from '@modellregion/kernel/rules'
import type { PageT } from '../../locales/index.ts'
import { Numbers, Text } from '../parts.tsx'
import type { TownEntry } from '../schema.ts'

export type Shipped = { id: string; kind: 'article' | 'question' | 'number'; title: string; isHidden: boolean; isStale: boolean }
export type EditorListProps = { t: PageT; csrf: string; own: readonly (TownEntry & { isStale: boolean })[]; shipped: readonly Shipped[]; done: string | undefined }

/** What the town has written, and what it shows of the shipped content. */
export function EditorList({ t, csrf, own, shipped, done }: EditorListProps) {
  return (
    <>
      {done === undefined ? null : <Note kind="ok" role="status" level={0} title={t.find(`knowledge.edit.done.${done}`) ?? ''} />}
      <PageHead title={t('knowledge.edit.title')} lead={t('knowledge.edit.lead')}>
        <p class="mr-row">
          <LinkButton href="/help-chat/editor/new?kind=article">{t('knowledge.edit.new-article')}</LinkButton>
          <LinkButton kind="quiet" href="/help-chat/editor/new?kind=contact">
            {t('knowledge.edit.new-contact')}
          </LinkButton>
        </p>
      </PageHead>
      <Stack gap="l">
        <Panel title={t('knowledge.edit.own')}>
          {own.length === 0 ? <p>{t('knowledge.edit.own-none')}</p> : null}
          <ul class="mr-list">
            {own.map((entry) => (
              <li key={entry.id} class="mr-result">
                <p>
                  <a href={`/help-chat/editor/${entry.id}`}>{entry.texts.de.title}</a>
                </p>
                <p class="mr-row mr-small">
                  <Tag>{t(`knowledge.edit.kind.${entry.kind}`)}</Tag>
                  <Tag kind={entry.isPublished ? 'ok' : 'warn'}>{t(entry.isPublished ? 'knowledge.edit.published' : 'knowledge.edit.draft')}</Tag>
                  {entry.isStale ? <Tag kind="warn">{t('knowledge.edit.stale')}</Tag> : null}
                  <span>{t('knowledge.edit.checked', { day: entry.checkedOn })}</span>
                </p>
              </li>
            ))}
          </ul>
        </Panel>
        <Section title={t('knowledge.edit.shipped')} id="shipped">
          <Stack>
            <p>{t('knowledge.edit.shipped-lead')}</p>
            <ul class="mr-list">
              {shipped.map(({ id, kind, title, isHidden, isStale }) => (
                <li key={id} class="mr-result mr-row mr-row--between">
                  <span>
                    {title} <Tag>{t(`knowledge.find.kind.${kind}`)}</Tag> {isHidden ? <Tag kind="warn">{t('knowledge.edit.hidden')}</Tag> : null} {isStale ? <Tag kind="warn">{t('knowledge.edit.stale')}</Tag> : null}
                  </span>
                  <Form action={`/help-chat/editor/content/${id}/${isHidden ? 'show' : 'hide'}`} csrf={csrf} bare>
                    <Button kind="quiet" small id={`b-${id}`}>
                      {t(isHidden ? 'knowledge.edit.show' : 'knowledge.edit.hide', { title })}
                    </Button>
                  </Form>
                </li>
              ))}
            </ul>
          </Stack>
        </Section>
      </Stack>
    </>
  )
}

export type EntryPageProps = { t: PageT; csrf: string; action: string; typed: Typed; errors: FormErrors; preview: TownEntry | undefined; stored: TownEntry | undefined }

/** The form of an article or a contact. "Preview" shows how it will look and keeps nothing. */
export function EntryPage({ t, csrf, action, typed, errors, preview, stored }: EntryPageProps) {
  const listed = Object.entries(errors).map(([field, text]) => ({ field, text }))
  const field = (name: string) => ({ name, label: t.find(`knowledge.edit.field.${name}`) ?? name, value: typedOf(typed, name), error: errors[name] })
  const isContact = typedOf(typed, 'kind') === 'contact'
  return (
    <>
      {listed.length === 0 ? null : <ErrorSummary title={t.count('form.errors', listed.length)} errors={listed} />}
      <PageHead title={stored ? stored.texts.de.title : t('knowledge.edit.new-title')} />
      <Stack gap="l">
        {preview ? <Preview t={t} entry={preview} /> : null}
        <Form action={action} csrf={csrf}>
          <Radios
            name="kind"
            label={t('knowledge.edit.field.kind')}
            value={typedOf(typed, 'kind')}
            error={errors['kind']}
            choices={[
              { value: 'article', label: t('knowledge.edit.kind.article') },
              { value: 'contact', label: t('knowledge.edit.kind.contact') },
            ]}
          />
          <TextField {...field('titleDe')} maxLength={120} />
          <TextArea {...field('textDe')} hint={t('knowledge.edit.hint.text')} rows={10} maxLength={8_000} />
          <TextField {...field('titleLeicht')} optional={t('form.optional')} maxLength={120} />
          <TextArea {...field('textLeicht')} optional={t('form.optional')} hint={t('knowledge.edit.hint.leicht')} rows={6} maxLength={8_000} />
          <TextField {...field('titleEn')} optional={t('form.optional')} lang="en-GB" maxLength={120} />
          <TextArea {...field('textEn')} optional={t('form.optional')} lang="en-GB" rows={6} maxLength={8_000} />
          <TextField {...field('phone')} {...(isContact ? {} : { optional: t('form.optional') })} type="tel" width={20} maxLength={40} />
          <TextField {...field('hours')} optional={t('form.optional')} maxLength={160} />
          <TextField {...field('link')} optional={t('form.optional')} hint={t('knowledge.edit.hint.link')} maxLength={300} />
          <DateField
            name="checkedOn"
            label={t('knowledge.edit.field.checkedOn')}
            hint={t('knowledge.edit.hint.checkedOn')}
            words={{ day: t('forms.day'), month: t('forms.month'), year: t('forms.year') }}
            value={{ day: typedOf(typed, 'checkedOn-day'), month: typedOf(typed, 'checkedOn-month'), year: typedOf(typed, 'checkedOn-year') }}
            error={errors['checkedOn']}
          />
          <FormEnd>
            <Button name="wish" value="preview" kind="quiet" id="b-preview">
              {t('knowledge.edit.preview')}
            </Button>
            <Button name="wish" value="draft" kind="quiet" id="b-draft">
              {t('knowledge.edit.save-draft')}
            </Button>
            <Button name="wish" value="publish" id="b-publish">
              {t('knowledge.edit.publish')}
            </Button>
            <LinkButton kind="bare" href="/help-chat/editor">
              {t('action.back')}
            </LinkButton>
          </FormEnd>
        </Form>
        {stored ? (
          <p>
            <LinkButton kind="quiet" href={`/help-chat/editor/${stored.id}/delete`}>
              {t('knowledge.edit.delete')}
            </LinkButton>
          </p>
        ) : null}
      </Stack>
    </>
  )
}

function Preview({ t, entry }: { t: PageT; entry: TownEntry }) {
  const languages = Object.entries(entry.texts)
  return (
    <Panel title={t('knowledge.edit.preview-title')} act>
      <p class="mr-small mr-muted">{t('knowledge.edit.preview-text')}</p>
      {languages.map(([locale, { title, text }]) => (
        <article key={locale} class="mr-stack" lang={locale === 'en' ? 'en-GB' : 'de'}>
          <h3>{title}</h3>
          {entry.kind === 'article' ? (
            <Text body={text} level={3} isLeicht={locale === 'de-x-leicht'} />
          ) : (
            <Numbers numbers={[{ id: `preview-${locale}`, name: title, what: text, hours: entry.hours, phone: entry.phone, tel: `tel:${entry.phone.replaceAll(/[^\d+]/g, '')}`, isEmergency: false, ...(entry.link !== '' && { href: entry.link }) }]} />
          )}
        </article>
      ))}
    </Panel>
  )
}

/** Asked once more, because it cannot be undone. */
export function DeleteEntryPage({ t, csrf, entry }: { t: PageT; csrf: string; entry: TownEntry }) {
  return (
    <ConfirmPage title={t('knowledge.edit.delete-title')} text={t('knowledge.edit.delete-text', { title: entry.texts.de.title })}>
      <Form action={`/help-chat/editor/${entry.id}/delete`} csrf={csrf} bare>
        <Button kind="danger">{t('knowledge.edit.delete')}</Button>
      </Form>
      <LinkButton kind="quiet" href={`/help-chat/editor/${entry.id}`}>
        {t('knowledge.edit.keep')}
      </LinkButton>
    </ConfirmPage>
  )
}
