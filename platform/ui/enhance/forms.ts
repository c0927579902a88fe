/** Error summary takes the focus when the page comes back with errors (WCAG 3.3.1 in practice: heard and seen first). */
export function focusErrors(): void {
  document.querySelector<HTMLElement>('[data-errors]')?.focus()
}

/** The number in a range's sentence and the number field beside it follow the slider. */
export function followRanges(): void {
  document.addEventListener('input', (event) => {
    const input = event.target
    if (!(input instanceof HTMLInputElement)) return
    const id = input.type === 'range' ? input.id : input.dataset['rangeNumber']
    if (!id) return
    for (const output of document.querySelectorAll<HTMLOutputElement>('output[data-range-value]'))
      if (output.dataset['rangeValue'] === id) output.value = input.value
    const slider = document.getElementById(id)
    if (slider instanceof HTMLInputElement && slider !== input) slider.value = input.value
    const number = document.getElementById(`${id}-number`)
    if (number instanceof HTMLInputElement && number !== input) number.value = input.value
  })
}

/** `a[data-dialog]` opens the dialog it names instead of going to the page that asks the same. */
export function openDialogs(): void {
  document.addEventListener('click', (event) => {
    if (!(event.target instanceof Element) || event.metaKey || event.ctrlKey) return
    const link = event.target.closest<HTMLElement>('a[data-dialog]')
    const dialog = link && document.getElementById(link.dataset['dialog'] ?? '')
    if (!(dialog instanceof HTMLDialogElement)) return
    event.preventDefault()
    dialog.showModal()
  })
}
