import type { LessonId } from '../library.ts'

/** The test of the course: how many questions, and how many of a hundred must be right. */
export const questionsInTest = 12
export const passMark = 80

type Drawn = { id: string; lesson: LessonId }
type Asked = { id: string; answers: readonly { right: boolean }[]; right: number }

/**
 * Twelve questions by chance, at least one of every lesson, in an order of their own. The same seed draws the same ones, so that the server
 * need not remember what it asked.
 */
export function drawQuestions<Q extends Drawn>(bank: readonly Q[], seed: string): readonly Q[] {
  const next = chanceOf(seed)
  const mixed = shuffled(bank, next)
  const ofEach = [...new Set(bank.map(({ lesson }) => lesson))].flatMap((lesson) => mixed.find((question) => question.lesson === lesson) ?? [])
  const others = mixed.filter((question) => !ofEach.includes(question))
  return shuffled([...ofEach, ...others].slice(0, questionsInTest), next)
}

/** Numbers from 0 to 1 that follow from the seed. Fair enough to pick questions, of no use for secrets. */
function chanceOf(seed: string): () => number {
  let state = 0x811c9dc5
  for (const sign of seed) state = Math.imul(state ^ (sign.codePointAt(0) ?? 0), 0x01000193) // FNV-1a
  return () => {
    state = (state + 0x6d2b79f5) | 0 // mulberry32
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

function shuffled<T>(all: readonly T[], next: () => number): T[] {
  const out = [...all]
  for (let at = out.length - 1; at > 0; at--) {
    const other = Math.floor(next() * (at + 1))
    const held = out[at] as T // both places exist: 0 <= other <= at < length
    out[at] = out[other] as T
    out[other] = held
  }
  return out
}

/** Which answers of a question were chosen, by their place. */
export type Given = ReadonlyMap<string, ReadonlySet<number>>

/** Questions for which not exactly as many answers were chosen as are right; the person is told before anything is marked. */
export const incomplete = (questions: readonly Asked[], given: Given): readonly string[] =>
  questions.filter(({ id, right, answers }) => {
    const chosen = given.get(id)
    return chosen?.size !== right || [...chosen].some((at) => answers[at] === undefined)
  }).map(({ id }) => id)

export type Marked = { right: readonly string[]; wrong: readonly string[]; percent: number; passed: boolean }

/** A question counts when exactly its right answers were chosen; percent is rounded down, so that 79.9 is not 80. */
export function markTest(questions: readonly Asked[], given: Given): Marked {
  const isRight = ({ id, answers }: Asked): boolean => answers.every((answer, at) => answer.right === (given.get(id)?.has(at) ?? false))
  const right = questions.filter(isRight).map(({ id }) => id)
  const wrong = questions.filter((question) => !isRight(question)).map(({ id }) => id)
  const percent = questions.length === 0 ? 0 : Math.floor((right.length * 100) / questions.length)
  return { right, wrong, percent, passed: questions.length > 0 && right.length * 100 >= passMark * questions.length }
}
