import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { Answer, Question, QuestionLine, QuestionState } from '../schema.ts'

// Shared tables: each town writes its own rows, all read what is not hidden.
// An answer that was hidden solves nothing as long as it is hidden.
const solvedBy = sql`(select s.id from portfolio.answer s where s.id = q.solved_by and s.published)`
const columnsWith = (solved: ReturnType<typeof sql>) => sql`q.id, q.town, q.published, q.title, q.text, q.entry, q.helpful, ${solved} as "solvedBy", q.reviewed_at as "reviewedAt", q.changed_at as "changedAt", q.corrected_at as "correctedAt", q.created_at as "createdAt"`
const columns = columnsWith(solvedBy)
const lineColumns = sql`q.id, q.town, q.title, q.text, q.entry, ${solvedBy} as "solvedBy", q.created_at as "createdAt", (select count(*)::int from portfolio.answer a where a.question_id = q.id and a.published) as answers`
const answerColumns = sql`a.id, a.town, a.published, a.question_id as "questionId", a.text, a.reviewed_at as "reviewedAt", a.corrected_at as "correctedAt", a.created_at as "createdAt"`

export type QuestionFilter = { readonly state?: QuestionState | undefined; readonly entry?: string | undefined; readonly aboutEntries?: boolean | undefined }

const matching = ({ state, entry, aboutEntries = false }: QuestionFilter) => sql`
  q.published and (${entry ?? null}::uuid is null or q.entry = ${entry ?? null}::uuid) and (${!aboutEntries} or q.entry is not null)
  and (${state ?? null}::text is null
    or (${state ?? null} = 'solved' and ${solvedBy} is not null)
    or (${state ?? null} = 'answered' and ${solvedBy} is null and exists (select 1 from portfolio.answer a where a.question_id = q.id and a.published))
    or (${state ?? null} = 'open' and ${solvedBy} is null and not exists (select 1 from portfolio.answer a where a.question_id = q.id and a.published)))`

/** @throws NotFound, also when another town has hidden it */
export const getQuestion = (db: UnitOfWork, id: string): Promise<Question> => db.one(sql<Question>`select ${columns} from portfolio.question q where q.id = ${id}`)
export const findQuestion = (db: UnitOfWork, id: string): Promise<Question | undefined> => db.maybe(sql<Question>`select ${columns} from portfolio.question q where q.id = ${id}`)
/** The unit's own question, locked until the unit ends; `solvedBy` also when that answer is hidden just now. */
export const lockOwnQuestion = (db: UnitOfWork, id: string): Promise<Question | undefined> => db.maybe(sql<Question>`select ${columnsWith(sql`q.solved_by`)} from portfolio.question q where q.town = ${db.tenant} and q.id = ${id} for update`)
/** Questions of all towns that are not hidden, the newest first. */
export const listQuestions = (db: UnitOfWork, filter: QuestionFilter, page: { from: number; size: number }): Promise<QuestionLine[]> =>
  db.many(sql<QuestionLine>`select ${lineColumns} from portfolio.question q where ${matching(filter)} order by q.created_at desc, q.id desc limit ${page.size} offset ${page.from}`)
export const countQuestions = (db: UnitOfWork, filter: QuestionFilter): Promise<{ n: number }> => db.one(sql<{ n: number }>`select count(*)::int as n from portfolio.question q where ${matching(filter)}`)
/** Questions by id, in no order; hidden ones are left out. */
export const listQuestionsByIds = (db: UnitOfWork, ids: readonly string[]): Promise<QuestionLine[]> =>
  db.many(sql<QuestionLine>`select ${lineColumns} from portfolio.question q where q.published and q.id = any(${ids}::uuid[])`)
/** Own ones that are hidden. */
export const listHiddenQuestions = (db: UnitOfWork, size: number): Promise<QuestionLine[]> =>
  db.many(sql<QuestionLine>`select ${lineColumns} from portfolio.question q where not q.published and q.town = ${db.tenant} order by q.created_at desc, q.id desc limit ${size}`)

export const insertQuestion = (db: UnitOfWork, q: Pick<Question, 'id' | 'title' | 'text' | 'entry'>): Promise<number> =>
  db.run(sql`
    insert into portfolio.question (id, town, title, text, entry, reviewed_at, changed_at, created_at) values (${q.id}, ${db.tenant}, ${q.title}, ${q.text}, ${q.entry}, ${db.now}, ${db.now}, ${db.now})
    on conflict (id) do nothing`)
