import type { VNode } from 'preact'

/** How the joint of a marked compound is shown (words.md 2.3); `none` is for search, speech and copies. */
export type CompoundMark = 'hyphen' | 'mediopunkt' | 'none'

const joint = '·'

/**
 * One marked word. `hyphen` writes a capital after the joint when the word begins with one:
 * "Post·leit·zahl" becomes "Post-Leit-Zahl", "barriere·frei" becomes "barriere-frei".
 */
export function markCompound(word: string, mark: CompoundMark): string {
  if (mark === 'mediopunkt') return word
  if (mark === 'none') return word.replaceAll(joint, '')
  const parts = word.split(joint)
  const isName = /^\P{L}*\p{Lu}/u.test(word)
  return parts.map((part, at) => (at > 0 && isName ? part.charAt(0).toUpperCase() + part.slice(1) : part)).join('-')
}

const markAll = (text: string, mark: CompoundMark): string => text.replaceAll(/[^\s]*·[^\s]*/gu, (word) => markCompound(word, mark))

/** Lines of a text: `\n` separates sentences, and a sentence end followed by a capital starts a new line too, but not the point of "4. März". */
function lines(text: string): string[] {
  return text
    .split('\n')
    .flatMap((line) => line.split(/(?<=[^\d][.!?])\s+(?=[\p{Lu}„"])/u))
    .map((line) => line.trim())
    .filter(Boolean)
}

const emphasis = (line: string): (string | VNode)[] =>
  line.split(/\*\*(.+?)\*\*/u).map((part, at) => (at % 2 === 1 ? <strong key={at}>{part}</strong> : part))

/** A text in Leichte Sprache: each sentence on its own line, joints as the town marks them, `**nicht**` strong. */
export function leichtLines(text: string, { mark }: { mark: CompoundMark } = { mark: 'hyphen' }): VNode {
  return (
    <div class="mr-leicht" lang="de-simple-x-leicht">
      {lines(text).map((line, at) => (
        <p key={at}>{emphasis(markAll(line, mark))}</p>
      ))}
    </div>
  )
}
