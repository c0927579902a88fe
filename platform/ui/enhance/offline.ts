/** Lets the town's service worker show a page of its own when there is no network. Without it the browser shows its error. */
export function offerOfflinePage(): void {
  if (!('serviceWorker' in navigator)) return
  addEventListener('load', () => void navigator.serviceWorker.register('/sw.js').catch(() => {}), { once: true })
}
