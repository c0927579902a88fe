import { Button, Checkbox, ConfirmPage, DateField, EmptyState, Form, FormEnd, LinkButton, MoreLink, Note, PageHead, Pagination, Result, ResultList, Row, Stack, Tag, TextArea, TextField } from '@modellregion/ui'
import { typedOf } from '@modellregion/kernel/rules'
import type { PageT } from '../../locales/index.ts'
import { aboutPath, newsPath } from '../rules/reference.ts'
import { beginningOf } from '../rules/text.ts'
import type { News } from '../schema.ts'
import { dateWordsOf, Errors, MarkdownText, pageWordsOf, writtenLang, WrittenHead, type FormProps } from './parts.tsx'

type ListProps = { readonly t: PageT; readonly news: readonly News[]; readonly total: number; readonly page: number; readonly pageSize: number; readonly mayEdit: boolean }

/** Messages of the project office, the newest first. Its own people see drafts too. */
export function NewsListPage({ t, news, total, page, pageSize, mayEdit }: ListProps) {
  return (
    <>
      <PageHead title={t('network.news.title')} lead={t('network.news.lead')}>
        <Row>
          {mayEdit ? <LinkButton href="/portfolio/news/new">{t('network.news.new')}</LinkButton> : null}
          <LinkButton kind="quiet" icon="rss" href="/portfolio/news.atom">
            {t('network.news.feed')}
          </LinkButton>
        </Row>
      </PageHead>
      {news.length === 0 ? (
        <EmptyState level={2} icon="rss" title={t('network.news.none')} text={t('network.news.none-next')} />
      ) : (
        <div class="mr-stack">
          <h2>{t.count('network.news.count', total)}</h2>
          <ResultList start={(page - 1) * pageSize + 1}>
            {news.map((one) => (
              <Result key={one.id} href={newsPath(one.id)} title={one.title} lang={writtenLang(t)} summary={beginningOf(one.text)} status={one.published ? undefined : <Tag>{t('network.news.draft')}</Tag>} meta={[{ text: t.format.date(one.day), icon: 'calendar' }]} />
            ))}
          </ResultList>
          <Pagination label={t('network.pages')} page={page} pages={Math.ceil(total / pageSize)} href={(to) => `/portfolio/news?page=${to}`} words={pageWordsOf(t)} />
        </div>
      )}
    </>
  )
}

export function NewsPage({ t, news, isNotYet, mayEdit, isSaved }: { t: PageT; news: News; isNotYet: boolean; mayEdit: boolean; isSaved: boolean }) {
  return (
    <>
      {isSaved ? <Note kind="ok" role="status" level={0} title={t('network.news.saved')} /> : null}
      <WrittenHead t={t} title={news.title} lead={t.format.date(news.day)} />
      <Stack gap="l">
        {isNotYet ? <Note kind="warn" level={0} title={t(news.published ? 'network.news.later' : 'network.news.draft-note')} /> : null}
        <MarkdownText t={t} text={news.text} />
        {news.aboutKind !== null && news.aboutRef !== null ? (
          <p>
            <MoreLink href={aboutPath(news.aboutKind, news.aboutRef)}>{t(`network.news.about.${news.aboutKind}`)}</MoreLink>
          </p>
        ) : null}
        {mayEdit ? (
          <Row>
            <LinkButton kind="quiet" icon="edit" href={`${newsPath(news.id)}/edit`}>
              {t('network.news.edit')}
            </LinkButton>
            <LinkButton kind="bare" href={`${newsPath(news.id)}/delete`}>
              {t('network.news.delete')}
            </LinkButton>
          </Row>
        ) : null}
      </Stack>
    </>
  )
}

export function NewsFormPage({ t, csrf, typed, errors, action, back, isNew }: FormProps & { action: string; back: string; isNew: boolean }) {
  const text = (name: string) => ({ name, value: typedOf(typed, name), error: errors[name] })
  return (
    <>
      <Errors t={t} errors={errors} />
      <PageHead title={t(isNew ? 'network.news.new' : 'network.news.edit')} />
      <Form action={action} csrf={csrf} hidden={isNew ? { key: typedOf(typed, 'key') } : { seen: typedOf(typed, 'seen') }}>
        <TextField {...text('title')} label={t('network.news.field.title')} maxLength={160} />
        <TextArea {...text('text')} label={t('network.news.field.text')} hint={t('network.markdown-hint')} rows={10} />
        <DateField name="day" label={t('network.news.field.day')} hint={t('network.news.hint.day')} words={dateWordsOf(t)} error={errors['day']} value={{ day: typedOf(typed, 'day-day'), month: typedOf(typed, 'day-month'), year: typedOf(typed, 'day-year') }} />
        <TextField {...text('about')} label={t('network.news.field.about')} optional={t('form.optional')} hint={t('network.news.hint.about')} maxLength={300} />
        <Checkbox name="published" label={t('network.news.field.published')} hint={t('network.news.hint.published')} checked={typedOf(typed, 'published') === 'true'} />
        <FormEnd>
          <Button>{t('action.save')}</Button>
          <LinkButton href={back} kind="bare">
            {t('action.cancel')}
          </LinkButton>
        </FormEnd>
      </Form>
    </>
  )
}

export const DeleteNewsPage = ({ t, csrf, news }: { t: PageT; csrf: string; news: News }) => (
  <ConfirmPage title={t('network.news.delete-title')} text={t('network.news.delete-text', { title: news.title })}>
    <Form action={`${newsPath(news.id)}/delete`} csrf={csrf} bare>
      <Button kind="danger">{t('network.news.delete')}</Button>
    </Form>
    <LinkButton kind="quiet" href={newsPath(news.id)}>
      {t('network.news.keep')}
    </LinkButton>
  </ConfirmPage>
)
