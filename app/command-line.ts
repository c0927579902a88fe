export type CommandLine = { command: string; options: Record<string, string | undefined>; rest: string[] }

/** `start --port 8081 --services open-data`, `--demo=false`, `--verbose`. */
export function readCommandLine(words: readonly string[]): CommandLine {
  const [command = 'start', ...following] = words[0]?.startsWith('-') ? ['start', ...words] : words
  const options: Record<string, string | undefined> = {}
  const rest: string[] = []
  for (let at = 0; at < following.length; at++) {
    const word = following[at] as string // at < length
    if (!word.startsWith('--')) {
      rest.push(word)
      continue
    }
    const [name = '', value] = word.slice(2).split(/=(.*)/s)
    const next = following[at + 1]
    if (value !== undefined) options[name] = value
    else if (next !== undefined && !next.startsWith('--')) options[name] = following[++at]
    else options[name] = 'true'
  }
  return { command, options, rest }
}
