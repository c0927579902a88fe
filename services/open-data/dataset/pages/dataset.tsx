import { DescriptionList, LinkButton, MoreLink, Note, PageHead, Row, Section, Split, Stack, Tag, type Entry } from '@modellregion/ui'
import type { T } from '../../locales/index.ts'
import { labelOf, frequencies, hvdCategories, licences } from '../../vocabulary/lists.ts'
import { mqaScore } from '../../quality/mqa.ts'
import type { Contact, Dataset, PeriodOfTime } from '../../dcat/schema.ts'
import { citation, dateShown } from '../describe.ts'
import { downloadHref } from '../download.ts'
import { formatLabel, licenceLabel, themeLabel } from '../labels.ts'
import { hrefOf } from '../list-query.ts'
import type { Loaded } from '../load.ts'
import { inLanguage, withLanguage } from '../record.ts'
import type { Preview } from '../../preview/schema.ts'
import type { DistributionRow } from '../schema.ts'
import { Description } from './description.tsx'
import { FieldTable } from './fields.tsx'
import { FileList } from './files.tsx'
import { FilePreview } from './preview.tsx'
import { Provenance } from './provenance.tsx'
import { Quality } from './quality.tsx'
import { SeriesPlace } from '../../series/pages/place.tsx'
import { DataServices } from './services.tsx'
import { ShowcaseCards } from '../../showcase/pages/cards.tsx'
import { CommunitySection } from '../../discussion/pages/community.tsx'

export type DatasetPageProps = Loaded & { t: T; now: Date; address: string }

/** One dataset: what it is, how it looks, how to get it and whether to trust it. */
export function DatasetPage(props: DatasetPageProps) {
  const { t, dataset, files, previews } = props
  const document = dataset.document
  const language = t.locale === 'en' ? ['en'] : []
  const title = withLanguage(document.title, ...language)
  const description = withLanguage(document.description, ...language)
  const previewed = files.filter(({ id }) => previews.get(id)?.preview)
  return (
    <>
      <div lang={title && foreign(title.lang, t)}>
        <PageHead title={title?.text ?? dataset.title}>
          <div lang={title && foreign(title.lang, t) && ownLanguage(t)}>
            <MainActions {...props} />
          </div>
        </PageHead>
      </div>
      <Split>
        <div class="mr-stack-l">
          {previewed.length > 0 ? (
            <section class="mr-stack" aria-labelledby="preview">
              <h2 class="mr-vh" id="preview">
                {t('dataset.preview')}
              </h2>
              {previewed.slice(0, 2).map((file) => (
                <div key={file.id} class="mr-stack">
                  <FilePreview t={t} file={file} preview={previews.get(file.id)?.preview ?? undefined} publisher={props.organisation.title} />
                  <Fields t={t} file={file} preview={previews.get(file.id)?.preview} />
                </div>
              ))}
            </section>
          ) : null}
          {description ? (
            <Section id="description" title={t('dataset.description')}>
              <Description text={description.text} lang={foreign(description.lang, t)} />
            </Section>
          ) : null}
          <Section id="files" title={t('dataset.files')}>
            <FileList {...props} />
          </Section>
          <DataServices t={t} services={props.services} />
          {props.showcases.length > 0 ? (
            <Section id="showcases" title={t('showcase.of-dataset')}>
              <ShowcaseCards t={t} showcases={props.showcases} />
            </Section>
          ) : null}
          <CommunitySection t={t} name={dataset.name} office={props.organisation.title} community={props.community} />
          <Quality t={t} score={mqaScore(document, props.evidence)} />
          <Provenance {...props} />
        </div>
        <aside class="mr-stack" aria-labelledby="glance">
          <h2 id="glance">{t('dataset.glance')}</h2>
          <DescriptionList stacked entries={glance(props)} />
          <Stack gap="s">
            <p>
              <MoreLink href={`/open-data/follow/new?kind=dataset&subject=${dataset.name}`}>{t('follow.title')}</MoreLink>
            </p>
            <p>
              <MoreLink href={`/open-data/dataset/${dataset.name}/history`}>{t('version.history')}</MoreLink>
            </p>
          </Stack>
          <LicenceNote t={t} document={document} />
        </aside>
      </Split>
    </>
  )
}

const ownLanguage = (t: T): string => (t.locale === 'en' ? 'en' : 'de')
/** The language of a text when it is not the page's: screen readers change their voice. */
const foreign = (lang: string, t: T): string | undefined => (lang === ownLanguage(t) ? undefined : lang)

function Fields({ t, file, preview }: { t: T; file: DistributionRow; preview: Preview | null | undefined }) {
  return preview ? <FieldTable t={t} id={file.id} name={file.title || file.format} preview={preview} /> : null
}

// The one next step: the file most people can open; then a look at its table, without a download.
function MainActions({ t, files, tables }: DatasetPageProps) {
  const first = [...files].sort((a, b) => ease(a) - ease(b))[0]
  if (!first?.url) return null
  const shown = tables.has(first.id) ? first : files.find(({ id }) => tables.has(id))
  const size = first.byteSize ? t.format.bytes(first.byteSize) : undefined
  return (
    <Row>
      <LinkButton icon="download" href={downloadHref(first)}>
        {size ? t('dataset.download-sized', { format: formatLabel(first.format), size }) : t('dataset.download', { format: formatLabel(first.format) || t('dataset.file') })}
      </LinkButton>
      {shown ? (
        <LinkButton kind="quiet" icon="table" href={`/open-data/explore/${shown.id}`}>
          {t('explore.look-table')}
        </LinkButton>
      ) : null}
      {files.length > 1 ? (
        <LinkButton kind={shown ? 'bare' : 'quiet'} href="#files">
          {t('dataset.more-files', { n: files.length })}
        </LinkButton>
      ) : null}
      <LinkButton kind="bare" href="#metadata">
        {t('dataset.api')}
      </LinkButton>
    </Row>
  )
}

