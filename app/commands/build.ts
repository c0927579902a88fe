import { buildClient } from '../build-client.ts'
import { root } from '../root.ts'

/** Builds the browser's files anew, whether or not they are older than their sources. */
export async function run(): Promise<void> {
  buildClient(root)
}
