/** Two people write the same draft: what each has changed since their common origin is brought together, field by field. */
import type { Dataset } from '../dcat/schema.ts'
import { isMany } from './answers.ts'
import type { DatasetQuestion } from './schema.ts'

/** Answers of both sides that cannot both stand; a person decides. */
export type Conflict = { readonly question: DatasetQuestion; readonly base: readonly string[]; readonly mine: readonly string[]; readonly theirs: readonly string[] }

/** `document` is theirs with all of mine that does not collide; where it does, mine stands in `conflicts` and theirs in the document. */
export type Merged = { readonly document: Dataset; readonly conflicts: readonly Conflict[]; /** Questions that the other side has answered anew, and otherwise than mine. */ readonly news: readonly DatasetQuestion[] }

/** Three-way merge of the questions given. What `mine` says beyond them is not looked at. */
export function mergeDrafts(base: Dataset, mine: Dataset, theirs: Dataset, questions: readonly DatasetQuestion[]): Merged {
  let document = theirs
  const conflicts: Conflict[] = []
  const news: DatasetQuestion[] = []
  for (const question of questions) {
    const sides = { base: question.read(base), mine: question.read(mine), theirs: question.read(theirs) }
    if (!same(sides.base, sides.theirs) && !same(sides.mine, sides.theirs)) news.push(question)
    const answers = isMany(question) ? mergeLists(sides) : mergeOne(sides)
    if (answers) document = question.write(document, answers)
    else conflicts.push({ question, ...sides })
  }
  return { document, conflicts, news }
}

type Sides = { readonly base: readonly string[]; readonly mine: readonly string[]; readonly theirs: readonly string[] }

/** The answer that was changed, when only one side changed it or both alike; undefined when they differ. */
export function mergeOne({ base, mine, theirs }: Sides): readonly string[] | undefined {
  if (same(mine, base) || same(mine, theirs)) return theirs
  return same(theirs, base) ? mine : undefined
}

/** What either side has added is in, what either has taken away is out; in their order, mine behind. Lists never collide. */
export function mergeLists({ base, mine, theirs }: Sides): readonly string[] {
  if (same(theirs, base)) return mine
  const gone = new Set(base.filter((answer) => !mine.includes(answer)))
  const added = mine.filter((answer) => !base.includes(answer) && !theirs.includes(answer))
  return [...theirs.filter((answer) => !gone.has(answer)), ...added]
}

/** Questions that two descriptions answer differently. */
export const differences = (one: Dataset, other: Dataset, questions: readonly DatasetQuestion[]): DatasetQuestion[] => questions.filter((question) => !same(question.read(one), question.read(other)))

const same = (one: readonly string[], other: readonly string[]): boolean => one.length === other.length && one.every((answer, at) => answer === other[at])
