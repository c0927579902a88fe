/** Appearance form: the theme changes at once and the server remembers it in a cookie. Contrast renames its button, so it takes the plain way. */
export function switchViewAtOnce(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target
    const button = event.submitter
    if (!(form instanceof HTMLFormElement) || !form.matches('form[data-view]')) return
    if (!(button instanceof HTMLButtonElement) || button.name !== 'theme') return
    event.preventDefault()
    showTheme(button.value)
    const address = new URL(form.action)
    address.searchParams.set('theme', button.value)
    fetch(address, { redirect: 'manual' }).catch(() => form.submit())
  })
}

function showTheme(theme: string): void {
  const root = document.documentElement
  if (theme === 'system') delete root.dataset['theme']
  else root.dataset['theme'] = theme
  for (const button of document.querySelectorAll<HTMLButtonElement>('form[data-view] button[name="theme"]'))
    button.setAttribute('aria-pressed', String(button.value === theme))
}
