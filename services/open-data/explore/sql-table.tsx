import type { SqlResult } from './sql-engine.ts'

const shown = 200

/** The rows of a result. */
export function SqlTable({ result: { columns, rows, numeric }, caption, note, locale }: { result: SqlResult; caption: string; note: string | undefined; locale: string }) {
  const cell = (text: string, at: number): string => (numeric[at] && text !== '' && Number.isFinite(Number(text)) && Math.abs(Number(text)) >= 10_000 ? Number(text).toLocaleString(locale) : text)
  return (
    <div class="mr-tablebox" role="group" aria-labelledby="sql-result" tabindex={0}>
      <table class="mr-table">
        <caption id="sql-result">
          {caption}
          {note ? <span class="mr-small mr-muted">{note}</span> : null}
        </caption>
        <thead>
          <tr>
            {columns.map((column, at) => (
              <th key={at} scope="col" class={numeric[at] ? 'n' : undefined}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map((row, at) => (
            <tr key={at}>
              {row.map((text, column) => (
                <td key={column} class={numeric[column] ? 'n' : undefined}>
                  {cell(text, column)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The same numbers as bars; the table below is their twin. */
export function SqlBars({ result: { columns, rows }, label, locale }: { result: SqlResult; label: string; locale: string }) {
  const values = rows.map((row) => ({ name: row[0] ?? '', value: Number(row.at(-1)) }))
  const most = Math.max(...values.map(({ value }) => Math.abs(value)), 1e-9)
  const row = 32
  return (
    <figure class="mr-frame">
      <figcaption class="mr-frame__head mr-muted mr-small">{`${columns.at(-1) ?? ''} · ${columns[0] ?? ''}`}</figcaption>
      <svg class="mr-plot" viewBox={`0 0 680 ${values.length * row}`} role="img" aria-label={label}>
        {values.map(({ name, value }, at) => (
          <g key={name}>
            <text x={250} y={at * row + 21} text-anchor="end">
              {name.length > 28 ? `${name.slice(0, 27)}…` : name}
            </text>
            <path class="mr-bar" d={`M260 ${at * row + 4}h${(Math.abs(value) / most) * 300}v22h-${(Math.abs(value) / most) * 300}z`} />
            <text class="mr-strong" x={268 + (Math.abs(value) / most) * 300} y={at * row + 21}>
              {value.toLocaleString(locale, { maximumFractionDigits: 2 })}
            </text>
          </g>
        ))}
      </svg>
    </figure>
  )
}
