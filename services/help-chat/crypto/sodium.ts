import type libsodium from 'libsodium-wrappers-sumo'

export type Sodium = typeof libsodium

let loading: Promise<Sodium> | undefined
let loaded: Sodium | undefined

/** Loads libsodium once (a chunk of its own in the browser). Await it before anything else of this folder that is not asynchronous itself. */
export function sodium(): Promise<Sodium> {
  loading ??= import('libsodium-wrappers-sumo').then(async ({ default: library }) => {
    await library.ready
    loaded = library
    return library
  })
  return loading
}

/** The loaded library. Throws when `sodium()` was not awaited before. */
export function sodiumNow(): Sodium {
  if (!loaded) throw new Error('libsodium is not loaded: await sodium() first.')
  return loaded
}
