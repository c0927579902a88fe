/**
 * Lets the town's service worker show a page of its own when there is no network. Without it the browser shows its error. Pages of an app of
 * their own bring their own worker, or none.
 */
export function offerOfflinePage(): void {
  const manifest = document.querySelector('link[rel="manifest"]')?.getAttribute('href')
  if (!('serviceWorker' in navigator) || manifest !== '/manifest.webmanifest') return
  addEventListener('load', () => void navigator.serviceWorker.register('/sw.js').catch(() => {}), { once: true })
}
