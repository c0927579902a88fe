import type { ComponentChildren } from 'preact'
import { Hy } from '../hyphenation/hy.tsx'

/** Parts that open one by one; KERN's accordion on native `<details>`. With `group` only one is open at a time. */
export function Accordion({ items, group }: { items: readonly { title: string; body: ComponentChildren; open?: boolean | undefined }[]; group?: string | undefined }) {
  return (
    <div class="kern-accordion-group">
      {items.map((item) => (
        <details key={item.title} class="kern-accordion" open={item.open} name={group}>
          <summary class="kern-accordion__header">
            <span class="kern-title">
              <Hy>{item.title}</Hy>
            </span>
          </summary>
          <section class="kern-accordion__body">{item.body}</section>
        </details>
      ))}
    </div>
  )
}
