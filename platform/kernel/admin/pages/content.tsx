import { Button, ConfirmPage, DataTable, EmptyState, Form, FormEnd, LinkButton, Row, Section, Tabs, Tag, TextArea, TextField, Checkbox, Card, type Tab } from '@modellregion/ui'
import type { Typed } from '../../forms/index.ts'
import { htmlLang, type Locale, type Say } from '../../i18n/index.ts'
import type { KernelWords } from '../../locales/index.ts'
import { paragraphsOf } from '../../portal/rules.ts'
import type { Feedback, FeedbackMessage, News } from '../../portal/schema.ts'
import type { MissedSearch } from '../../search/index.ts'
import type { Errors } from '../../forms/errors.ts'
import { typedOf } from '../../forms/typed.ts'
import { Console } from './console.tsx'

type Texts = { t: Say<KernelWords>; csrf: string }

export function NewsAdminPage({ t, news, done }: { t: Say<KernelWords>; news: readonly News[]; done: string | undefined }) {
  return (
    <Console t={t} title={t('admin.news')} done={done} actions={<Row><LinkButton href="/admin/news/new">{t('admin.news-new')}</LinkButton></Row>}>
      <DataTable
        id="news"
        kind="work"
        caption={t('admin.news')}
        hideCaption
        rows={news}
        rowKey={({ id }) => id}
        empty={<EmptyState level={2} icon="edit" title={t('admin.news')} text={t('admin.news-none')} />}
        columns={[
          { key: 'title', head: t('admin.news-title'), rowHead: true, cell: (item) => <a href={`/admin/news/${item.id}`}>{item.texts.de.title}</a> },
          { key: 'languages', head: t('admin.town-locales'), cell: ({ texts }) => Object.keys(texts).length },
          { key: 'at', head: t('admin.audit-when'), nowrap: true, cell: ({ publishedAt, createdAt }) => t.format.date(publishedAt ?? createdAt, 'medium') },
          { key: 'state', head: t('admin.jobs-state'), cell: ({ publishedAt }) => (publishedAt ? <Tag kind="ok">{t('admin.news-is-public')}</Tag> : <Tag>{t('admin.news-is-draft')}</Tag>) },
        ]}
      />
    </Console>
  )
}

type EditProps = Texts & { id: string | undefined; typed: Typed; errors: Errors; locales: readonly Locale[] }

const languageKeys = { de: 'admin.town-locale-de', en: 'admin.town-locale-en', 'de-x-leicht': 'admin.town-locale-easy' } as const

/** One message in the languages of the town; German is needed, the others may stay empty. */
export function NewsEditPage({ t, csrf, id, typed, errors, locales }: EditProps) {
  const field = (name: string) => ({ name, value: typedOf(typed, name), error: errors[name] })
  return (
    <Console t={t} title={id === undefined ? t('admin.news-new') : t('admin.news-edit')} errors={errors}>
      <Form action={id === undefined ? '/admin/news' : `/admin/news/${id}`} csrf={csrf}>
        {locales.map((locale) => (
          <Section key={locale} id={`in-${locale}`} title={t(languageKeys[locale])}>
            <div class="mr-stack">
              <TextField {...field(`title-${locale}`)} label={t('admin.news-title')} optional={locale === 'de' ? undefined : t('form.optional')} lang={htmlLang(locale)} maxLength={200} />
              <TextField {...field(`teaser-${locale}`)} label={t('admin.news-teaser')} optional={locale === 'de' ? undefined : t('form.optional')} lang={htmlLang(locale)} maxLength={400} />
              <TextArea {...field(`body-${locale}`)} label={t('admin.news-body')} hint={t('admin.news-body-hint')} optional={locale === 'de' ? undefined : t('form.optional')} lang={htmlLang(locale)} maxLength={20_000} />
            </div>
          </Section>
        ))}
        <FormEnd>
          <Button name="act" value="publish">
            {t('admin.news-publish')}
          </Button>
          <Button kind="quiet" name="act" value="draft">
            {t('admin.news-draft')}
          </Button>
          {id === undefined ? null : (
            <LinkButton kind="danger" href={`/admin/news/${id}/delete`}>
              {t('admin.news-delete')}
            </LinkButton>
          )}
        </FormEnd>
      </Form>
    </Console>
  )
}

export function NewsDeletePage({ t, csrf, news }: Texts & { news: News }) {
  return (
    <ConfirmPage title={t('admin.news-delete-question')} text={`${news.texts.de.title}. ${t('admin.news-delete-text')}`}>
      <Form action={`/admin/news/${news.id}/delete`} csrf={csrf} bare>
        <Button kind="danger" icon="bin">
          {t('admin.news-delete')}
        </Button>
      </Form>
      <LinkButton kind="quiet" href={`/admin/news/${news.id}`}>
        {t('admin.news-keep')}
      </LinkButton>
    </ConfirmPage>
  )
}

type ReportProps = Texts & { reports: readonly Feedback[]; messages: readonly FeedbackMessage[]; tabs: readonly Tab[]; state: Feedback['state'] }

