import type { ComponentChildren } from 'preact'
import { Hy } from '../hyphenation/hy.tsx'
import { Icon } from '../icon/icon.tsx'
import type { Link } from '../page-frame/types.ts'

export type ChartTable = {
  /** First is the head of the row names. */
  heads: readonly string[]
  /** First cell names the row, the others are numbers as they are shown. */
  rows: readonly (readonly string[])[]
}

export type ChartFrameProps = {
  id: string
  /** What the picture shows, as a sentence: "Im Sommer fahren dreimal so viele wie im Winter". */
  finding: string
  /** "Fahrten je Monat, in Tausend" */
  unit: string
  source: string
  table: ChartTable
  words: { asTable: string }
  /** "Bild speichern" or the file behind the chart. */
  download?: Link | undefined
  level?: 2 | 3 | undefined
  /** `LineChart` or `BarChart`. */
  children: ComponentChildren
}

/** Finding, unit, picture, source, and the same values as a table. No chart without it. */
export function ChartFrame({ id, finding, unit, source, table, words, download, level = 3, children }: ChartFrameProps) {
  const Title = `h${level}` as const
  return (
    <figure class="mr-frame" aria-labelledby={`${id}-finding`}>
      <figcaption class="mr-frame__head">
        <Title class="mr-h3" id={`${id}-finding`}>
          <Hy>{finding}</Hy>
        </Title>
        <p class="mr-muted mr-small">{unit}</p>
      </figcaption>
      {children}
      <div class="mr-frame__foot">
        <p>{source}</p>
        <details class="mr-details">
          <summary>
            <Icon name="chevron-down" size="s" />
            {words.asTable}
          </summary>
          <ValueTable id={id} label={`${finding} ${unit}`} table={table} />
        </details>
        {download ? (
          <a class="mr-inline" href={download.href}>
            {download.label}
          </a>
        ) : null}
      </div>
    </figure>
  )
}

function ValueTable({ id, label, table }: { id: string; label: string; table: ChartTable }) {
  return (
    <div class="mr-tablebox" role="group" aria-labelledby={`${id}-values`} tabindex={0}>
      <table class="mr-table">
        <caption class="mr-vh" id={`${id}-values`}>
          {label}
        </caption>
        <thead>
          <tr>
            {table.heads.map((head, at) => (
              <th key={head} scope="col" class={at > 0 ? 'n' : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(([head, ...values]) => (
            <tr key={head}>
              <th scope="row">{head}</th>
              {values.map((value, at) => (
                <td key={table.heads[at + 1]} class="n">
                  {value}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
