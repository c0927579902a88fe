import type { Choice } from './merge.ts'

/** A decision as a form sends it. Undefined when nothing was chosen. */
export function readChoice(take: string | undefined, text: string | undefined): Choice | undefined {
  if (take === 'ours' || take === 'theirs' || take === 'both') return { take }
  return take === 'own' ? { take, text: text ?? '' } : undefined
}