/** What people said does not work; the oldest promise is to answer. */
export function ReportsPage({ t, csrf, reports, messages, tabs, state }: ReportProps) {
  return (
    <Console t={t} title={t('admin.feedback')}>
      <Tabs label={t('admin.jobs-state')} tabs={tabs} />
      {reports.length === 0 ? <EmptyState level={2} icon="inbox" title={t('admin.feedback')} text={t('admin.feedback-none')} /> : null}
      {reports.map((report) => (
        <Card key={report.id} title={report.number}>
          <Row>
            <Tag kind={report.kind === 'barrier' ? 'warn' : 'plain'}>{t(`portal.feedback-kind.${report.kind}`)}</Tag>
            <span class="mr-small mr-muted">{t.format.dateTime(report.createdAt)}</span>
          </Row>
          <p>
            {t('portal.feedback-page')}: {report.page.startsWith('/') && !report.page.startsWith('//') ? <a href={report.page}>{report.page}</a> : report.page}
          </p>
          {paragraphsOf(report.message).map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          {messages
            .filter(({ feedbackId }) => feedbackId === report.id)
            .map(({ fromOffice, text, createdAt }) => (
              <div key={createdAt.toISOString()}>
                <p class="mr-small mr-muted">
                  {t(fromOffice ? 'admin.feedback-office' : 'admin.feedback-guest')}, {t.format.dateTime(createdAt)}
                </p>
                {paragraphsOf(text).map((paragraph) => (
                  <p key={paragraph}>{paragraph}</p>
                ))}
              </div>
            ))}
          {report.returns ? (
            <Form action={`/admin/feedback/${report.id}/answer`} csrf={csrf} label={report.number}>
              <TextArea name="text" id={`answer-${report.id}`} label={t('admin.feedback-reply')} hint={t('admin.feedback-reply-hint')} rows={3} maxLength={5_000} />
              <Row>
                <Button kind="quiet" small>
                  {t('admin.feedback-reply-send')}
                </Button>
              </Row>
            </Form>
          ) : null}
          <Row>
            {report.mail === null ? <span class="mr-muted">{t('admin.feedback-anonymous')}</span> : <a href={`mailto:${encodeURIComponent(report.mail)}?subject=${encodeURIComponent(report.number)}`}>{t('admin.feedback-answer', { mail: report.mail })}</a>}
            {state === 'open' ? (
              <Form action={`/admin/feedback/${report.id}/close`} csrf={csrf} bare label={report.number}>
                <Button kind="quiet" small>
                  {t('admin.feedback-close')}
                </Button>
              </Form>
            ) : null}
          </Row>
        </Card>
      ))}
    </Console>
  )
}

type WordsProps = Texts & { missed: readonly MissedSearch[]; synonyms: readonly { term: string; alt: string; removed: boolean }[]; typed: Typed; errors: Errors; done: string | undefined }

export function SearchWordsPage({ t, csrf, missed, synonyms, typed, errors, done }: WordsProps) {
  return (
    <Console t={t} title={t('admin.search-words')} lead={t('admin.search-words-lead')} errors={errors} done={done}>
      <Section id="missed" title={t('admin.search-missed')}>
        <DataTable
          id="missed-list"
          caption={t('admin.search-missed')}
          hideCaption
          rows={missed}
          rowKey={({ q }) => q}
          empty={<p>{t('admin.search-missed-none')}</p>}
          columns={[
            { key: 'q', head: t('admin.search-word'), rowHead: true, cell: ({ q }) => <a href={`/admin/search-words?term=${encodeURIComponent(q)}#add`}>{q}</a> },
            { key: 'n', head: t('admin.search-times'), align: 'end', cell: ({ n }) => t.format.number(n) },
            { key: 'hits', head: t('admin.search-hits'), align: 'end', cell: ({ hits }) => t.format.number(hits) },
          ]}
        />
      </Section>
      <Section id="synonyms" title={t('admin.search-synonyms')}>
        <DataTable
          id="synonym-list"
          caption={t('admin.search-synonyms')}
          hideCaption
          rows={synonyms}
          rowKey={({ term, alt }) => `${term} ${alt}`}
          empty={<p>{t('admin.search-synonyms-none')}</p>}
          columns={[
            { key: 'term', head: t('admin.search-term'), rowHead: true, cell: ({ term }) => term },
            { key: 'alt', head: t('admin.search-alt'), cell: ({ alt }) => alt },
            { key: 'state', head: t('admin.note'), cell: ({ removed }) => (removed ? <Tag>{t('admin.search-removed')}</Tag> : null) },
            {
              key: 'remove',
              head: t('admin.action'),
              cell: ({ term, alt }) => (
                <Form action="/admin/search-words/reset" csrf={csrf} bare hidden={{ term, alt }} label={`${term}, ${alt}`}>
                  <Button kind="quiet" small>
                    {t('admin.search-remove')}
                  </Button>
                </Form>
              ),
            },
          ]}
        />
      </Section>
      <Section id="add" title={t('admin.search-add')}>
        <Form action="/admin/search-words" csrf={csrf}>
          <TextField name="term" label={t('admin.search-term')} value={typedOf(typed, 'term')} error={errors['term']} width={20} maxLength={100} />
          <TextField name="alt" label={t('admin.search-alt')} value={typedOf(typed, 'alt')} error={errors['alt']} width={20} maxLength={100} />
          <Checkbox name="bothWays" label={t('admin.search-both')} checked={typedOf(typed, 'bothWays') === 'true'} />
          <FormEnd>
            <Button>{t('admin.search-add')}</Button>
          </FormEnd>
        </Form>
      </Section>
    </Console>
  )
}
