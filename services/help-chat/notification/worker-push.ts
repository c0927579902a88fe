/** What a service worker needs here, named so that no other library of types is wanted. */
type PushScope = {
  readonly registration: { showNotification(title: string, options: { body: string; tag: string; icon?: string; silent: boolean }): Promise<void> }
  readonly clients: { openWindow(address: string): Promise<unknown> }
  addEventListener(type: 'push', listen: (event: { waitUntil(work: Promise<unknown>): void }) => void): void
  addEventListener(type: 'notificationclick', listen: (event: { notification: { close(): void }; waitUntil(work: Promise<unknown>): void }) => void): void
}

/**
 * Answers a knock with one neutral sentence. Messages carry no content, so there is nothing to show but this. One `tag`: a second notice takes
 * the place of the first. A click leads to the first page, never into a case.
 */
export function listenForPush(scope: PushScope, { title, text, icon, home }: { title: string; text: string; icon?: string; home: string }): void {
  scope.addEventListener('push', (event) => event.waitUntil(scope.registration.showNotification(title, { body: text, tag: 'neu', silent: true, ...(icon !== undefined && { icon }) })))
  scope.addEventListener('notificationclick', (event) => {
    event.notification.close()
    event.waitUntil(scope.clients.openWindow(home))
  })
}
