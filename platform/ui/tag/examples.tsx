import type { Example } from '../gallery/example.ts'
import { Row } from '../layout/layout.tsx'
import { Chip, Tag } from './tag.tsx'

export const examples: Example[] = [
  {
    name: 'tags',
    body: (
      <Row>
        <Tag>CSV</Tag>
        <Tag kind="ok">Entscheidungsreif</Tag>
        <Tag kind="warn">Prüfen</Tag>
        <Tag kind="bad">Abgelehnt</Tag>
        <Tag kind="info">Wartet auf Antwort</Tag>
      </Row>
    ),
  },
  {
    name: 'chips',
    body: (
      <Row>
        <Chip href="?ohne=1" remove="entfernen">
          Thema: Verkehr
        </Chip>
        <Chip href="/thema">Umwelt</Chip>
      </Row>
    ),
  },
]
