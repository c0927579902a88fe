import { get, page, title, type Route } from '@modellregion/kernel'
import { words } from '../locales/index.ts'
import { HomePage } from './pages/home.tsx'

export const knowledgeRoutes: readonly Route[] = [get('/help-chat', { access: 'anyone', title: title(words, 'knowledge.title'), traceless: true }, ({ say }) => page(HomePage, { t: say(words) }))]
