/** `<details data-menu>`: closes with Escape (focus back on its button), by a click elsewhere, and when another one opens. */
export function closeMenus(): void {
  const open = (): HTMLDetailsElement[] => [...document.querySelectorAll<HTMLDetailsElement>('details[data-menu][open]')]
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return
    for (const menu of open()) {
      menu.open = false
      menu.querySelector('summary')?.focus()
    }
  })
  document.addEventListener('click', (event) => {
    if (!(event.target instanceof Node)) return
    for (const menu of open()) if (!menu.contains(event.target)) menu.open = false
  })
}
