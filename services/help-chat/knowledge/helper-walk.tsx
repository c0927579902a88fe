import type { RefObject } from 'preact'
import { useState } from 'preact/hooks'
import type { SayWords } from '../app/say.ts'
import { ArticleLinks, Line, Numbers, Stacked, WhoHelps } from './parts.tsx'
import type { Library, StepView } from './view.ts'

/** "What happened to me?" step by step. Nothing is asked of the server, and nothing is kept. */
export function HelperWalk({ say, library, heading }: { say: SayWords; library: Library; heading: RefObject<HTMLHeadingElement | null> }) {
  const [path, setPath] = useState<readonly string[]>(['start'])
  const step = library.steps.find(({ id }) => id === path.at(-1))
  if (!step) return null
  const go = (next: readonly string[]): void => {
    setPath(next)
    queueMicrotask(() => heading.current?.focus()) // the question has changed: whoever listens hears the new one
  }
  return (
    <Stacked>
      <h3 ref={heading} tabIndex={-1}>
        <Line text={step.title} />
      </h3>
      <p class="mr-lead">
        <Line text={step.text} />
      </p>
      {step.choices.length === 0 ? <HelperEnd say={say} library={library} step={step} level={4} /> : <Choices step={step} onChoose={(to) => go([...path, to])} />}
      <div class="mr-row">
        {path.length > 1 ? (
          <button class="mr-btn mr-btn--bare" type="button" onClick={() => go(path.slice(0, -1))}>
            {say('knowledge.find.step-back')}
          </button>
        ) : null}
        {path.length > 2 ? (
          <button class="mr-btn mr-btn--bare" type="button" onClick={() => go(['start'])}>
            {say('knowledge.find.again')}
          </button>
        ) : null}
      </div>
    </Stacked>
  )
}

function Choices({ step, onChoose }: { step: StepView; onChoose: (to: string) => void }) {
  return (
    <ul class="mr-list mr-stack-s">
      {step.choices.map(({ to, label }) => (
        <li key={to}>
          <button class="mr-btn mr-btn--quiet" type="button" onClick={() => onChoose(to)}>
            <Line text={label} />
          </button>
        </li>
      ))}
    </ul>
  )
}

/** What stands at an end: numbers first, then who helps, then what to read. */
export function HelperEnd({ say, library, step, level }: { say: (key: string) => string; library: Library; step: StepView; level: 3 | 4 }) {
  const Heading = `h${level}` as const
  const numbers = step.numbers.flatMap((id) => library.numbers.filter((number) => number.id === id))
  const articles = step.articles.flatMap((id) => library.articles.filter((article) => article.id === id))
  return (
    <Stacked>
      {numbers.length === 0 ? null : <Numbers numbers={numbers} />}
      <section class="mr-stack-s">
        <Heading>{say('knowledge.find.who')}</Heading>
        <WhoHelps who={step.who} say={say} />
      </section>
      <section class="mr-stack-s">
        <Heading>{say('knowledge.find.read')}</Heading>
        <ArticleLinks articles={articles} />
      </section>
    </Stacked>
  )
}
