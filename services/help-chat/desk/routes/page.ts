import { consolePage, demoAccountId, get, page, title, type Ask } from '@modellregion/kernel'
import { packWords } from '../../app/words.ts'
import { demoConfidants } from '../../demo/confidants.ts'
import { words } from '../../locales/index.ts'
import { deskLinks, DeskPage } from '../pages/desk.tsx'

/** The confidants' app: one page, one address, whatever it shows. */
export const pageRoutes = [
  get('/help-chat/desk', { access: 'desk.see', title: title(words, 'desk.title') }, (ask) => {
    const t = ask.say(words)
    const props = {
      csrf: ask.csrf(),
      locale: ask.locale === 'en' ? 'en-GB' : 'de-DE',
      words: packWords(t, 'desk.', 'office.topic.', 'attachment.'),
      demoPhrase: phraseOf(ask),
      links: deskLinks.map(({ href, key }) => ({ href, label: t(key) })),
    }
    return page(DeskPage, { t, island: props }, { ...consolePage(ask, { title: t('desk.title') }), wasm: true })
  }),
]

/** In a demonstration the key phrase of the invented person; nobody else's is known here. */
function phraseOf({ platform, tenant, actor }: Pick<Ask, 'platform' | 'tenant' | 'actor'>): string | null {
  if (!platform.config.demo) return null
  return demoConfidants.find(({ key }) => demoAccountId(tenant.id, key) === actor.id)?.phrase.join(' ') ?? null
}
