import { useEffect, useRef, useState } from 'preact/hooks'
import { sayWith, type SayWords, type Words } from '../../app/say.ts'
import { ArticleBody, ArticleLinks, Line, Stacked } from '../parts.tsx'
import { articleIn, groups, type ArticleView, type Library } from '../view.ts'
import { HelperWalk } from '../helper-walk.tsx'
import { SearchResults } from '../search-results.tsx'

export type HelpKnowledgeProps = {
  words: Words
  /** Address of everything that is known in the reader's language: asked once, the same for everybody. */
  libraryHref: string
  articles: readonly Pick<ArticleView, 'id' | 'title' | 'lead' | 'group'>[]
  isLeicht: boolean
}

type View = { kind: 'list' } | { kind: 'article'; id: string } | { kind: 'helper' }

/**
 * Searching and reading on the device. The library is fetched once; from then on no request says what somebody looks for or reads, and the
 * address stays as it is. Without script it is a list of links to pages.
 */
export function HelpKnowledge({ words, libraryHref, articles, isLeicht }: HelpKnowledgeProps) {
  const say = sayWith(words)
  const [library, setLibrary] = useState<Library | 'failed'>()
  const [query, setQuery] = useState('')
  const [views, setViews] = useState<readonly View[]>([{ kind: 'list' }])
  const heading = useRef<HTMLHeadingElement>(null)
  const room = useRef<HTMLDivElement>(null)
  const view = views.at(-1) ?? { kind: 'list' }
  const known = library === 'failed' ? undefined : library

  useEffect(() => {
    fetch(libraryHref, { credentials: 'omit' })
      .then(async (answer) => setLibrary(answer.ok ? ((await answer.json()) as Library) : 'failed')) // our own server's answer
      .catch(() => setLibrary('failed'))
  }, [libraryHref])
  useEffect(() => {
    if (views.length > 1 || view.kind !== 'list') heading.current?.focus()
  }, [views])

  // Links between articles open here; without the library, or with a key held down, they are ordinary links.
  useEffect(() => {
    const { current } = room
    const onClick = (event: MouseEvent): void => {
      if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || !known) return
      const href = event.target instanceof Element ? event.target.closest('a')?.getAttribute('href') : undefined
      const id = href ? articleIn(href) : undefined
      if (id === undefined || !known.articles.some((article) => article.id === id)) return
      event.preventDefault()
      setViews((before) => [...before, { kind: 'article', id }])
    }
    current?.addEventListener('click', onClick)
    return () => current?.removeEventListener('click', onClick)
  }, [known])
  const back = (): void => setViews(views.length > 1 ? views.slice(0, -1) : [{ kind: 'list' }])

  const article = view.kind === 'article' ? known?.articles.find(({ id }) => id === view.id) : undefined
  return (
    <div ref={room}>
      {view.kind === 'list' ? (
        <Stacked>
          <SearchField say={say} query={query} onInput={setQuery} isReady={known !== undefined} />
          {library === 'failed' ? <p>{say('knowledge.find.failed')}</p> : null}
          {known && query.trim() !== '' ? <SearchResults say={say} library={known} query={query} /> : null}
          <p class="mr-scripted">
            <button class="mr-btn mr-btn--quiet" type="button" onClick={() => setViews([...views, { kind: 'helper' }])} disabled={!known}>
              {say('knowledge.find.helper-start')}
            </button>
          </p>
          <p class="mr-unscripted">
            <a href="/help-chat/helper">{say('knowledge.find.helper-start')}</a>
          </p>
          <Groups say={say} articles={articles} />
        </Stacked>
      ) : null}
      {article && known ? (
        <Stacked>
          <Back say={say} onBack={back} />
          <h3 ref={heading} tabIndex={-1} lang={article.lang}>
            {article.title}
          </h3>
          {article.lead === '' ? null : (
            <p class="mr-lead">
              <Line text={article.lead} />
            </p>
          )}
          <ArticleBody article={article} numbers={known.numbers} level={3} isLeicht={isLeicht} words={{ helps: say('knowledge.helps'), sources: say('knowledge.sources'), easyNote: say('knowledge.easy-note') }} />
          <Back say={say} onBack={back} />
        </Stacked>
      ) : null}
      {view.kind === 'helper' && known ? (
        <Stacked>
          <Back say={say} onBack={back} />
          <HelperWalk say={say} library={known} heading={heading} />
        </Stacked>
      ) : null}
    </div>
  )
}

function Back({ say, onBack }: { say: SayWords; onBack: () => void }) {
  return (
    <p>
      <button class="mr-btn mr-btn--bare" type="button" onClick={onBack}>
        {say('knowledge.find.back')}
      </button>
    </p>
  )
}

function SearchField({ say, query, onInput, isReady }: { say: SayWords; query: string; onInput: (text: string) => void; isReady: boolean }) {
  return (
    <div class="mr-stack-s" role="search">
      <div class="mr-field mr-scripted">
        <label class="mr-label" for="help-find">{say('knowledge.find.label')}</label>
        <p class="mr-hint" id="help-find-hint">
          {say('knowledge.find.hint')}
        </p>
        <input class="mr-input" id="help-find" type="search" autocomplete="off" spellcheck={false} maxLength={200} aria-describedby="help-find-hint" value={query} disabled={!isReady} onInput={({ currentTarget }) => onInput(currentTarget.value)} />
      </div>
      <p class="mr-unscripted">{say('knowledge.find.unscripted')}</p>
    </div>
  )
}

function Groups({ say, articles }: { say: SayWords; articles: HelpKnowledgeProps['articles'] }) {
  return (
    <div class="mr-stack-m">
      {groups.flatMap((group) => {
        const own = articles.filter((article) => article.group === group)
        return own.length === 0
          ? []
          : [
              <section key={group} class="mr-stack-s">
                <h3>{say(`knowledge.group.${group}`)}</h3>
                <ArticleLinks articles={own} />
              </section>,
            ]
      })}
    </div>
  )
}
