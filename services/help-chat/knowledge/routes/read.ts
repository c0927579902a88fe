import { get, json, NotFound, page, title, type Ask, type PageOptions } from '@modellregion/kernel'
import { holdTogether, showCompounds, type Locale } from '@modellregion/kernel/words'
import { Type } from 'typebox'
import { packWords } from '../../app/words.ts'
import { words } from '../../locales/index.ts'
import { protection } from '../content/protection.ts'
import { libraryOf, readTown, voiceOf } from '../library.ts'
import { formOf } from '../markup.ts'
import { HomePage } from '../pages/home.tsx'
import { AllPage, ArticlePage, EverythingPage, HelperPage, NumbersPage, ProtectionPage } from '../pages/read.tsx'
import type { Library } from '../view.ts'
import { filmFor } from './film.ts'

const quiet = { access: 'anyone', traceless: true } as const
type Asks = Pick<Ask, 'say' | 'tenant' | 'locale' | 'read'>

async function libraryIn({ say, tenant, read }: Omit<Asks, 'locale'>, locale: Locale): Promise<Library> {
  const t = say(words)
  return libraryOf(voiceOf(tenant, locale, (day) => t('knowledge.checked', { day })), await read(readTown))
}

const under = ({ say }: Pick<Ask, 'say'>, label?: string): PageOptions => ({ frame: 'text', crumbs: [{ label: say(words)('knowledge.title'), href: '/help-chat' }, ...(label === undefined ? [] : [{ label }])] })

/** Pages of the knowledge. Each is complete without script; no one of them knows who reads it. */
export const readingRoutes = [
  get('/help-chat', { ...quiet, title: title(words, 'knowledge.title') }, async (ask) => {
    const t = ask.say(words)
    const library = await libraryIn(ask, ask.locale)
    return page(HomePage, { t, library, locale: ask.locale, words: packWords(t, 'knowledge.find.', 'knowledge.group.', 'knowledge.helps', 'knowledge.sources', 'knowledge.easy-note'), film: filmFor(ask) })
  }),

  get('/help-chat/knowledge', { ...quiet, title: title(words, 'knowledge.all-title') }, async (ask) => page(AllPage, { t: ask.say(words), library: await libraryIn(ask, ask.locale) }, under(ask, ask.say(words)('knowledge.all-title')))),

  get('/help-chat/knowledge/everything', { ...quiet, title: title(words, 'knowledge.everything') }, async (ask) => page(EverythingPage, { t: ask.say(words), library: await libraryIn(ask, ask.locale) }, under(ask, ask.say(words)('knowledge.everything')))),

  get(
    '/help-chat/knowledge/library/:file',
    { ...quiet, params: Type.Object({ file: Type.Union([Type.Literal('de.json'), Type.Literal('en.json'), Type.Literal('de-x-leicht.json')]) }), api: { summary: 'All articles, questions, numbers and steps of the helper in one language: what the search on the device looks through. The same for everybody.', tag: 'help-chat' } },
    async (ask) => json(await libraryIn(ask, ask.params.file.replace('.json', '') as Locale), 200, { 'cache-control': 'public, max-age=300' }), // one of the three literals
  ),

  get('/help-chat/knowledge/:id', { ...quiet, params: Type.Object({ id: Type.String({ pattern: '^[a-z0-9-]{1,60}$' }) }), title: title(words, 'knowledge.learn') }, async (ask) => {
    const library = await libraryIn(ask, ask.locale)
    const article = library.articles.find(({ id }) => id === ask.params.id)
    if (!article) throw new NotFound()
    return page(ArticlePage, { t: ask.say(words), library, article }, { ...under(ask, article.title), title: article.title })
  }),

  get('/help-chat/numbers', { ...quiet, title: title(words, 'knowledge.numbers') }, async (ask) => page(NumbersPage, { t: ask.say(words), library: await libraryIn(ask, ask.locale) }, under(ask, ask.say(words)('knowledge.numbers')))),

  get('/help-chat/helper', { ...quiet, title: title(words, 'knowledge.helper') }, async (ask) => page(HelperPage, { t: ask.say(words), library: await libraryIn(ask, ask.locale) }, under(ask, ask.say(words)('knowledge.helper')))),

  get('/help-chat/protection', { ...quiet, title: title(words, 'knowledge.protection-title') }, (ask) => {
    const body = holdTogether(showCompounds(formOf(protection[ask.locale].body, ask.tenant.addressForm), 'hyphen'))
    return page(ProtectionPage, { t: ask.say(words), body, isLeicht: ask.locale === 'de-x-leicht' }, under(ask, ask.say(words)('knowledge.protection-title')))
  }),
]
