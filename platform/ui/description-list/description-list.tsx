import type { ComponentChildren } from 'preact'
import { Hy } from '../hyphenation/hy.tsx'

export type Entry = { term: string; value: ComponentChildren }

/** Keys and values. `stacked` for asides and other narrow places. Entries without a value are left out by the caller. */
export function DescriptionList({ entries, stacked }: { entries: readonly Entry[]; stacked?: boolean | undefined }) {
  return (
    <dl class={stacked ? 'mr-dl mr-dl--stack' : 'mr-dl'}>
      {entries.map((entry) => (
        <div key={entry.term}>
          <dt>
            <Hy>{entry.term}</Hy>
          </dt>
          <dd>{entry.value}</dd>
        </div>
      ))}
    </dl>
  )
}
