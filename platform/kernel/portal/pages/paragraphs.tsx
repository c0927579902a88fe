import type { Say } from '../../i18n/index.ts'
import type { Run } from '../../i18n/typography.ts'

type Props = { lines: readonly (readonly Run[])[] }

/** A text as paragraphs: one in most languages, one for each sentence in Leichter Sprache, with its emphasis. */
export function Paragraphs({ lines }: Props) {
  return (
    <>
      {lines.map((line, at) => (
        <p key={at}>{line.map((run, place) => (run.strong ? <strong key={place}>{run.text}</strong> : run.text))}</p>
      ))}
    </>
  )
}

/** Class of a running text: larger and undivided in Leichter Sprache. */
export const textClass = ({ locale }: Pick<Say<unknown>, 'locale'>): string => (locale === 'de-x-leicht' ? 'mr-text mr-leicht' : 'mr-text')
