/** What a form of a supplier says about the entries it serves: those it listed, those that stay of them, and those that come. */
export type Said = { readonly listed: readonly string[]; readonly keep: readonly string[]; readonly added: readonly string[] }

/** The entries afterwards. What the form did not list stays: its town has hidden it, or somebody has named the supplier there since the form was opened. */
export const servedAfter = (now: readonly string[], { listed, keep, added }: Said): string[] => [...new Set([...now.filter((id) => !listed.includes(id) || keep.includes(id)), ...added])]
