import type { ComponentChildren } from 'preact'
import { blocksOf, runsOf, type Block, type ContentRun } from './markup.ts'
import { articlePath, type ArticleView, type NumberView } from './view.ts'

// Drawn alike by the server's pages and by the island, which knows no component of the kit.

type Say = (key: string) => string

/** A text of the small Markdown. `level` is the level of its headings in the page. */
export function Text({ body, level, isLeicht, lang }: { body: string; level: 2 | 3; isLeicht: boolean; lang?: string | undefined }) {
  const Heading = `h${level}` as const
  return (
    <div class={isLeicht ? 'mr-text mr-leicht' : 'mr-text'} lang={lang}>
      {blocksOf(body).map((block, at) => (block.kind === 'heading' ? <Heading key={at}>{block.text}</Heading> : <Part key={at} block={block} isLeicht={isLeicht} />))}
    </div>
  )
}

function Part({ block, isLeicht }: { block: Exclude<Block, { kind: 'heading' }>; isLeicht: boolean }) {
  if (block.kind === 'list')
    return (
      <ul>
        {block.items.map((item, at) => (
          <li key={at}>
            <Runs runs={item} />
          </li>
        ))}
      </ul>
    )
  if (!isLeicht)
    return (
      <p>
        {block.lines.map((line, at) => (
          <Runs key={at} runs={line} />
        ))}
      </p>
    )
  return (
    <>
      {block.lines.map((line, at) => (
        <p key={at}>
          <Runs runs={line} />
        </p>
      ))}
    </>
  )
}

function Runs({ runs }: { runs: readonly ContentRun[] }) {
  return (
    <>
      {runs.map(({ text, strong, href }, at) => {
        if (strong) return <strong key={at}>{text}</strong>
        if (href === undefined) return <span key={at}>{text}</span>
        return (
          <a key={at} href={href} {...(href.startsWith('https:') && { rel: 'noreferrer' })}>
            {text}
          </a>
        )
      })}
    </>
  )
}

/** One line with emphasis, such as a lead. */
export const Line = ({ text }: { text: string }) => <Runs runs={runsOf(text)} />

/** Body, who helps, sources and the day of the check. */
export function ArticleBody({ article, numbers, words, level, isLeicht }: { article: ArticleView; numbers: readonly NumberView[]; words: { helps: string; sources: string; easyNote: string }; level: 2 | 3; isLeicht: boolean }) {
  const Heading = `h${level}` as const
  const helping = article.numbers.flatMap((id) => numbers.filter((number) => number.id === id))
  return (
    <div class="mr-stack-m">
      <Text body={article.body} level={level} isLeicht={isLeicht} lang={article.lang} />
      {helping.length === 0 ? null : (
        <section class="mr-stack-s">
          <Heading>{words.helps}</Heading>
          <Numbers numbers={helping} />
        </section>
      )}
      <footer class="mr-small mr-muted mr-stack-s">
        {article.sources.length === 0 ? null : (
          <p lang="de">
            {`${words.sources}: `}
            {article.sources.map(({ title, href }, at) => (
              <span key={title}>
                {at === 0 ? '' : '; '}
                {href === undefined ? (
                  title
                ) : (
                  <a href={href} rel="noreferrer">
                    {title}
                  </a>
                )}
              </span>
            ))}
          </p>
        )}
        <p>{article.checked}</p>
        {isLeicht ? <p>{words.easyNote}</p> : null}
      </footer>
    </div>
  )
}

/** Numbers to dial, each with what for and when. */
export function Numbers({ numbers }: { numbers: readonly NumberView[] }) {
  return (
    <ul class="mr-list">
      {numbers.map((number) => (
        <li key={number.id} class="mr-result" id={`number-${number.id}`}>
          <p>
            {number.phone === '' ? (
              <strong>{number.name}</strong>
            ) : (
              <a class="mr-h3 mr-num" href={number.tel}>
                {`${number.phone} · ${number.name}`}
              </a>
            )}
          </p>
          <p>
            <Line text={number.what} />
          </p>
          <p class="mr-small mr-muted">
            {number.hours}
            {number.href === undefined ? null : (
              <>
                {number.hours === '' ? '' : ' · '}
                <a href={number.href} rel="noreferrer">
                  {new URL(number.href).host}
                </a>
              </>
            )}
          </p>
        </li>
      ))}
    </ul>
  )
}

/** Titles and leads of articles, each a link to its page. */
export function ArticleLinks({ articles, onOpen }: { articles: readonly Pick<ArticleView, 'id' | 'title' | 'lead'>[]; onOpen?: ((event: MouseEvent, id: string) => void) | undefined }) {
  return (
    <ul class="mr-list">
      {articles.map(({ id, title, lead }) => (
        <li key={id} class="mr-result">
          <p class="mr-h3">
            <a href={articlePath(id)} onClick={onOpen && ((event) => onOpen(event, id))}>
              {title}
            </a>
          </p>
          {lead === '' ? null : (
            <p>
              <Line text={lead} />
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}

const whoHref: Record<string, string> = {
  confidants: '/help-chat/case',
  'staff-council': articlePath('staff-council'),
  'complaint-office': articlePath('complaint-office'),
  report: '/help-chat/case',
  external: articlePath('external-offices'),
  police: 'tel:110',
  doctor: articlePath('health-and-strain'),
}

/** Who can help at the end of the helper. */
export function WhoHelps({ who, say }: { who: readonly string[]; say: Say }) {
  return (
    <ul class="mr-list mr-stack-s">
      {who.map((id) => (
        <li key={id}>
          <a href={whoHref[id] ?? '/help-chat'}>{say(`knowledge.find.who.${id}`)}</a>
        </li>
      ))}
    </ul>
  )
}

export const Stacked = ({ children }: { children: ComponentChildren }) => <div class="mr-stack-m">{children}</div>