export const correctQuestion = (db: UnitOfWork, q: Pick<Question, 'id' | 'title' | 'text' | 'entry'>): Promise<number> =>
  db.run(sql`update portfolio.question set title = ${q.title}, text = ${q.text}, entry = ${q.entry}, corrected_at = ${db.now}, changed_at = ${db.now} where town = ${db.tenant} and id = ${q.id}`)
export const setQuestionPublished = (db: UnitOfWork, id: string, published: boolean): Promise<number> =>
  db.run(sql`update portfolio.question set published = ${published}, reviewed_at = ${db.now}, changed_at = ${db.now} where town = ${db.tenant} and id = ${id}`)
/** What the asking town thinks of the answers. */
export const setVerdicts = (db: UnitOfWork, id: string, { helpful, solvedBy }: Pick<Question, 'helpful' | 'solvedBy'>, lookedAt: Date): Promise<number> =>
  db.run(sql`update portfolio.question set helpful = ${helpful}::uuid[], solved_by = ${solvedBy}, reviewed_at = greatest(reviewed_at, ${lookedAt}), changed_at = ${db.now} where town = ${db.tenant} and id = ${id}`)
/** The asking town has seen what there was at a moment. */
export const setQuestionReviewed = (db: UnitOfWork, id: string, lookedAt: Date): Promise<number> => db.run(sql`update portfolio.question set reviewed_at = greatest(reviewed_at, ${lookedAt}) where town = ${db.tenant} and id = ${id}`)

/** Answers in the order of their making; hidden ones only for their own town. */
export const listAnswers = (db: UnitOfWork, questionId: string): Promise<Answer[]> =>
  db.many(sql<Answer>`select ${answerColumns} from portfolio.answer a where a.question_id = ${questionId} order by a.created_at, a.id limit 500`)
/** @throws NotFound */
export const getAnswer = (db: UnitOfWork, id: string): Promise<Answer> => db.one(sql<Answer>`select ${answerColumns} from portfolio.answer a where a.id = ${id}`)
export const insertAnswer = (db: UnitOfWork, a: Pick<Answer, 'id' | 'questionId' | 'text'>): Promise<number> =>
  db.run(sql`
    insert into portfolio.answer (id, town, question_id, text, reviewed_at, created_at) values (${a.id}, ${db.tenant}, ${a.questionId}, ${a.text}, ${db.now}, ${db.now}) on conflict (id) do nothing`)
export const correctAnswer = (db: UnitOfWork, id: string, text: string): Promise<number> =>
  db.run(sql`update portfolio.answer set text = ${text}, corrected_at = ${db.now} where town = ${db.tenant} and id = ${id}`)
export const setAnswerPublished = (db: UnitOfWork, id: string, published: boolean): Promise<number> =>
  db.run(sql`update portfolio.answer set published = ${published}, reviewed_at = ${db.now} where town = ${db.tenant} and id = ${id}`)
export const setAnswerReviewed = (db: UnitOfWork, id: string, lookedAt: Date): Promise<number> => db.run(sql`update portfolio.answer set reviewed_at = greatest(reviewed_at, ${lookedAt}) where town = ${db.tenant} and id = ${id}`)

/** Own questions with answers of other towns that nobody here has looked at, and how many. */
export const listFreshlyAnswered = (db: UnitOfWork, size: number): Promise<{ id: string; title: string; fresh: number; at: Date }[]> =>
  db.many(sql<{ id: string; title: string; fresh: number; at: Date }>`
    select q.id, q.title, count(*)::int as fresh, max(a.created_at) as at
    from portfolio.question q join portfolio.answer a on a.question_id = q.id and a.published and a.town <> q.town and a.created_at > q.reviewed_at
    where q.town = ${db.tenant} and q.published group by q.id, q.title order by max(a.created_at) desc limit ${size}`)
/** Open questions of other towns about entries of this town that this town has not answered. */
export const listAskedOfUs = (db: UnitOfWork, size: number): Promise<QuestionLine[]> =>
  db.many(sql<QuestionLine>`
    select ${lineColumns} from portfolio.question q join portfolio.entry e on e.id = q.entry and e.town = ${db.tenant}
    where q.published and q.town <> ${db.tenant} and ${solvedBy} is null and not exists (select 1 from portfolio.answer a where a.question_id = q.id and a.town = ${db.tenant})
    order by q.created_at desc, q.id desc limit ${size}`)
