import { DescriptionList, LinkButton, Note, PageHead, ResultList, Section, Stack, type Entry as Fact } from '@modellregion/ui'
import type { T } from '../../locales/index.ts'
import type { Entry } from '../../shelf/schema.ts'
import { supplierPath } from '../rules/list-query.ts'
import type { Supplier } from '../schema.ts'
import { EntryResult } from './result.tsx'
import { townLabel, type Labels } from './say.ts'

export type SupplierPageProps = { t: T; supplier: Supplier; /** What it serves, as far as the reader may see it. */ entries: readonly Entry[]; labels: Labels; mayEdit: boolean; done: boolean }

/** One supplier: what it does, how it is reached, and everything in the catalogue it helps with. */
export function SupplierPage({ t, supplier, entries, labels, mayEdit, done }: SupplierPageProps) {
  return (
    <>
      {done ? <Note kind="ok" role="status" level={0} title={t('catalogue.supplier.saved')} /> : null}
      <PageHead title={supplier.company} lead={supplier.does.map((does) => t(`catalogue.supplier.does.${does}`)).join(', ')}>
        {mayEdit ? (
          <LinkButton kind="quiet" icon="edit" href={`${supplierPath(supplier.id)}/edit`}>
            {t('catalogue.supplier.edit')}
          </LinkButton>
        ) : null}
      </PageHead>
      <Stack gap="l">
        {supplier.offer === '' ? null : <p>{supplier.offer}</p>}
        <DescriptionList entries={factsOf(t, supplier, labels)} />
        <p class="mr-small mr-muted">{t('catalogue.supplier.no-advice')}</p>
        <Section id="serves" title={entries.length === 0 ? t('catalogue.supplier.for') : t.count('catalogue.supplier.serves', entries.length)}>
          {entries.length === 0 ? (
            <p>{t('catalogue.supplier.serves-none')}</p>
          ) : (
            <ResultList>
              {entries.map((entry) => (
                <EntryResult key={entry.id} t={t} entry={entry} labels={labels} level={3} />
              ))}
            </ResultList>
          )}
        </Section>
      </Stack>
    </>
  )
}

function factsOf(t: T, { region, website, mailbox, town, changedAt }: Supplier, labels: Labels): Fact[] {
  const facts: (Fact | undefined)[] = [
    { term: t('catalogue.supplier.region'), value: region },
    website === null ? undefined : { term: t('catalogue.supplier.website'), value: <a href={website} rel="noopener nofollow">{website.replace(/^https:\/\//, '').replace(/\/$/, '')}</a> },
    mailbox === null ? undefined : { term: t('catalogue.supplier.field.mailbox'), value: <a href={`mailto:${mailbox}`}>{mailbox}</a> },
    { term: t('catalogue.supplier.recorded'), value: townLabel(t, labels, town) },
    { term: t('catalogue.entry.changed-on'), value: t.format.date(changedAt) },
  ]
  return facts.filter((fact) => fact !== undefined)
}