const order = ['CSV', 'XLSX', 'XLS', 'GEOJSON', 'JSON', 'PDF']
const ease = ({ format, storedFile }: DistributionRow): number => (storedFile ? -10 : 0) + (order.indexOf(format) + 1 || 50)

function glance({ t, dataset, organisation, series, places: standing, address, now }: DatasetPageProps): Entry[] {
  const document = dataset.document
  const contact = document.contactPoint[0]
  const places = document.spatial.flatMap(({ label }) => (label ? [inLanguage(label)] : [])).filter(Boolean)
  const keywords = Object.values(document.keyword).flat()
  const entries: (Entry | undefined)[] = [
    { term: t('dataset.publisher'), value: <a href={`/open-data/organisation/${organisation.name}`}>{organisation.title}</a> },
    document.temporal.length > 0 ? { term: t('dataset.period'), value: document.temporal.map((period) => periodText(period, t)).join('; ') } : undefined,
    places.length > 0 ? { term: t('dataset.place'), value: places.join(', ') } : undefined,
    dataset.modified ? { term: t('dataset.modified'), value: t.format.date(dataset.modified) } : undefined,
    document.accrualPeriodicity ? { term: t('dataset.frequency'), value: conceptLabel(frequencies.byUri.get(document.accrualPeriodicity), document.accrualPeriodicity, t) } : undefined,
    dataset.highValue ? { term: t('dataset.high-value-of'), value: <Tags t={t} tags={document.hvdCategory.map((uri) => hvdCategories.byUri.get(uri)).filter((concept) => concept !== undefined).map((concept) => ({ label: labelOf(concept, t.locale), href: hrefOf({ 'high-value': [concept.code] }) }))} /> } : undefined,
    series.length > 0 ? { term: t('dataset.series'), value: series.map(({ key, title }) => (/^https?:/.test(key) ? <a key={key} href={key}>{title}</a> : title)) } : undefined,
    standing.length > 0 ? { term: t('dataset.series'), value: standing.map((place) => <SeriesPlace key={place.series} t={t} place={place} />) } : undefined,
    { term: t('dataset.licence'), value: dataset.licence.map((licence) => licenceLabel(licence, t)).join(', ') },
    dataset.theme.length > 0 ? { term: t('dataset.theme'), value: <Tags t={t} tags={dataset.theme.map((code) => ({ label: themeLabel(code, t.locale), href: hrefOf({ theme: [code] }) }))} /> } : undefined,
    keywords.length > 0 ? { term: t('dataset.keywords'), value: <Tags t={t} tags={keywords.slice(0, 12).map((word) => ({ label: word, href: hrefOf({ q: word }) }))} /> } : undefined,
    contact ? contactEntry(contact, t) : undefined,
    { term: t('dataset.cite'), value: citation(document, organisation.title, address, now, t) },
  ]
  return entries.filter((entry) => entry !== undefined)
}

// Mail, telephone and page of the office, as far as they are known; without any there is nothing to say.
function contactEntry({ name, organisationName, email, telephone, url }: Contact, t: T): Entry | undefined {
  const ways = [
    email ? <a href={`mailto:${email.replace(/^mailto:/, '')}`}>{name ?? email.replace(/^mailto:/, '')}</a> : (name ?? organisationName),
    telephone ? <a href={`tel:${telephone.replace(/^tel:/, '').replaceAll(/[^+\d]/g, '')}`}>{telephone.replace(/^tel:/, '')}</a> : undefined,
    url && /^https?:/.test(url) && !email ? <a href={url}>{t('dataset.contact-page')}</a> : undefined,
  ].filter((way) => way !== undefined)
  if (ways.length === 0) return undefined
  return { term: t('dataset.contact'), value: ways.map((way, at) => <div key={at}>{way}</div>) }
}

function Tags({ tags }: { t: T; tags: readonly { label: string; href: string }[] }) {
  return (
    <ul class="mr-meta">
      {tags.map((tag) => (
        <li key={tag.label}>
          <a href={tag.href}>
            <Tag>{tag.label}</Tag>
          </a>
        </li>
      ))}
    </ul>
  )
}

const conceptLabel = (concept: Parameters<typeof labelOf>[0] | undefined, uri: string, t: T): string => (concept ? labelOf(concept, t.locale) : (uri.split('/').at(-1) ?? uri))

function periodText({ startDate, endDate }: PeriodOfTime, t: T): string {
  if (startDate && endDate) return startDate === endDate ? dateShown(startDate, t) : t('dataset.from-to', { from: dateShown(startDate, t), to: dateShown(endDate, t) })
  return startDate ? t('dataset.since', { from: dateShown(startDate, t) }) : t('dataset.until', { to: dateShown(endDate ?? '', t) })
}

function LicenceNote({ t, document }: { t: T; document: Dataset }) {
  const uris = [...new Set(document.distribution.map(({ license }) => license))]
  const known = uris.flatMap((uri) => licences.byUri.get(uri ?? '') ?? [])
  if (known.length === 0) {
    return (
      <Note kind="warn" title={t('dataset.licence-unknown')}>
        {t('dataset.licence-unknown-next')}
      </Note>
    )
  }
  return (
    <>
      {known.map((licence) => (
        <Note key={licence.uri} kind={licence.open ? 'ok' : 'warn'} title={labelOf(licence, t.locale)}>
          <p>{t.locale === 'en' ? licence.explanation.en : licence.explanation.de}</p>
          {licence.url ? (
            <p>
              <a href={licence.url}>{t('dataset.licence-text')}</a>
            </p>
          ) : null}
        </Note>
      ))}
    </>
  )
}
