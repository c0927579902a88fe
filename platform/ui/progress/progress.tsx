export type ProgressProps = {
  id: string
  /** What is going on: "Katalog wird gelesen" */
  label: string
  /** Words beside the bar, the truth for everyone: "1.240 von 3.400 Datensätzen". */
  text: string
  /** Without `value` the bar says that work goes on, not how far. */
  value?: number | undefined
  max?: number | undefined
}

/** Real `<progress>` with words. Reloads with the page (`Document refresh`); with script the page may replace it. */
export function Progress({ id, label, text, value, max = 100 }: ProgressProps) {
  return (
    <div class="kern-progress mr-progress">
      <label class="mr-label" for={id}>
        {label}
      </label>
      <progress id={id} value={value} max={max} aria-describedby={`${id}-text`} />
      <p class="mr-small mr-muted mr-num" id={`${id}-text`} role="status">
        {text}
      </p>
    </div>
  )
}
