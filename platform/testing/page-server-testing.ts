import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Answers on a free port of this machine, for tests of the test kit itself. */
export async function servePages(answer: RequestListener): Promise<{ readonly address: string; close(): void }> {
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { address: `http://localhost:${(server.address() as AddressInfo).port}`, close: () => void server.close() } // a TCP server has no other kind of address
}
