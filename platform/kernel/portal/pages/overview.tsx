import { DataTable, MoreLink, Note, PageHead, Section, Stack, Tag } from '@modellregion/ui'
import type { Say } from '../../i18n/index.ts'
import type { KernelWords } from '../../locales/index.ts'
import type { Offer } from '../catalogue.ts'
import { Paragraphs } from './paragraphs.tsx'

type Texts = { t: Say<KernelWords> }
type Link = { href: string; title: string }

/** Every page on one page. */
export function SitemapPage({ t, offers, pages, machines }: Texts & { offers: readonly Offer[]; pages: readonly Link[]; machines: readonly Link[] }) {
  return (
    <>
      <PageHead title={t('portal.sitemap-title')} />
      <Stack gap="l">
        <Section id="services" title={t('portal.sitemap-services')}>
          <ul class="mr-list">
            {offers.map((offer) => (
              <li key={offer.href}>
                <MoreLink href={offer.href}>{offer.name}</MoreLink>
                {offer.links.length > 0 ? <Links links={offer.links.map(({ href, label }) => ({ href, title: label }))} /> : null}
              </li>
            ))}
          </ul>
        </Section>
        <Section id="town" title={t('portal.sitemap-town')}>
          <Links links={pages} />
        </Section>
        <Section id="machines" title={t('portal.sitemap-machines')}>
          <Links links={machines} />
        </Section>
      </Stack>
    </>
  )
}

const Links = ({ links }: { links: readonly Link[] }) => (
  <ul class="mr-list">
    {links.map((link) => (
      <li key={link.href}>
        <MoreLink href={link.href}>{link.title}</MoreLink>
      </li>
    ))}
  </ul>
)

type StatusProps = Texts & { at: Date; rows: readonly { name: string; href: string; runs: boolean }[] }

/** Whether the services run, in plain words. */
export function StatusPage({ t, at, rows }: StatusProps) {
  const fine = rows.every(({ runs }) => runs)
  return (
    <>
      <PageHead title={t('portal.status-title')} />
      <Stack gap="l">
        <Note kind={fine ? 'ok' : 'bad'} title={fine ? t('portal.status-all-ok') : t('portal.status-trouble')}>
          {fine ? null : <Paragraphs lines={t.lines('portal.status-trouble-text')} />}
          <p class="mr-small mr-muted">{t('portal.status-checked', { at })}</p>
        </Note>
        {rows.length > 0 ? (
          <DataTable
            id="services"
            caption={t('portal.status-title')}
            hideCaption
            rows={rows}
            rowKey={({ href }) => href}
            columns={[
              { key: 'service', head: t('portal.status-col-service'), rowHead: true, cell: ({ name, href }) => <a href={href}>{name}</a> },
              { key: 'state', head: t('portal.status-col-state'), nowrap: true, cell: ({ runs }) => <Tag kind={runs ? 'ok' : 'bad'}>{runs ? t('portal.status-runs') : t('portal.status-down')}</Tag> },
            ]}
          />
        ) : null}
      </Stack>
    </>
  )
}

export type ApiRow = { method: string; path: string; summary: string; /** Name of the service. */ of: string }

/** The public interfaces as a page for people; programs read /openapi.json. */
export function ApiPage({ t, rows }: Texts & { rows: readonly ApiRow[] }) {
  const groups = [...Map.groupBy(rows, (row) => row.of)]
  return (
    <>
      <PageHead title={t('portal.api-title')} lead={t('portal.api-lead')}>
        <p>
          <MoreLink href="/openapi.json">{t('portal.api-description')}</MoreLink>
        </p>
      </PageHead>
      <Stack gap="l">
        {groups.map(([name, inGroup], at) => (
          <DataTable
            key={name}
            id={`api-${at}`}
            caption={name}
            rows={inGroup}
            rowKey={({ method, path }) => `${method} ${path}`}
            columns={[
              { key: 'path', head: t('portal.api-path'), rowHead: true, cell: ({ path }) => <code>{path}</code> },
              { key: 'method', head: t('portal.api-method'), cell: ({ method }) => method },
              { key: 'summary', head: t('portal.api-summary'), cell: ({ summary }) => <span lang="en">{summary}</span> },
            ]}
          />
        ))}
      </Stack>
    </>
  )
}
