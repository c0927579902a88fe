import { createHash } from 'node:crypto'
import { body, htmlLang, refuse, type Answer, type Ask } from '@modellregion/kernel'
import { speak, type Locale } from '@modellregion/kernel/words'
import { pageWords, type PageT } from '../../locales/index.ts'
import { factsOf, hereOf } from '../here.ts'
import { findBank, findDocument, findLesson, lessons, localeOf, type DocumentId, type Found } from '../library.ts'
import { printDocument, type Part } from './document.ts'
import { openKeep } from './keep.ts'
import { printPoster } from './poster.ts'

type Asks = Pick<Ask, 'tenant' | 'url' | 'say' | 'locale'>

// 64 files cover every document in every language for a town or two; more towns make theirs again when asked.
const keep = openKeep({ files: 64, bytes: 24 * 1024 * 1024, atOnce: 1, waiting: 24 })

/** A document as PDF, out of the keep or made now; refused for a moment when too many ask at once. */
export async function pdfAnswer(ask: Asks, id: DocumentId | 'course'): Promise<Answer> {
  const here = hereOf(ask)
  const found = id === 'course' ? undefined : findDocument(id, ask.locale, here)
  const source = found?.source ?? lessons.map((lesson) => findLesson(lesson, ask.locale, here).source).join('\n')
  const key = createHash('sha256').update(JSON.stringify([id, ask.tenant.id, ask.tenant.brand, here, ask.locale, source])).digest('base64url')
  const file = await keep.get(key, () => print(ask, id, found))
  if (file === 'busy') return refuse(503, 'help-chat.blueprint.busy', ask.say(pageWords)('blueprint.busy'), { label: ask.say(pageWords)('blueprint.title'), href: '/help-chat/blueprint' })
  return body('application/pdf', file, { headers: { 'content-disposition': `inline; filename="${id}.pdf"`, etag: `"${key}"`, 'cache-control': 'public, max-age=300' } })
}

async function print(ask: Asks, id: DocumentId | 'course', found: Found | undefined): Promise<Buffer> {
  const { tenant, url } = ask
  const here = hereOf(ask)
  const first = found ?? findBank(ask.locale, here)
  const locale = localeOf(first.tongue)
  // Labels on a German text are German, whatever language the reader has chosen for the page.
  const t = locale === ask.locale ? ask.say(pageWords) : voiceOf(ask, locale)
  const common = { town: here.town, service: here.service, lang: htmlLang(locale), brand: tenant.brand }
  if (found && id === 'poster') {
    return await printPoster({
      ...common,
      front: found.front,
      blocks: found.blocks,
      address: here.address,
      words: { code: t('blueprint.poster.code', { address: here.address }), name: t('blueprint.poster.name'), checkWords: t('blueprint.poster.check-words'), office: here.service },
    })
  }
  const parts: Part[] = found
    ? [{ blocks: found.blocks }]
    : lessons.map((lesson, at) => {
        const { front, blocks } = findLesson(lesson, ask.locale, here)
        return { title: `${at + 1}. ${front.title}`, summary: front.summary, blocks }
      })
  const front = found?.front ?? { ...first.front, title: t('course.title'), summary: t('course.lead') }
  return await printDocument({ ...common, front, parts, origin: url.origin, byLine: first.tongue === 'leicht', oneSheet: id === 'leaflet', words: { page: (at, of) => t('blueprint.page', { at, of }), facts: [...factsOf(t, first), ...(first.front.review ? [t('blueprint.review')] : [])] } })
}

const voiceOf = ({ tenant }: Asks, locale: Locale): PageT => speak(pageWords, { locale, form: tenant.addressForm, gender: tenant.gender, overrides: tenant.words })
