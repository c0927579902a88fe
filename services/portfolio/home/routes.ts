import { get, page, title, type Route } from '@modellregion/kernel'
import { pageWords, words } from '../locales/index.ts'
import { HomePage } from './pages/home.tsx'

export const homeRoutes: readonly Route[] = [get('/portfolio', { access: 'anyone', title: title(words, 'home.title') }, (ask) => page(HomePage, { t: ask.say(pageWords) }))]
