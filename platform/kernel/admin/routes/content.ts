import { Type } from 'typebox'
import { audit } from '../../audit/index.ts'
import type { Typed } from '../../forms/index.ts'
import { page, seeOther, type Answer } from '../../http/answer.ts'
import { get, post, title, type Ask } from '../../http/route.ts'
import { kernelWords } from '../../locales/index.ts'
import { newId } from '../../database/index.ts'
import { closeFeedback, insertFeedbackMessage, listFeedback, listFeedbackMessages, lockFeedback } from '../../portal/queries.ts'
import { AnswerForm } from '../../portal/schema.ts'
import { addSynonym, missedSearches, resetSynonym, townSynonyms } from '../../search/index.ts'
import { errorsIn, type Errors } from '../../forms/errors.ts'
import { consolePage } from '../menu.ts'
import { ReportsPage, SearchWordsPage } from '../pages/content.tsx'

const most = 200
const word = () => Type.String({ minLength: 1, maxLength: 100 })
const Synonym = Type.Object({ term: word(), alt: word(), bothWays: Type.Optional(Type.Boolean()) })

type Asks = Pick<Ask, 'actor' | 'say' | 'csrf' | 'platform' | 'tenant' | 'may' | 'url' | 'read'>

/** Reports of people, and the words by which they find things. */
export const contentRoutes = [
  get('/admin/feedback', { access: 'report.answer', everyTown: true, query: Type.Object({ state: Type.Optional(Type.String({ maxLength: 10 })) }, { additionalProperties: true }), title: title(kernelWords, 'admin.feedback') }, async (ask) => {
    const t = ask.say(kernelWords)
    const state = ask.query.state === 'done' ? 'done' : 'open'
    const reports = await ask.read((db) => listFeedback(db, { state, size: most }))
    const messages = await ask.read((db) => listFeedbackMessages(db, reports.map(({ id }) => id)))
    const tabs = [
      { href: '/admin/feedback', label: t('admin.feedback-open'), current: state === 'open' },
      { href: '/admin/feedback?state=done', label: t('admin.feedback-done'), current: state === 'done' },
    ]
    return page(ReportsPage, { t, csrf: ask.csrf(), reports, messages, tabs, state }, consolePage(ask))
  }),

  post('/admin/feedback/:id/close', { access: 'report.answer', everyTown: true, params: Type.Object({ id: Type.String({ format: 'uuid' }) }) }, async (ask) => {
    await ask.write(async (db) => {
      if ((await closeFeedback(db, ask.params.id)) > 0) await audit(db, { action: 'report.close', subject: `report/${ask.params.id}` })
    })
    return seeOther('/admin/feedback')
  }),

  // The answer waits for whoever comes back with the code; nobody is written to.
  post('/admin/feedback/:id/answer', { access: 'report.answer', everyTown: true, params: Type.Object({ id: Type.String({ format: 'uuid' }) }) }, async (ask) => {
    const form = ask.form(AnswerForm)
    if (!form.ok) return seeOther('/admin/feedback')
    const id = newId(ask.now)
    await ask.write(async (db) => {
      const report = await lockFeedback(db, ask.params.id)
      if (!report.returns) return
      await insertFeedbackMessage(db, { id, feedbackId: report.id, fromOffice: true, text: form.value.text })
      await audit(db, { action: 'report.answer', subject: `report/${report.id}` })
    })
    return seeOther('/admin/feedback')
  }),

  get('/admin/search-words', { access: 'synonym.edit', everyTown: true, query: Type.Object({ term: Type.Optional(Type.String({ maxLength: 100 })), saved: Type.Optional(Type.String()) }, { additionalProperties: true }), title: title(kernelWords, 'admin.search-words') }, (ask) =>
    words(ask, { term: ask.query.term ?? '', bothWays: 'true' }, {}, ask.query.saved !== undefined),
  ),

  post('/admin/search-words', { access: 'synonym.edit', everyTown: true, title: title(kernelWords, 'admin.search-words') }, async (ask) => {
    const t = ask.say(kernelWords)
    const form = ask.form(Synonym)
    if (!form.ok) return await words(ask, form.typed, errorsIn(t, form.errors, (field) => (field === 'term' ? t('admin.search-term') : t('admin.search-alt'))))
    const { term, alt, bothWays = false } = form.value
    await ask.write(async (db) => {
      await addSynonym(db, { term, alt, bothWays })
      await audit(db, { action: 'synonym.add', subject: `synonym/${term}`, detail: { alt, bothWays } })
    })
    return seeOther('/admin/search-words?saved=1')
  }),

  post('/admin/search-words/reset', { access: 'synonym.edit', everyTown: true, title: title(kernelWords, 'admin.search-words') }, async (ask) => {
    const form = ask.form(Synonym)
    if (form.ok)
      await ask.write(async (db) => {
        const gone = await resetSynonym(db, form.value)
        if (gone > 0) await audit(db, { action: 'synonym.remove', subject: `synonym/${form.value.term}`, detail: { alt: form.value.alt } })
      })
    return seeOther('/admin/search-words?saved=1')
  }),
]

async function words(ask: Asks, typed: Typed, errors: Errors, saved = false): Promise<Answer> {
  const t = ask.say(kernelWords)
  const [missed, synonyms] = await ask.read(async (db) => [await missedSearches(db), await townSynonyms(db)] as const)
  const failed = Object.keys(errors).length > 0
  return page(SearchWordsPage, { t, csrf: ask.csrf(), missed, synonyms, typed, errors, done: saved ? t('admin.saved') : undefined }, consolePage(ask, failed ? { status: 422, hasErrors: true } : {}))
}
