import { LinkButton, Note, PageHead, Row, Stack } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import { plainOf, type Block } from '../text.ts'
import { Blocks } from './blocks.tsx'

export type DocumentProps = {
  t: PageT
  title: string
  summary: string
  blocks: readonly Block[]
  /** Version, law, licence. */
  facts: readonly string[]
  changes: readonly string[]
  isDraft: boolean
  byLine: boolean
  /** `lang` of the text where it is not the page's. */
  foreign: string | undefined
  pdf: string
  easyPdf: string | undefined
  note: string | undefined
}

/** A document of the blueprint: contents, text, versions. */
export function DocumentPage({ t, title, summary, blocks, facts, changes, isDraft, byLine, foreign, pdf, easyPdf, note }: DocumentProps) {
  return (
    <article lang={foreign}>
      <PageHead title={title} lead={summary}>
        <Row>
          <LinkButton href={pdf}>{t('blueprint.pdf')}</LinkButton>
          {easyPdf ? (
            <LinkButton href={easyPdf} kind="quiet">
              {t('blueprint.pdf-easy')}
            </LinkButton>
          ) : null}
        </Row>
      </PageHead>
      <Stack gap="l">
        {foreign ? <p>{t('blueprint.in-german')}</p> : null}
        {isDraft ? (
          <Note kind="warn" title={t('blueprint.review-title')}>
            {t('blueprint.review')}
          </Note>
        ) : null}
        {note ? <p>{note}</p> : null}
        <Contents title={t('blueprint.contents')} blocks={blocks} />
        <div class={byLine ? 'mr-text mr-leicht' : 'mr-text'}>
          <Blocks blocks={blocks} byLine={byLine} words={{ done: t('blueprint.done'), open: t('blueprint.open') }} />
        </div>
      </Stack>
      <section class="mr-section mr-text" aria-labelledby="versions">
        <h2 id="versions">{t('blueprint.changes')}</h2>
        <ul>
          {changes.map((change) => (
            <li key={change}>{change}</li>
          ))}
        </ul>
        {facts.map((fact) => (
          <p key={fact} class="mr-small mr-muted">
            {fact}
          </p>
        ))}
      </section>
    </article>
  )
}

/** Links to the main headings; nothing where there are fewer than three. */
export function Contents({ title, blocks }: { title: string; blocks: readonly Block[] }) {
  const headings = blocks.flatMap((block) => (block.kind === 'heading' && block.level === 2 ? [block] : []))
  if (headings.length < 3) return null
  return (
    <nav aria-labelledby="contents">
      <h2 id="contents" class="mr-h3">
        {title}
      </h2>
      <ul class="mr-list">
        {headings.map(({ id, line }) => (
          <li key={id}>
            <a class="mr-inline" href={`#${id}`}>
              {plainOf(line)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
