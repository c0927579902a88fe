import type { Suggestions } from '../search-box/search-box.tsx'

/** Search field with suggestions after the ARIA combobox pattern (list, manual selection). The form works without it. */
export function suggestWhileTyping(root: ParentNode = document): void {
  for (const form of root.querySelectorAll<HTMLFormElement>('form[data-suggest]')) attach(form)
}

type Row = { text: string; kind?: string; href?: string }

function attach(form: HTMLFormElement): void {
  const input = form.querySelector<HTMLInputElement>('input[type="search"]')
  const source = form.dataset['suggest']
  if (!input || !source || input.getAttribute('role') === 'combobox') return

  const list = document.createElement('ul')
  list.id = `${input.id}-suggest`
  list.className = 'mr-suggest'
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', form.querySelector('label')?.textContent?.trim() ?? '')
  list.hidden = true
  const status = document.createElement('span')
  status.className = 'mr-vh'
  status.setAttribute('role', 'status')
  form.append(list, status)
  for (const [name, value] of [['role', 'combobox'], ['aria-autocomplete', 'list'], ['aria-expanded', 'false'], ['aria-controls', list.id]] as const)
    input.setAttribute(name, value)

  let rows: Row[] = []
  let active = -1
  let timer: ReturnType<typeof setTimeout> | undefined
  let asked = 0

  const close = (): void => {
    list.hidden = true
    active = -1
    input.setAttribute('aria-expanded', 'false')
    input.removeAttribute('aria-activedescendant')
  }
  const mark = (at: number): void => {
    active = at
    ;[...list.children].forEach((row, index) => row.setAttribute('aria-selected', String(index === at)))
    const row = list.children[at]
    if (row) input.setAttribute('aria-activedescendant', row.id)
    else input.removeAttribute('aria-activedescendant')
  }
  const choose = (row: Row): void => {
    close()
    if (row.href) {
      location.assign(row.href)
      return
    }
    input.value = row.text
    form.requestSubmit()
  }
  const show = (typed: string): void => {
    const all = (form.dataset['suggestAll'] ?? '{q}').replace('{q}', typed)
    list.replaceChildren(searchAll(list.id, all), ...rows.map((row, at) => option(`${list.id}-${at + 1}`, row, typed)))
    list.hidden = false
    active = -1
    input.removeAttribute('aria-activedescendant')
    input.setAttribute('aria-expanded', 'true')
    status.textContent = (form.dataset['suggestCount'] ?? '{n}').replace('{n}', String(rows.length))
  }
  const ask = async (typed: string): Promise<void> => {
    const turn = ++asked
    const address = new URL(source, location.href)
    address.searchParams.set('q', typed)
    const answer = await fetch(address, { headers: { accept: 'application/json' } })
    if (!answer.ok || turn !== asked) return
    // The address is our own and answers with this shape; anything else shows no rows.
    const found = (await answer.json()) as Partial<Suggestions>
    rows = (found.suggestions ?? []).slice(0, 7)
    if (rows.length === 0) close()
    else if (document.activeElement === input) show(typed)
  }

  input.addEventListener('input', () => {
    clearTimeout(timer)
    const typed = input.value.trim()
    if (typed.length < 2) {
      asked++
      close()
      return
    }
    timer = setTimeout(() => void ask(typed).catch(close), 120)
  })
  input.addEventListener('keydown', (event) => {
    if (list.hidden) return
    const count = rows.length + 1
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      mark(active === -1 ? (step === 1 ? 0 : count - 1) : (active + step + count) % count)
    } else if (event.key === 'Escape') {
      event.preventDefault()
      close()
    } else if (event.key === 'Enter' && active > 0) {
      event.preventDefault()
      const row = rows[active - 1]
      if (row) choose(row)
    } else if (event.key === 'Tab') close()
  })
  // mousedown keeps the focus in the field, click chooses.
  list.addEventListener('mousedown', (event) => event.preventDefault())
  list.addEventListener('click', (event) => {
    const chosen = event.target instanceof Element ? event.target.closest('[role="option"]') : null
    const at = chosen ? [...list.children].indexOf(chosen) : -1
    if (at === 0) form.requestSubmit()
    const row = rows[at - 1]
    if (row) choose(row)
  })
  input.addEventListener('blur', close)
}

function searchAll(listId: string, text: string): HTMLElement {
  const row = document.createElement('li')
  row.id = `${listId}-0`
  row.setAttribute('role', 'option')
  row.setAttribute('aria-selected', 'false')
  row.textContent = text
  return row
}

/** What was typed stays regular, the completion is bold. */
function option(id: string, { text, kind }: Row, typed: string): HTMLElement {
  const row = document.createElement('li')
  row.id = id
  row.setAttribute('role', 'option')
  row.setAttribute('aria-selected', 'false')
  const label = document.createElement('span')
  const at = text.toLowerCase().indexOf(typed.toLowerCase())
  if (at < 0) label.textContent = text
  else {
    label.append(bold(text.slice(0, at)), text.slice(at, at + typed.length), bold(text.slice(at + typed.length)))
  }
  row.append(label)
  if (kind) {
    const small = document.createElement('small')
    small.textContent = kind
    row.append(small)
  }
  return row
}

function bold(text: string): HTMLElement {
  const element = document.createElement('b')
  element.textContent = text
  return element
}
