import { isMap, isScalar, isSeq } from 'yaml'
import { readYaml } from './read-yaml.ts'

/** Where a key of a readable file stands, `description.en.screenshots[0]`; the first line when it does not. */
export function placeOf(bytes: Uint8Array, key: string): { line: number; column: number } {
  const { yaml } = readYaml(bytes)
  let node: unknown = yaml?.root
  let offset = 0
  for (const part of key.replaceAll(/\[(\d+)\]/g, '.$1').split('.')) {
    if (isSeq(node)) {
      node = node.items[Number(part)]
      if (isScalar(node)) offset = node.range?.[0] ?? offset
      continue
    }
    const pair = isMap(node) ? node.items.find((item) => isScalar(item.key) && String(item.key.value) === part) : undefined
    if (!pair) break
    if (isScalar(pair.key)) offset = pair.key.range?.[0] ?? offset
    node = pair.value
  }
  return yaml?.at(offset) ?? { line: 1, column: 1 }
}
