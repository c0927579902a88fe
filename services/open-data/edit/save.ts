import { NotFound, type Typed, type UnitOfWork } from '@modellregion/kernel'
import { emptyDataset } from '../dcat/empty.ts'
import type { Dataset } from '../dcat/schema.ts'
import { findDraft, findRevision, forgetRevisions, isOnlyMine, saveDraft } from '../draft/queries.ts'
import type { Draft } from '../draft/schema.ts'
import { isMany, readAnswers } from './answers.ts'
import { withLegislation } from './high-value.ts'
import { mergeDrafts, type Conflict } from './rules.ts'
import type { DatasetQuestion, Problem } from './schema.ts'

/** Revisions kept behind the newest. */
const keptRevisions = 100

export type Answered = {
  /** The revision the person has read. */
  revision: number
  questions: readonly DatasetQuestion[]
  typed: Typed
  /** How collisions shown before are to end, by question: `choose-<name>`. */
  choices?: Typed
}

/** Who has saved meanwhile (their account here, their name on a page), and which questions they have answered anew. */
export type News = { by: string | undefined; questions: readonly DatasetQuestion[] }

/**
 * `problems`: what could not be read stays out of the draft; everything else is saved. `moved`: answers that an open page shows
 * older than they are now, be it somebody else's or the person's own from another window; `news` tells of others only.
 */
export type Saved =
  | { kind: 'saved'; draft: Draft; problems: ReadonlyMap<string, Problem>; news: News | undefined; moved: readonly DatasetQuestion[] }
  | { kind: 'conflict'; draft: Draft; problems: ReadonlyMap<string, Problem>; conflicts: readonly Conflict[]; news: News; merged: Dataset }

/**
 * Saves answers into a draft. Who has read an older revision meets the newer one field by field; only where both have changed the
 * same answer nothing is saved, and a person decides. Nobody collides with themselves: what they typed last stands, also when the
 * automatic saving of the page they have just left arrived in between.
 * @throws NotFound when there is no such draft
 */
export async function saveAnswers(db: UnitOfWork, id: string, { revision, questions, typed, choices = {} }: Answered): Promise<Saved> {
  const draft = await getDraft(db, id)
  const { readable, problems, mine: answers } = read(questions, typed, choices, draft.document)
  // Beyond the revisions kept there is no common origin: then all that differs collides.
  const base = revision === draft.revision ? draft.document : ((await findRevision(db, id, revision))?.document ?? emptyDataset)
  const mine = readable.reduce((document, question) => question.write(document, answers.get(question.name) ?? []), base)
  const merged = mergeDrafts(base, mine, draft.document, readable)
  if (db.actor !== undefined && (await isOnlyMine(db, id, revision))) {
    const document = merged.conflicts.reduce((document, conflict) => conflict.question.write(document, conflict.mine), merged.document)
    return { kind: 'saved', draft: await changeDraft(db, draft, document), problems, news: undefined, moved: merged.news }
  }
  const news = merged.news.length > 0 ? { by: draft.changedBy ?? undefined, questions: merged.news } : undefined
  if (merged.conflicts.length > 0) return { kind: 'conflict', draft, problems, conflicts: merged.conflicts, news: news ?? { by: undefined, questions: [] }, merged: merged.document }
  return { kind: 'saved', draft: await changeDraft(db, draft, merged.document), problems, news, moved: merged.news }
}

/** Saves another description of a draft just read in this unit of work. Nothing happens when it says the same. */
export async function changeDraft(db: UnitOfWork, draft: Draft, changed: Dataset, more: Partial<Pick<Draft, 'organisationId' | 'name' | 'basedOn'>> = {}): Promise<Draft> {
  const document = withLegislation(changed)
  if (JSON.stringify(document) === JSON.stringify(draft.document) && Object.keys(more).length === 0) return draft
  if ((await saveDraft(db, { ...draft, ...more, document })) === 0) throw new Error('Somebody has saved the draft within this unit of work.')
  if (draft.revision > keptRevisions) await forgetRevisions(db, draft.id, draft.revision - keptRevisions)
  return await getDraft(db, draft.id)
}

export async function getDraft(db: UnitOfWork, id: string): Promise<Draft> {
  const draft = await findDraft(db, id)
  if (!draft) throw new NotFound()
  return draft
}

function read(questions: readonly DatasetQuestion[], typed: Typed, choices: Typed, current: Dataset) {
  const problems = new Map<string, Problem>()
  const mine = new Map<string, readonly string[]>()
  for (const question of questions) {
    const choice = choices[`choose-${question.name}`]
    const answer = choice === 'theirs' ? { ok: true as const, answers: question.read(current) } : readAnswers(question, typed)
    if (answer.ok) mine.set(question.name, choice === 'both' ? both(question, question.read(current), answer.answers) : answer.answers)
    else problems.set(question.name, answer.problem)
  }
  return { readable: questions.filter(({ name }) => mine.has(name)), problems, mine }
}

const both = (question: DatasetQuestion, theirs: readonly string[], mine: readonly string[]): readonly string[] =>
  isMany(question) ? [...new Set([...theirs, ...mine])] : [[...theirs, ...mine].join(question.kind === 'text' ? '\n\n' : ' ')]
