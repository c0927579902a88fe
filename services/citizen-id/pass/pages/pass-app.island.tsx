import { useEffect } from 'preact/hooks'

/** Makes the pages below `/pass` an app of their own on this phone. There is nothing to see. */
export function PassApp() {
  useEffect(() => {
    if ('serviceWorker' in navigator) void navigator.serviceWorker.register('/pass/worker.js', { scope: '/pass' }).catch(() => {})
  }, [])
  return null
}
