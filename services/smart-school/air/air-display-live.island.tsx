import { useEffect, useState } from 'preact/hooks'
import type { DisplayState } from './display-state.ts'
import { DisplayView } from './display-view.tsx'

export type AirDisplayLiveProps = { state: DisplayState; stream: string }

/** Keeps a class display current between the page's own reloads. When the line breaks, the browser tries again by itself, and the reloads go on. */
export default function AirDisplayLive({ state: first, stream }: AirDisplayLiveProps) {
  const [state, setState] = useState(first)
  useEffect(() => {
    const source = new EventSource(stream)
    // The server wrote a DisplayState as JSON.
    source.addEventListener('air', (event) => setState(JSON.parse((event as MessageEvent<string>).data) as DisplayState))
    return () => source.close()
  }, [stream])
  return <DisplayView state={state} />
}
