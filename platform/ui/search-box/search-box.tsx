import { Icon } from '../icon/icon.tsx'

export type SearchBoxProps = {
  /** Where the form goes (GET). */
  action: string
  /** Said to screen readers: "Daten suchen" */
  label: string
  /** Word on the button: "Suchen" */
  button: string
  value?: string | undefined
  name?: string | undefined
  id?: string | undefined
  /** Example only ("Zum Beispiel: Hund anmelden"); the label is always there. */
  example?: string | undefined
  /** Parameters that stay while the question changes. */
  keep?: readonly { name: string; value: string }[] | undefined
  /** On brand ground: accent button, larger. */
  onBrand?: boolean | undefined
  /**
   * Address answering `?q=` with `Suggestions`. Without script, and while nothing is typed, it is not asked.
   * `all` is the first row, `{q}` stands for what was typed: "Alles zu „{q}“ suchen"; `count` is announced: "{n} Vorschläge".
   */
  suggest?: { href: string; all: string; count: string } | undefined
}

/** What the address of `suggest` answers: at most 7 rows, the kind is shown right ("Anliegen", "Kurs"). */
export type Suggestions = { suggestions: readonly { text: string; kind?: string; href?: string }[] }

export function SearchBox(props: SearchBoxProps) {
  const { name = 'q', id = 'q', suggest } = props
  return (
    <form class="mr-search" role="search" action={props.action} method="get" data-suggest={suggest?.href} data-suggest-all={suggest?.all} data-suggest-count={suggest?.count}>
      {(props.keep ?? []).map((kept) => (
        <input key={`${kept.name}=${kept.value}`} type="hidden" name={kept.name} value={kept.value} />
      ))}
      <label class="mr-vh" for={id}>
        {props.label}
      </label>
      <input class="mr-input" id={id} name={name} type="search" value={props.value} placeholder={props.example} autocomplete="off" enterkeyhint="search" maxlength={200} />
      <button class={props.onBrand ? 'mr-btn mr-btn--accent' : 'mr-btn'}>
        <Icon name="search" />
        <span class="mr-search__word">{props.button}</span>
      </button>
    </form>
  )
}
