import { nextKeys, readPhrase, type PhraseMistake } from './keyring.ts'
import { openVault } from '../crypto/vault.ts'
import { changeReaders } from './case-acts.ts'
import { confidantsIn } from './rules.ts'
import { failureOf, type Store } from './store.ts'

/**
 * New keys for a town, signed with the ones before, and in every open case I read a new key that is sealed to them. Asks for the key phrase
 * again: it locks the new vault, and it proves that whoever sits here is who unlocked.
 */
export async function renewKeys(store: Store, town: string, typed: string): Promise<PhraseMistake | undefined> {
  const phrase = readPhrase(typed)
  if ('mistake' in phrase) return phrase.mistake
  const [served, me] = [store.served(town), store.me(town)]
  if (!served?.vault || !me) return { code: 'wrong' }
  store.set({ isBusy: true, failure: undefined })
  if (!(await openVault(served.vault, phrase.words))) {
    store.set({ isBusy: false })
    return { code: 'wrong' }
  }
  const made = await nextKeys(served, me.keys, phrase.words)
  const answer = await store.client.keepKeys({ town, statement: made.statement, vault: made.vault })
  if (!answer.ok) {
    store.set({ isBusy: false, failure: failureOf(answer) })
    return undefined
  }
  store.takeKeys(made)
  await store.refresh()
  const mine = (store.now().state?.inbox ?? []).filter((entry) => entry.town === town && entry.mine === 'reader' && entry.state === 'open')
  for (const entry of mine) {
    const others = confidantsIn(entry).filter((id) => id !== me.confidant)
    await changeReaders(store, entry, { others, staying: true, history: false, reason: 'key-changed' }, { key: 'desk.keys.renewed' })
  }
  store.set({ isBusy: false, said: { key: 'desk.keys.renewed' } })
  return undefined
}
