import { NotFound, page, type Answer, type Ask } from '@modellregion/kernel'
import { pageWords } from '../locales/index.ts'
import { openInteraction, type Interaction } from './interaction.ts'
import { OverPage } from './pages/over.tsx'

/** Does something with the waiting sign-in of this browser. When it is over, the page says so and how to begin again. */
export async function withInteraction<A extends Pick<Ask, 'native' | 'platform' | 'tenant' | 'url' | 'say'>>(ask: A, uid: string, work: (interaction: Interaction) => Promise<Answer>): Promise<Answer> {
  const interaction = await openInteraction(ask, uid).catch((error: unknown) => {
    if (error instanceof NotFound) return undefined
    throw error
  })
  return interaction ? await work(interaction) : over(ask)
}

/** The sign-in has ended, was used, or began in another browser. */
export const over = (ask: Pick<Ask, 'say'>): Answer => page(OverPage, { t: ask.say(pageWords), reason: 'over' }, { title: ask.say(pageWords)('sign-in.over-title'), frame: 'question', status: 410, private: true, noindex: true })
