import { Hy, useHyphens } from '../hyphenation/hy.tsx'
import type { ComponentChildren } from 'preact'
import { Button } from '../button/button.tsx'
import { Icon } from '../icon/icon.tsx'
import { Chip } from '../tag/tag.tsx'

export type FacetOption = { value: string; label: string; count: number; checked?: boolean | undefined }

export type FacetGroup = {
  /** Name of the parameter; repeated for each checked value. */
  name: string
  label: string
  options: readonly FacetOption[]
  /** How many stand before "mehr"; 4 unless told. Checked ones always stand before. */
  shown?: number | undefined
}

export type FacetsProps = {
  action: string
  groups: readonly FacetGroup[]
  /** Question, sort and other parameters that stay. */
  keep?: readonly { name: string; value: string }[] | undefined
  /** `summary` is the button on phones: "Filter (2 aktiv)"; `{n}` in `more` is the number of further options: "{n} weitere". */
  words: { title: string; summary: string; apply: string; more: string }
  /** Further fieldsets, e.g. a range. */
  children?: ComponentChildren
  /** Leave false where a change should wait for the button. */
  auto?: boolean | undefined
}

/** Filters as one form. Without script the button applies them; with it a change does, and the focus stays (island/facets.ts). */
export function Facets({ action, groups, keep = [], words, children, auto = true }: FacetsProps) {
  return (
    <details class="mr-facets">
      <summary class="mr-btn mr-btn--quiet">
        <Icon name="filter" />
        {words.summary}
      </summary>
      <form action={action} method="get" aria-label={words.title} data-auto-apply={auto ? '' : undefined}>
        <h2 class="mr-facets__title">{words.title}</h2>
        {keep.map((kept) => (
          <input key={`${kept.name}=${kept.value}`} type="hidden" name={kept.name} value={kept.value} />
        ))}
        {groups.map((group) => (
          <Group key={group.name} group={group} more={words.more} />
        ))}
        {children}
        <Button kind="quiet" block>
          {words.apply}
        </Button>
      </form>
    </details>
  )
}

function Group({ group, more }: { group: FacetGroup; more: string }) {
  // A filter that would lead to nothing is not offered, but one that is set must stay removable.
  const offered = group.options.filter((option) => option.count > 0 || option.checked)
  if (offered.length === 0) return null
  const shown = group.shown ?? 4
  const first = offered.filter((option, at) => at < shown || option.checked)
  const rest = offered.filter((option) => !first.includes(option))
  return (
    <fieldset>
      <legend class="mr-legend">
        <Hy>{group.label}</Hy>
      </legend>
      {first.map((option) => (
        <Option key={option.value} name={group.name} option={option} />
      ))}
      {rest.length > 0 ? (
        <details class="mr-details">
          <summary>
            <Icon name="chevron-down" size="s" />
            {more.replace('{n}', String(rest.length))}
            <span class="mr-vh">: {group.label}</span>
          </summary>
          {rest.map((option) => (
            <Option key={option.value} name={group.name} option={option} />
          ))}
        </details>
      ) : null}
    </fieldset>
  )
}

function Option({ name, option }: { name: string; option: FacetOption }) {
  const hyphens = useHyphens()
  return (
    <label class="mr-check">
      <input type="checkbox" name={name} value={option.value} checked={option.checked} />
      <span>{hyphens(option.label)}</span>
      <span class="mr-num">{option.count}</span>
    </label>
  )
}

export type FilterChipsProps = {
  chips: readonly { label: string; href: string }[]
  /** `remove` is said after each label: "entfernen". */
  words: { remove: string; removeAll: string }
  removeAllHref: string
}

/** Active filters above the results, each removable alone. */
export function FilterChips({ chips, words, removeAllHref }: FilterChipsProps) {
  if (chips.length === 0) return null
  return (
    <p class="mr-row mr-chips">
      {chips.map((chip) => (
        <Chip key={chip.href} href={chip.href} remove={words.remove}>
          {chip.label}
        </Chip>
      ))}
      <a class="mr-small mr-inline" href={removeAllHref}>
        {words.removeAll}
      </a>
    </p>
  )
}

export type SortSelectProps = {
  action: string
  name?: string | undefined
  label: string
  /** Word of the button that script takes away: "Sortieren" */
  button: string
  options: readonly { value: string; label: string; selected?: boolean | undefined }[]
  keep?: readonly { name: string; value: string }[] | undefined
}

/** Order of the results, a form of its own beside their headline. */
export function SortSelect({ action, name = 'sort', label, button, options, keep = [] }: SortSelectProps) {
  return (
    <form class="mr-row mr-sort" action={action} method="get" data-auto-apply="">
      {keep.map((kept) => (
        <input key={`${kept.name}=${kept.value}`} type="hidden" name={kept.name} value={kept.value} />
      ))}
      <label class="mr-small" for={`sort-${name}`}>
        {label}
      </label>
      <select class="mr-select mr-select--s" id={`sort-${name}`} name={name}>
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.selected}>
            {option.label}
          </option>
        ))}
      </select>
      <Button kind="quiet" small>
        {button}
      </Button>
    </form>
  )
}
