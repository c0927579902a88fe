import { useEffect, useMemo, useState } from 'preact/hooks'
import type { Segment } from '@modellregion/kernel/rules'
import type { SayWords } from '../app/say.ts'
import { searchEntries, type Found } from './rules.ts'
import { articlePath, type Library } from './view.ts'

const pause = 150

/** What was found for the words typed, told to screen readers after a pause. Nothing leaves the device. */
export function SearchResults({ say, library, query }: { say: SayWords; library: Library; query: string }) {
  const [asked, setAsked] = useState(query)
  useEffect(() => {
    const timer = setTimeout(() => setAsked(query), pause)
    return () => clearTimeout(timer)
  }, [query])
  const { found, meant } = useMemo(() => searchEntries(library.entries, asked), [library, asked])
  const count = found.length === 0 ? say('knowledge.find.none') : found.length === 1 ? say('knowledge.find.one') : say('knowledge.find.many', { n: found.length })
  return (
    <section class="mr-stack-s">
      <p role="status" class="mr-small mr-muted">
        {meant === undefined ? count : `${count}. ${say('knowledge.find.meant', { words: meant })}`}
      </p>
      <ul class="mr-list">
        {found.map((hit) => (
          <Hit key={hit.entry.id} say={say} library={library} hit={hit} />
        ))}
      </ul>
    </section>
  )
}

function Hit({ say, library, hit: { entry, title, excerpt } }: { say: SayWords; library: Library; hit: Found }) {
  const question = entry.kind === 'question' ? library.questions.find(({ id }) => id === entry.id) : undefined
  const number = entry.kind === 'number' ? library.numbers.find(({ id }) => id === entry.id) : undefined
  const href = number ? (number.tel === '' ? number.href : number.tel) : question ? (question.more === '' ? undefined : articlePath(question.more)) : articlePath(entry.id)
  return (
    <li class="mr-result">
      <p class="mr-h3">{href === undefined ? <Marked segments={title} /> : <a href={href}>{number ? `${number.phone} · ${number.name}` : <Marked segments={title} />}</a>}</p>
      <p>{question ? question.answer : <Marked segments={excerpt} />}</p>
      <p class="mr-small mr-muted">{number && number.hours !== '' ? `${say(`knowledge.find.kind.${entry.kind}`)} · ${number.hours}` : say(`knowledge.find.kind.${entry.kind}`)}</p>
    </li>
  )
}

function Marked({ segments }: { segments: readonly Segment[] }) {
  return (
    <>
      {segments.map(({ text, marked }, at) => (marked ? <mark key={at}>{text}</mark> : text))}
    </>
  )
}
