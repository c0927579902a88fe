import { DescriptionList, Section, Stack, type Entry } from '@modellregion/ui'
import type { T } from '../../locales/index.ts'
import type { Loaded } from '../load.ts'

const syntaxes = [
  ['ttl', 'Turtle'],
  ['rdf', 'RDF/XML'],
  ['jsonld', 'JSON-LD'],
] as const

/** Where the description comes from, what was changed on the way, and how programs read it. */
export function Provenance({ t, dataset, source }: Loaded & { t: T }) {
  const { document } = dataset
  const entries: (Entry | undefined)[] = [
    source ? { term: t('dataset.source'), value: source.options.attributionUrl ? <a href={source.options.attributionUrl}>{source.title}</a> : source.title } : undefined,
    source?.options.attribution ? { term: t('dataset.attribution'), value: source.options.attribution } : undefined,
    document.uri ? { term: t('dataset.identifier'), value: <code>{document.uri}</code> } : undefined,
    { term: t('dataset.in-catalogue-since'), value: t.format.date(dataset.createdAt) },
    { term: t('dataset.last-change'), value: t.format.dateTime(dataset.changedAt) },
  ]
  return (
    <Section id="metadata" title={t('dataset.provenance')}>
      <Stack>
      <DescriptionList entries={entries.filter((entry) => entry !== undefined)} />
      <p>
        {t('dataset.as-data')}{' '}
        {syntaxes.map(([extension, label], at) => (
          <>
            {at > 0 ? ', ' : null}
            <a key={extension} href={`/open-data/dataset/${dataset.name}.${extension}`}>
              {label}
            </a>
          </>
        ))}
        , <a href={`/api/3/action/package_show?id=${dataset.name}`}>{t('dataset.as-ckan')}</a>
      </p>
      {document.provenance.length > 0 ? (
        <details class="mr-details">
          <summary>{t('dataset.changes', { n: document.provenance.length })}</summary>
          <ul>
            {document.provenance.slice(0, 60).map((note) => (
              <li key={`${note.field}${note.rule}${note.from}`}>
                <code>{note.field}</code>: {t.find(`provenance.${note.rule}`) ?? note.rule} ({note.from.slice(0, 120)})
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      </Stack>
    </Section>
  )
}
