import { DataTable, DescriptionList, PageHead } from '@modellregion/ui'
import type { T } from '../../locales/index.ts'
import type { Concept } from '../../dcat/schema.ts'
import { labelOf } from '../lists.ts'
import { namedVocabularies, type NamedVocabulary } from '../named.ts'

/** All lists with their versions. */
export function VocabularyListPage({ t }: { t: T }) {
  return (
    <>
      <PageHead title={t('vocabulary.title')} lead={t('vocabulary.lead')} />
      <DataTable
        id="vocabularies"
        caption={t('vocabulary.title')}
        hideCaption
        rows={namedVocabularies}
        rowKey={({ name }) => name}
        columns={[
          { key: 'name', head: t('vocabulary.list'), rowHead: true, cell: ({ name }) => <a href={`/open-data/vocabulary/${name}`}>{t(`vocabulary.name.${name}`)}</a> },
          { key: 'version', head: t('vocabulary.version'), cell: ({ list }) => list.version },
          { key: 'n', head: t('vocabulary.entries'), align: 'end', cell: ({ list }) => t.format.number(list.concepts.length) },
          { key: 'complete', head: t('vocabulary.complete'), cell: ({ list }) => completeness(t, list.complete) },
          { key: 'licence', head: t('vocabulary.licence'), cell: ({ list }) => list.license },
        ]}
      />
    </>
  )
}

const completeness = (t: T, complete: boolean): string => t(complete ? 'vocabulary.complete.yes' : 'vocabulary.complete.no')

/** One list with its entries. */
export function VocabularyPage({ t, name, list }: NamedVocabulary & { t: T }) {
  const concepts: readonly Concept[] = list.concepts
  return (
    <>
      <PageHead title={t(`vocabulary.name.${name}`)} />
      <div class="mr-stack-l">
        <DescriptionList
          entries={[
            { term: t('vocabulary.version'), value: list.version },
            { term: t('vocabulary.complete'), value: completeness(t, list.complete) },
            { term: t('vocabulary.origin'), value: list.source },
            { term: t('vocabulary.licence'), value: list.license },
            { term: t('vocabulary.address'), value: list.scheme },
          ]}
        />
        <DataTable
          id="concepts"
          caption={t('vocabulary.entries')}
          rows={concepts}
          rowKey={({ uri }) => uri}
          columns={[
            { key: 'label', head: t('vocabulary.label'), rowHead: true, cell: (concept) => labelOf(concept, t.locale) },
            { key: 'code', head: t('vocabulary.code'), cell: ({ code }) => code },
            { key: 'uri', head: t('vocabulary.address'), cell: ({ uri }) => uri },
          ]}
        />
      </div>
    </>
  )
}
