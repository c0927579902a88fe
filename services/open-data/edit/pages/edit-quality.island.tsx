import { useEffect, useState } from 'preact/hooks'
import type { Dataset } from '../../dcat/schema.ts'
import { readAnswers } from '../answers.ts'
import { qualityOf } from '../quality.ts'
import { fileQuestions, ofFile, questions } from '../questions.ts'
import type { DatasetQuestion, Step } from '../schema.ts'
import type { QualityView } from '../quality-view.ts'

export type LiveQualityProps = {
  id: string
  form: string
  /** The draft as it was read; the form answers some of its questions anew. */
  draft: Dataset
  step: Step
  /** The file the form is about. */
  file?: string
  shown: QualityView
  words: { points: string; next: string; full: string; grades: Record<string, string>; advice: Record<string, string> }
}

/** Points of the description and what would bring most, counted anew while somebody types. Without script as of the last saving. */
export function LiveQuality({ id, form: formId, draft, step, file, shown, words }: LiveQualityProps) {
  const [view, setView] = useState(shown)
  useEffect(() => {
    const form = document.getElementById(formId)
    if (!(form instanceof HTMLFormElement)) return undefined
    const count = (): void => {
      const { points, grade, next } = qualityOf(answered(draft, asked(draft, step, file), form))
      setView({ points, grade: words.grades[grade] ?? grade, steps: next.slice(0, 3).map((one) => ({ id: one.id, gain: one.gain, label: words.advice[one.id] ?? one.id, href: `/open-data/draft/${id}/${one.place}` })) })
    }
    form.addEventListener('input', count)
    return () => form.removeEventListener('input', count)
  }, [id, formId, draft, step, file, words])

  return (
    <div class="mr-stack-s">
      <p>
        <b class="mr-num">{words.points.replace('{points}', String(view.points))}</b> {view.grade}
      </p>
      <div class="kern-progress mr-progress" aria-hidden="true">
        <progress max={405} value={view.points} />
      </div>
      {view.steps.length > 0 ? (
        <>
          <p class="mr-small mr-muted">{words.next}</p>
          <ul class="mr-list mr-stack-s">
            {view.steps.map(({ id: key, label, gain, href }) => (
              <li key={key}>
                <a href={href}>{label}</a> <span class="mr-num">{`+${gain}`}</span>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p>{words.full}</p>
      )}
    </div>
  )
}

function asked(draft: Dataset, step: Step, file: string | undefined): readonly DatasetQuestion[] {
  if (file === undefined) return questions[step]
  const position = draft.distribution.findIndex((one) => one.id === file)
  return fileQuestions.map((question) => ofFile(question, file, position))
}

// Questions the form does not ask stay answered as they are; what cannot be read yet counts as not said.
function answered(draft: Dataset, list: readonly DatasetQuestion[], form: HTMLFormElement): Dataset {
  const data = new FormData(form)
  const names = new Set([...form.elements].flatMap((field) => ('name' in field && typeof field.name === 'string' ? [field.name] : [])))
  return list.filter(({ name }) => names.has(name)).reduce((dataset, question) => {
    const typed = data.getAll(question.name).filter((value) => typeof value === 'string')
    const read = readAnswers(question, { [question.name]: typed })
    return question.write(dataset, read.ok ? read.answers : [])
  }, draft)
}
