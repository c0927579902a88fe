import { useEffect, useRef, useState } from 'preact/hooks'
import type { Field } from '../store/schema.ts'
import type { SqlEngine, SqlResult } from './sql-engine.ts'
import { csvOf, isBarChart, withBytes } from './sql-result.ts'
import { SqlBars, SqlTable } from './sql-table.tsx'

export type SqlProps = {
  /** Address of the table as Parquet. */
  address: string
  fields: readonly Field[]
  rows: number
  tableBytes: number
  /** More rows are not taken: they would fill the memory of a telephone. */
  mostRows: number
  examples: readonly { label: string; sql: string }[]
  locale: string
  words: Readonly<Record<'lead' | 'start' | 'engineSize' | 'loadingEngine' | 'loadingTable' | 'filling' | 'failed' | 'ready' | 'cutTable' | 'columns' | 'query' | 'run' | 'cancel' | 'running' | 'error' | 'cancelled' | 'result' | 'cutResult' | 'csv' | 'examples' | 'asBars' | 'unpackedSize', string>>
}

const mostShown = 1_000

type State = { step: 'asleep' | 'loading' | 'ready' | 'running'; said: string; error?: string }

/** SQL in the reader's browser: nothing is loaded before the button is pressed, and no question leaves the browser. */
export function Sql(props: SqlProps) {
  const { words, fields, examples, locale } = props
  const [state, setState] = useState<State>({ step: 'asleep', said: '' })
  const [sql, setSql] = useState(examples[0]?.sql ?? '')
  const [chosen, setChosen] = useState<readonly string[]>(fields.filter(({ type }) => type !== 'geometry').slice(0, 30).map(({ id }) => id))
  const [size, setSize] = useState<number>()
  const [result, setResult] = useState<SqlResult>()
  const engine = useRef<SqlEngine>(undefined)
  const number = (value: number): string => value.toLocaleString(locale)

  useEffect(() => {
    const asked = new URLSearchParams(location.hash.slice(1)).get('sql')
    if (asked) setSql(asked)
    void sizeOfEngine().then(setSize, () => {})
  }, [])

  const start = async (): Promise<void> => {
    setState({ step: 'loading', said: words.loadingEngine })
    try {
      const { startEngine } = await import('./sql-engine.ts')
      const source = { address: new URL(props.address, location.href).href, fields: fields.filter(({ id }) => chosen.includes(id)), mostRows: props.mostRows }
      const started = await startEngine(source, ({ step, bytes }) => setState({ step: 'loading', said: step === 'filling' ? words.filling : withBytes(step === 'engine' ? words.loadingEngine : words.loadingTable, bytes, locale) }))
      engine.current = started
      setState({ step: 'ready', said: started.rows < props.rows ? words.cutTable.replace('{n}', number(started.rows)).replace('{all}', number(props.rows)) : words.ready.replace('{n}', number(started.rows)) })
      await run(sql)
    } catch (error) {
      setState({ step: 'asleep', said: '', error: words.failed.replace('{reason}', reasonOf(error)) })
    }
  }

  const run = async (text: string): Promise<void> => {
    const { current } = engine
    if (!current) return
    history.replaceState(history.state, '', `#${new URLSearchParams({ sql: text }).toString()}`)
    setState({ step: 'running', said: words.running })
    try {
      const answer = await current.run(text, mostShown)
      setResult(answer)
      setState({ step: 'ready', said: words.result.replace('{n}', number(answer.rows.length)).replace('{ms}', number(Math.round(answer.milliseconds))) })
    } catch (error) {
      const reason = reasonOf(error)
      setState({ step: 'ready', said: '', error: /interrupt|cancel/i.test(reason) ? words.cancelled : words.error.replace('{reason}', reason) })
    }
  }

  return (
    <div class="mr-stack mr-sql">
      <p class="mr-text">{words.lead}</p>
      {engine.current ? null : (
        <div class="mr-stack mr-scripted">
          <fieldset class="mr-field">
            <legend class="mr-legend">{words.columns}</legend>
            <div class="mr-checkrow">
              {fields.map(({ id, label }) => (
                <label key={id} class="mr-check">
                  <input type="checkbox" checked={chosen.includes(id)} disabled={state.step !== 'asleep'} onChange={(event) => setChosen(event.currentTarget.checked ? [...chosen, id] : chosen.filter((one) => one !== id))} />
                  <span>{label || id}</span>
                </label>
              ))}
            </div>
          </fieldset>
          <p>{size === undefined ? words.unpackedSize : withBytes(words.engineSize, size + props.tableBytes, locale)}</p>
          <p>
            <button class="mr-btn" type="button" disabled={state.step !== 'asleep' || chosen.length === 0} onClick={() => void start()}>
              {words.start}
            </button>
          </p>
        </div>
      )}
      <p role="status" class="mr-scripted" aria-live="polite">
        {state.said}
      </p>
      {state.error ? (
        <p class="mr-error" role="alert">
          {state.error}
        </p>
      ) : null}
      {engine.current ? (
        <>
          <div class="mr-field">
            <label class="mr-label" for="sql">
              {words.query}
            </label>
            <textarea class="mr-area mr-sql__query" id="sql" rows={6} spellcheck={false} value={sql} onInput={(event) => setSql(event.currentTarget.value)} />
          </div>
          <div class="mr-row">
            <button class="mr-btn" type="button" disabled={state.step === 'running'} onClick={() => void run(sql)}>
              {words.run}
            </button>
            <button class="mr-btn mr-btn--quiet" type="button" disabled={state.step !== 'running'} onClick={() => void engine.current?.cancel()}>
              {words.cancel}
            </button>
          </div>
          <details class="mr-details">
            <summary>{words.examples}</summary>
            <ul class="mr-row mr-links">
              {examples.map((example) => (
                <li key={example.sql}>
                  <button class="mr-btn mr-btn--quiet mr-btn--s" type="button" onClick={() => (setSql(example.sql), void run(example.sql))}>
                    {example.label}
                  </button>
                </li>
              ))}
            </ul>
          </details>
        </>
      ) : null}
      {result ? (
        <>
          {isBarChart(result) ? <SqlBars result={result} label={words.asBars} locale={locale} /> : null}
          <SqlTable result={result} caption={words.result.replace('{n}', number(result.rows.length)).replace('{ms}', number(Math.round(result.milliseconds)))} note={result.isCut ? words.cutResult.replace('{n}', number(mostShown)) : undefined} locale={locale} />
          <p>
            <a href={`data:text/csv;charset=utf-8,${encodeURIComponent(csvOf(result))}`} download="ergebnis.csv">
              {words.csv}
            </a>
          </p>
        </>
      ) : null}
    </div>
  )
}

/** What the engine's file weighs on its way here: its packed size, asked without fetching it. */
async function sizeOfEngine(): Promise<number> {
  const { wasmUrl } = await import('./sql-files.ts')
  const answer = await fetch(wasmUrl, { method: 'HEAD' })
  const size = Number(answer.headers.get('content-length'))
  return size > 0 ? size : Promise.reject(new Error('no size'))
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).split('\n').slice(0, 4).join(' ')
