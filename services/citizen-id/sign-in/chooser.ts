import { isSharedComputer, page, type Answer, type Ask } from '@modellregion/kernel'
import type { FormErrors, Typed } from '@modellregion/kernel/rules'
import { isAtLeast, levelOfAcr } from '../level/rules.ts'
import { pageWords } from '../locales/index.ts'
import { passkeyAutofill } from '../passkey/autofill.ts'
import { isConnecting } from '../saml/connect-waiting.ts'
import { demoPeopleOf } from './demo.ts'
import type { Interaction } from './interaction.ts'
import { ChoosePage, type Offered } from './pages/choose.tsx'
import { ways, type Way } from './ways.ts'

type Asks = Pick<Ask, 'read' | 'write' | 'say' | 'csrf' | 'platform' | 'tenant' | 'url' | 'now' | 'headers' | 'complain'>

/** What went wrong with a way in, told on the page where one chooses. */
export type Trouble = { typed?: Typed; errors?: FormErrors; refusal?: string; status?: number; /** Seconds to wait, for programs. */ retryAfter?: number }

/** The page of the waiting sign-in: who asks, for what, how surely, and the ways in that reach that. */
export async function chooser(ask: Asks, interaction: Interaction, trouble: Trouble = {}): Promise<Answer> {
  const t = ask.say(pageWords)
  const { session } = interaction
  // A card or a BundID that waits for its account counts for the level; the account itself may be shown in any way.
  const connecting = await isConnecting(ask, interaction.uid)
  const wanted = connecting ? undefined : interaction.wanted
  const reached = levelOfAcr(session?.acr)
  const offered: Offered[] = []
  for (const way of ways) {
    if ((wanted !== undefined && !isAtLeast(way.reaches, wanted)) || !(await isAvailable(ask, way, interaction))) continue
    const { id, words, path, icon, reaches } = way
    const [title = id, lead = '', button = title] = [t.find(`${words}.title`), t.find(`${words}.lead`), t.find(`${words}.button`)]
    offered.push({ id, title, lead, button, needs: t.find(`${words}.needs`), icon, reaches, href: `/citizen-id/sign-in/${interaction.uid}/${path}` })
  }
  const people = demoPeopleOf(ask).map(({ key, name, does, level }) => ({ key, name, does: ask.say(does.words).find(does.key) ?? '', level: level === undefined || level === 'none' ? ('low' as const) : level }))
  const failed = trouble.refusal !== undefined || Object.keys(trouble.errors ?? {}).length > 0
  return page(
    ChoosePage,
    {
      t,
      csrf: ask.csrf(),
      uid: interaction.uid,
      asking: {
        client: interaction.clientName,
        host: interaction.clientHost,
        scopes: interaction.clientName === '' ? [] : interaction.scopes.filter((scope) => scope !== 'offline_access'),
      },
      wanted,
      stepUp: session !== undefined && wanted !== undefined && (reached === undefined || !isAtLeast(reached, wanted)),
      password: wanted === undefined || wanted === 'low',
      ways: offered,
      // Whoever cannot reach the wanted level would only come back here.
      people: people.filter(({ level }) => wanted === undefined || isAtLeast(level, wanted)),
      connecting,
      autofill: await passkeyAutofill(ask, interaction.uid),
      shared: isSharedComputer(ask.headers['cookie']),
      made: ask.url.searchParams.has('made'),
      typed: trouble.typed ?? {},
      errors: trouble.errors ?? {},
      refusal: trouble.refusal,
    },
    {
      frame: 'question',
      private: true,
      noindex: true,
      formTargets: [interaction.clientOrigin],
      ...(failed && { hasErrors: true, status: trouble.status ?? 422 }),
      ...(trouble.retryAfter !== undefined && { headers: { 'retry-after': String(trouble.retryAfter) } }),
    },
  )
}

// A way in whose other end is broken must not take the others from everybody.
async function isAvailable(ask: Pick<Asks, 'platform' | 'tenant' | 'url' | 'complain'>, way: Way, interaction: Interaction): Promise<boolean> {
  try {
    return await way.available(ask, interaction)
  } catch (error) {
    ask.complain(error, `the way in "${way.id}" cannot say whether it is there`)
    return false
  }
}
