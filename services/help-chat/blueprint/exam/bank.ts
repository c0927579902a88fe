import { lessons, isLesson, type LessonId } from '../library.ts'
import { plainOf, type Block } from '../text.ts'

export type Answer = { text: string; right: boolean }
export type Question = {
  /** Lesson and number, the same in every language: `crisis-2`. */
  id: string
  lesson: LessonId
  text: string
  answers: readonly Answer[]
  /** How many answers are right; said before somebody answers. */
  right: number
  explanation: string
}

/**
 * Reads the bank out of a document: `### crisis-2: question`, a checklist of answers, a paragraph that explains. Throws SyntaxError with the
 * question's name when something is missing, so that a test without a right answer never reaches anybody.
 */
export function readBank(blocks: readonly Block[]): readonly Question[] {
  const questions: Question[] = []
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at]
    if (block?.kind !== 'heading' || block.level !== 3) continue
    questions.push(readQuestion(plainOf(block.line), blocks.slice(at + 1, at + 3)))
  }
  const ids = questions.map(({ id }) => id)
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  if (twice !== undefined) throw new SyntaxError(`Question ${twice} stands there twice.`)
  return questions
}

function readQuestion(heading: string, [list, reason]: readonly Block[]): Question {
  const [, id = '', lesson = '', text = ''] = /^(([a-z-]+)-\d+): (.+)$/.exec(heading) ?? []
  if (!isLesson(lesson)) throw new SyntaxError(`"${heading}": a question begins with a lesson and a number (${lessons.join(', ')}).`)
  if (list?.kind !== 'checklist' || list.items.length < 3) throw new SyntaxError(`Question ${id} needs at least three answers.`)
  if (reason?.kind !== 'paragraph') throw new SyntaxError(`Question ${id} needs an explanation.`)
  const answers = list.items.map(({ done, line }) => ({ text: plainOf(line), right: done }))
  const right = answers.filter((answer) => answer.right).length
  if (right === 0 || right === answers.length) throw new SyntaxError(`Question ${id} needs right and wrong answers.`)
  return { id, lesson, text, answers, right, explanation: reason.lines.map(plainOf).join(' ') }
}
