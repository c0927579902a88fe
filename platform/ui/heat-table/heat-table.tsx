export type HeatBand = 'ok' | 'mid' | 'bad' | 'none'
/** `text` is the number as shown; its band is cut on the shown number, so that "8" is in the class "7 to 8". */
export type HeatCell = { text: string; band: HeatBand }

export type HeatTableProps = {
  id: string
  caption: string
  heads: readonly string[]
  rows: readonly { head: string; cells: readonly HeatCell[] }[]
  /** Meaning of each band in words; also said to screen readers in the worst and the missing cells. */
  legend: Record<HeatBand, string>
}

/** A real table whose cells are coloured; the worst band is bold with ▲, missing is hatched. Phones show the last three columns. */
export function HeatTable({ id, caption, heads, rows, legend }: HeatTableProps) {
  return (
    <div class="mr-heatbox">
      <table class="mr-heat" id={id}>
        <caption class="mr-vh">{caption}</caption>
        <thead>
          <tr>
            <td />
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.head}>
              <th scope="row">{row.head}</th>
              {row.cells.map((cell, at) => (
                <td key={heads[at]} data-band={cell.band}>
                  {cell.text}
                  {cell.band === 'bad' || cell.band === 'none' ? <span class="mr-vh">, {legend[cell.band]}</span> : null}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <ul class="mr-legend-list">
        {(['ok', 'mid', 'bad', 'none'] as const).map((band) => (
          <li key={band}>
            <span class="mr-key" data-band={band} />
            {legend[band]}
          </li>
        ))}
      </ul>
    </div>
  )
}
