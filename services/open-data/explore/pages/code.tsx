import { CodeBlock, Island, Note, Section } from '@modellregion/ui'
import { languages, snippetOf } from '../snippets.ts'
import type { Frame } from './frame.ts'

/** How programs get exactly this selection. */
export function CodeView({ t, origin, file, selection, facts }: Frame) {
  return (
    <>
      <p class="mr-text">{t('explore.code-lead')}</p>
      {selection.filters.some(({ values: _, ...rest }) => Object.keys(rest).length > 1) || selection.q ? <Note kind="info" level={0} title={t('explore.code-differs')} /> : null}
      {languages.map((language) => (
        <Section key={language} id={`code-${language}`} title={t(`explore.code.${language}`)}>
          <Island name="code-block" of={CodeBlock} props={{ code: snippetOf(language, { origin, id: file.id, selection, facts }), label: `${t(`explore.code.${language}`)}: ${t('explore.code-lines')}`, words: { copy: t('explore.copy'), copied: t('explore.copied') } }} />
        </Section>
      ))}
    </>
  )
}
