import type { Typed } from '@modellregion/kernel'
import { shownAs } from './answers.ts'
import type { Saved } from './save.ts'

/** Answers that were changed elsewhere, as the fields of an open page must show them now, so that its next saving does not take them back. */
export function freshAnswers({ draft, moved }: Pick<Extract<Saved, { kind: 'saved' }>, 'draft' | 'moved'>, typed: Typed): Record<string, string | readonly string[]> {
  const fresh = moved.map((question) => [question.name, shownAs(question, question.read(draft.document))] as const)
  return Object.fromEntries(fresh.filter(([name, value]) => String(typed[name] ?? '') !== String(value)))
}
