import { Type } from 'typebox'
import { errorsIn, get, NotFound, page, post, seeOther, title, type Answer, type Ask, type FormErrors, type Typed } from '@modellregion/kernel'
import { previewOf } from '../../edit/preview.ts'
import { pageWords, words, type PageT } from '../../locales/index.ts'
import { getCatalogue } from '../criteria/queries.ts'
import { checkReview, decideReview, type Step } from '../decide.ts'
import { getReviewOf, loadReview, type LoadedReview } from '../load.ts'
import { staffPage } from '../../staff/menu.ts'
import { PreviewPage } from '../pages/preview.tsx'
import { ReviewPage } from '../pages/review.tsx'
import { answerField } from '../rules.ts'
import { answersForm, VoteForm, type CriterionAnswer, type Review, type Stage, type Vote } from '../schema.ts'
import { reviewPath } from '../shown.ts'

const params = Type.Object({ id: Type.String({ format: 'uuid' }) })
const Told = Type.Object({ sent: Type.Optional(Type.String({ maxLength: 5 })), kept: Type.Optional(Type.String({ maxLength: 5 })) })
const ofReview = { params, subject: getReviewOf, title: title(words, 'review.title') } as const
type Asks = Pick<Ask<unknown, unknown, unknown, Review>, 'say' | 'csrf' | 'may' | 'url' | 'read' | 'write' | 'actor' | 'subject' | 'form'>
type Shown = { told?: 'sent' | 'kept' | undefined; typed?: Typed; errors?: FormErrors; refusal?: string }

/** One draft before its publication: reading, the department's check, the votes of the group. */
export const decisionRoutes = [
  get('/open-data/review/:id', { ...ofReview, access: 'review.read', query: Told }, (ask) => shown(ask, { told: ask.query.sent !== undefined ? 'sent' : ask.query.kept !== undefined ? 'kept' : undefined })),
  post('/open-data/review/:id/check', { ...ofReview, access: 'review.check' }, (ask) => step(ask, 'check')),
  post('/open-data/review/:id/decide', { ...ofReview, access: 'review.decide' }, (ask) => step(ask, 'decide')),

  get('/open-data/review/:id/preview', { ...ofReview, access: 'review.read', title: title(words, 'review.preview') }, async (ask) => {
    const t = ask.say(words)
    const { draft } = await ask.read((db) => loadReview(db, ask.subject.draftId))
    if (!draft) throw new NotFound()
    const preview = await ask.read((db) => previewOf(db, draft))
    return page(PreviewPage, { t, now: ask.now, address: `${ask.url.origin}/open-data/dataset/${preview.dataset.name}`, ...preview }, { title: t('review.preview-of', { title: preview.dataset.title }), frame: 'object', private: true, noindex: true })
  }),
]

async function step(ask: Asks, stage: Stage): Promise<Answer> {
  const t = ask.say(pageWords)
  const { criteria } = await ask.read(getCatalogue)
  const codes = criteria.filter((criterion) => criterion.stage === stage).map(({ code }) => code)
  const [form, said] = [ask.form(VoteForm), ask.form(answersForm(codes.map(answerField)))]
  const typed = { ...said.typed, ...form.typed }
  if (!form.ok) return await shown(ask, { typed, errors: errorsIn(t, form.errors, (field) => t.find(`review.form.${field}`) ?? field) })
  const { round, verdict, grounds = [], reasons = '', publicReason = '' } = form.value
  const answers = Object.fromEntries(codes.flatMap((code) => (said.ok && said.value[answerField(code)] !== undefined ? [[code, said.value[answerField(code)] as CriterionAnswer]] : []))) // checked by the form
  if (round !== ask.subject.round) return await shown(ask, { typed, refusal: t('open-data.review.moved-on') })
  const wish = { verdict, answers, grounds, reasons, publicReason }
  const taken = await ask.write((db) => (stage === 'check' ? checkReview(db, ask.subject, wish) : decideReview(db, ask.subject, wish)))
  return taken.ok ? seeOther(`${reviewPath(ask.subject.draftId)}?kept=1`) : await shown(ask, { typed, ...refused(t, taken) })
}

// What is said beside its field, and what on top.
function refused(t: PageT, taken: Extract<Step, { ok: false }>): Shown {
  if (taken.code === 'fields') return { errors: Object.fromEntries(taken.refusals.map(({ field, code }) => [field, t(`open-data.review.${code}`)])) }
  return { refusal: taken.code === 'obstacles' ? t('review.obstacles') : t(`open-data.review.${taken.code}`) }
}

async function shown(ask: Asks, { told, typed, errors = {}, refusal }: Shown): Promise<Answer> {
  const loaded = await ask.read((db) => loadReview(db, ask.subject.draftId))
  const { review, stage, votes } = loaded
  const own = votes.find(({ reviewId, stage: of, votedBy }) => reviewId === review.id && of === stage && votedBy !== null && votedBy === ask.actor.id)
  const seen = votesSeen(loaded, own)
  const mayVote = (stage === 'check' && ask.may('review.check')) || (stage === 'decide' && ask.may('review.decide'))
  const failed = refusal !== undefined || Object.keys(errors).length > 0
  return page(
    ReviewPage,
    {
      ...loaded,
      t: ask.say(words),
      csrf: ask.csrf(),
      errorTitle: ask.say(pageWords).count('form.errors', Math.max(1, Object.keys(errors).length)),
      votes: seen,
      typed: typed ?? typedOfVote(own),
      errors,
      refusal,
      told,
      voted: own !== undefined,
      hiddenVotes: mayVote && seen.length < votes.length,
      mayVote,
      mayEdit: ask.may('draft.write'),
    },
    staffPage(ask, { title: review.title, ...(failed && { status: 422, hasErrors: true }) }),
  )
}

// While the group decides, each member sees the votes of the others only after the own one, and nobody else sees any.
function votesSeen({ review, votes }: LoadedReview, own: Vote | undefined): readonly Vote[] {
  if (review.state !== 'deciding' || own) return votes
  return votes.filter(({ reviewId, stage }) => reviewId !== review.id || stage === 'check')
}

const typedOfVote = (vote: Vote | undefined): Typed =>
  vote ? { verdict: vote.verdict, grounds: vote.grounds, reasons: vote.reasons, publicReason: vote.publicReason, ...Object.fromEntries(Object.entries(vote.answers).map(([code, answer]) => [answerField(code), answer])) } : {}
