import type { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'

const graceMs = 10_000

/**
 * Lets a server end within seconds: `closeWithoutWaiting(app)` before it listens.
 * Node's `close` waits for connections that were opened in advance and never asked anything (browsers and `fetch` open
 * them), and for those whose last answer ended meanwhile, until their time limits of a minute and more. Here a connection
 * without a running answer is cut at once, one with a running answer after it, at the latest after ten seconds.
 */
export function closeWithoutWaiting(app: FastifyInstance): void {
  const free = new Set<Socket>()
  let isClosing = false
  const release = (socket: Socket): void => {
    if (isClosing) socket.destroySoon()
    else if (!socket.destroyed) free.add(socket)
  }
  app.server.on('connection', (socket) => {
    release(socket)
    socket.once('close', () => free.delete(socket))
  })
  app.server.on('request', ({ socket }, response) => {
    free.delete(socket)
    response.once('close', () => release(socket))
  })
  app.addHook('preClose', async () => {
    isClosing = true
    for (const socket of free) socket.destroy()
    setTimeout(() => app.server.closeAllConnections(), graceMs).unref()
  })
}
