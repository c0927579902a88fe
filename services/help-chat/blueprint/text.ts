/** A document as the reader understands it: what a page and a PDF show in the same order. */

/** A piece of a line. `blank` is what a town must fill in and is never left out of sight. */
export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'strong'; text: string }
  | { kind: 'soft'; text: string }
  | { kind: 'link'; text: string; href: string }
  | { kind: 'blank'; text: string }

export type Line = readonly Inline[]

export type Block =
  | { kind: 'heading'; level: 2 | 3; id: string; line: Line }
  /** The lines as they were written: in Leichte Sprache each is a line of its own. */
  | { kind: 'paragraph'; lines: readonly Line[] }
  | { kind: 'list'; ordered: boolean; items: readonly (readonly Line[])[] }
  | { kind: 'checklist'; items: readonly { done: boolean; line: Line }[] }
  | { kind: 'table'; head: readonly Line[]; rows: readonly (readonly Line[])[] }
  /** Set apart: a practice case, an example of wording, a warning. */
  | { kind: 'note'; title: string; paragraphs: readonly (readonly Line[])[] }

export type FrontMatter = {
  title: string
  summary: string
  version: string
  /** Day of this version, `2026-11-29`. */
  date: string
  /** Which state of the law the text follows, in words. */
  law?: string
  licence: 'CC-BY-4.0'
  /** `legal`: a draft that the town's lawyers must read before it is used. */
  review?: 'legal'
  /** One line for each version, the newest first. */
  changes: readonly string[]
}

export type Parsed = { front: FrontMatter; blocks: readonly Block[] }

/** The words of a line without marks; a blank in square brackets. */
export const plainOf = (line: Line): string => line.map((part) => (part.kind === 'blank' ? `[${part.text}]` : part.text)).join('')
