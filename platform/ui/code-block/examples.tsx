import type { Example } from '../gallery/example.ts'
import { Island } from '../island/island.tsx'
import { CodeBlock } from './code-block.island.tsx'

const code = `import pandas as pd

table = pd.read_csv('https://stadt.example/open-data/table/zaehlstellen.csv')
print(table.head())`

export const examples: Example[] = [
  { name: 'python', body: <Island name="code-block" of={CodeBlock} props={{ code, label: 'Abruf mit Python', words: { copy: 'Kopieren', copied: 'Kopiert' } }} /> },
]
