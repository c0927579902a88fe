import { page, type Answer, type Typed } from '@modellregion/kernel'
import { checkDataset } from '../check/check.ts'
import { words } from '../locales/index.ts'
import { isMany, shownAs } from './answers.ts'
import { headOf, newsOf, type Asks } from './draft-page.ts'
import { staffPage } from '../staff/menu.ts'
import { ConflictPage } from './pages/conflict.tsx'
import { questions } from './questions.ts'
import type { Saved } from './save.ts'
import type { DatasetQuestion, Step } from './schema.ts'

type Collision = Extract<Saved, { kind: 'conflict' }> & { typed: Typed }

/** Both have changed the same answer: shows both, and what stood there before. What was typed travels along until a person has chosen. */
export function showConflict(ask: Asks, step: Step, { draft, conflicts, news, merged, problems, typed }: Collision, asked: readonly DatasetQuestion[] = questions[step], action = `/open-data/draft/${draft.id}/${step}`): Answer {
  const t = ask.say(words)
  const collides = new Set(conflicts.map(({ question }) => question.name))
  const kept = asked.map((question) => [question.name, collides.has(question.name) || problems.has(question.name) ? (typed[question.name] ?? '') : shownAs(question, question.read(merged))] as const)
  const text = (question: DatasetQuestion, answers: readonly string[]) => [shownAs(question, answers)].flat().join(', ')
  return page(
    ConflictPage,
    {
      t, csrf: ask.csrf(), head: headOf(draft, step, checkDataset(draft.document)), action, revision: draft.revision, kept, by: newsOf(t, news).by,
      conflicts: conflicts.map(({ question, base, mine, theirs }) => ({ name: question.name, label: t.find(`edit.field.${question.name}`) ?? question.name, base: text(question, base), mine: text(question, mine), theirs: text(question, theirs), both: isMany(question) || question.kind === 'text' })),
    }, // prettier-ignore
    staffPage(ask, { title: t('edit.conflict.title'), status: 409 }),
  )
}
