import type { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { normalPassword } from './rules.ts'

/** Longer texts are judged by their beginning: the time for judging grows faster than the text. */
const judged = 80
const enough = 3 // of 4: "safely unguessable, moderate protection from offline slow-hash scenario" in zxcvbn's own scale

let loading: Promise<ZxcvbnFactory> | undefined

// 18 MB of words: loaded by the first process that needs them, when it does.
const judge = (): Promise<ZxcvbnFactory> => (loading ??= load())

async function load(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory: Factory }, common, german] = await Promise.all([import('@zxcvbn-ts/core'), import('@zxcvbn-ts/language-common'), import('@zxcvbn-ts/language-de')])
  return new Factory({ dictionary: { ...common.dictionary, ...german.dictionary }, graphs: common.adjacencyGraphs })
}

/**
 * Whether a password is easily guessed: by lists of frequent passwords, words, names, dates and patterns, or because it is made of what the
 * person has just told. `own` are the person's names, mail address, sign-in name and town.
 */
export async function whyWeak(password: string, own: readonly string[]): Promise<'password-weak' | 'password-personal' | undefined> {
  const plain = normalPassword(password).slice(0, judged)
  const words = own.flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)]).map((word) => word.toLowerCase()).filter((word) => word.length >= 3)
  const rest = words.toSorted((a, b) => b.length - a.length).reduce((text, word) => text.replaceAll(word, ''), plain.toLowerCase())
  if (rest.length < plain.length && rest.replace(/[^\p{L}\p{N}]/gu, '').length < 6) return 'password-personal'
  return (await judge()).check(plain, words).score >= enough ? undefined : 'password-weak'
}
