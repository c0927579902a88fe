import type { DisplayState } from './display-state.ts'

/** The display itself: band as colour, word, shape and picture at once. Drawn by the server and, where script runs, by the island. */
export function DisplayView({ state }: { state: DisplayState }) {
  return (
    <div class={`air-display air-display--${state.band}`} role="status">
      <div class="air-display__body">
        <h1>{state.room}</h1>
        <Picture band={state.band} label={state.picture} />
        <p class="air-display__word">{state.word}</p>
        <p class="air-display__value">
          {state.value} <small>{state.unit}</small>
        </p>
        <p class="air-display__do">{state.advice}</p>
        {state.ahead.map((line) => (
          <p key={line} class="air-display__ahead">
            {line}
          </p>
        ))}
        <p class="air-display__foot">{state.foot.join(' · ')}</p>
      </div>
    </div>
  )
}

/** For whoever cannot read: a disc and a closed window, a triangle and one open wing, an octagon and both wings open, a dash for no value. */
function Picture({ band, label }: { band: DisplayState['band']; label: string }) {
  const colour = { good: '#3ecf7a', raised: '#ffc83d', high: '#ff6b5e', waiting: '#8a949e' }[band]
  const shape = { good: 'M50 4a46 46 0 1 0 .1 0z', raised: 'M50 4 98 92H2z', high: 'M31 4h38l27 27v38L69 96H31L4 69V31z', waiting: 'M8 40h84v20H8z' }[band]
  const wings = { good: 'M34 32h32v42H34zM50 32v42', raised: 'M40 42h28v42H40zM40 42 26 50v42l14-8', high: 'M38 26h24v42H38zM38 26 22 34v42l16-8M62 26l16 8v42l-16-8', waiting: '' }[band]
  return (
    <svg class="air-display__picture" viewBox="0 0 100 100" width="220" height="220" role="img" aria-label={label}>
      <path d={shape} fill={colour} />
      {wings ? <path d={wings} fill="none" stroke="#101418" stroke-width="5" stroke-linejoin="round" /> : null}
    </svg>
  )
}
