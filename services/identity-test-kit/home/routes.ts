import { get, page, title, type Route } from '@modellregion/kernel'
import { accounts } from '../demo/accounts.ts'
import { cards } from '../demo/cards.ts'
import { pageWords, words } from '../locales/index.ts'
import { onlyInDemo } from '../provider/ask.ts'
import { readable } from '../eid/readable.ts'
import { HomePage } from './pages/home.tsx'

export const homeRoutes: readonly Route[] = [
  get('/identity-test-kit', { access: 'anyone', title: title(words, 'service.title') }, (ask) => {
    onlyInDemo(ask)
    const t = ask.say(pageWords)
    return page(
      HomePage,
      {
        t,
        cards: cards.map((card) => ({ name: readable(card).name, kind: t(`card.kind.${card.document}`), state: t(`card.${card.state}`) })),
        accounts: accounts.map(({ givenNames, familyName, way }) => ({ name: `${givenNames} ${familyName}`, way: t(`bundid.way.${way}`), level: t(`bundid.level.${way}`) })),
      },
      { frame: 'text', noindex: true },
    )
  }),
]
