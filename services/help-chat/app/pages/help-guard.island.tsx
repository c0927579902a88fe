import { useEffect, useState } from 'preact/hooks'
import { guardRegistration, installGuard, order, removeGuard, type GuardAnswer, type GuardStatus } from '../guard.ts'
import { sayWith, type SayWords, type Words } from '../say.ts'

export type HelpGuardProps = {
  words: Words
  lang: string
  /** On the app's page everything can be done; in the case area it speaks only when the program has changed. */
  place: 'app' | 'case'
}

type Offer = { digest: string; words: readonly string[] }

/** Which program this device keeps, what the server offers, and the choice between them. Nothing is taken over by itself. */
export function HelpGuard({ words, lang, place }: HelpGuardProps) {
  const say = sayWith(words)
  const [worker, setWorker] = useState<ServiceWorker>()
  const [status, setStatus] = useState<GuardStatus>()
  const [offer, setOffer] = useState<Offer>()
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const [isGuardNew, setGuardNew] = useState(false)

  const hear = (answer: GuardAnswer): void => {
    if (answer.ok) setStatus(answer.status)
    setProblem(answer.ok ? '' : answer.refused === '' ? say('app.guard.failed') : say('app.guard.refused', { url: answer.refused }))
  }
  useEffect(() => {
    void begin()
    async function begin(): Promise<void> {
      const registration = await guardRegistration()
      const here = registration?.active ?? undefined
      setWorker(here)
      let isKept = false
      if (registration && here) {
        const answer = await order(here, { kind: 'look' })
        hear(answer)
        isKept = answer.ok && answer.status.isAdopted
        setGuardNew(registration.waiting !== null)
        registration.addEventListener('updatefound', () => setGuardNew(true))
      }
      // A worker may stand here for notices alone, without a program.
      if (!isKept && place === 'app') {
        const offered = await askOffer().catch(() => undefined)
        setOffer(offered)
        if (!offered) setProblem(say('app.guard.failed'))
      }
    }
  }, [])

  const act = (work: () => Promise<void>) => async (): Promise<void> => {
    setBusy(true)
    setProblem('')
    await work().catch(() => setProblem(say('app.guard.failed')))
    setBusy(false)
  }
  const keep = act(async () => {
    if (!offer) return
    const here = await installGuard()
    setWorker(here)
    hear(await order(here, { kind: 'adopt', digest: offer.digest, lang }))
  })
  const take = (digest: string) =>
    act(async () => {
      if (!worker) return
      const answer = await order(worker, { kind: 'adopt', digest, lang })
      hear(answer)
      if (answer.ok && place === 'case') location.reload()
    })
  const remove = act(async () => {
    await removeGuard()
    setWorker(undefined)
    setStatus(undefined)
    setOffer(await askOffer())
  })

  const waiting = status?.isAdopted ? status.waiting : undefined
  const isShown = place === 'app' || waiting !== undefined || isGuardNew || problem !== ''
  if (!isShown) return null
  const isLooking = place === 'app' && !status && !offer && problem === ''
  return (
    <div class="mr-stack mr-scripted" aria-busy={isBusy || isLooking}>
      {isLooking ? <p role="status">{say('app.guard.looking')}</p> : null}
      {isGuardNew ? <p class="mr-note mr-note--warn">{say('app.guard.guard-new')}</p> : null}
      {waiting ? <Waiting say={say} waiting={waiting} isBusy={isBusy} onTake={take(waiting.digest)} /> : null}
      {place === 'app' && status?.isAdopted ? (
        <>
          <p role="status">{say('app.guard.kept')}</p>
          <CheckWords words={status.words} />
          <p>
            <button class="mr-btn mr-btn--quiet" type="button" disabled={isBusy} onClick={remove}>
              {say('app.guard.remove')}
            </button>
          </p>
        </>
      ) : null}
      {place === 'app' && !status?.isAdopted && offer ? (
        <>
          <p>{say('app.guard.offer')}</p>
          <CheckWords words={offer.words} />
          <p>
            <button class="mr-btn" type="button" disabled={isBusy} onClick={keep}>
              {say(isBusy ? 'app.guard.busy' : 'app.guard.keep')}
            </button>
          </p>
        </>
      ) : null}
      <p class="mr-error" role="alert">
        {problem}
      </p>
    </div>
  )
}

// A new version is shown before it counts: its words, and what is different.
function Waiting({ say, waiting, isBusy, onTake }: { say: SayWords; waiting: Offer & { changed: readonly { url: string; kind: string }[] }; isBusy: boolean; onTake: () => void }) {
  const count = (kind: string): number => waiting.changed.filter((file) => file.kind === kind).length
  return (
    <section class="mr-note mr-note--warn mr-stack-s" aria-labelledby="guard-waiting">
      <h2 class="mr-note__title" id="guard-waiting">
        {say('app.guard.waiting')}
      </h2>
      <p>{say('app.guard.waiting-text', { program: count('program'), page: count('page') + count('look') })}</p>
      <CheckWords words={waiting.words} />
      <p>
        <a href="/help-chat/app/version">{say('app.guard.compare')}</a>
      </p>
      <p>
        <button class="mr-btn mr-btn--quiet" type="button" disabled={isBusy} onClick={onTake}>
          {say('app.guard.take')}
        </button>
      </p>
    </section>
  )
}

const CheckWords = ({ words }: { words: readonly string[] }) => (
  <p class="mr-h3" translate={false} lang="de" data-check-words="">
    {words.join(' · ')}
  </p>
)

async function askOffer(): Promise<Offer | undefined> {
  if (!('serviceWorker' in navigator)) return undefined
  const answer = await fetch('/help-chat/app/manifest.json', { credentials: 'omit', cache: 'no-store' })
  return answer.ok ? ((await answer.json()) as Offer) : undefined // our own server's answer
}
