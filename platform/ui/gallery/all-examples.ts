import { examples as accordion } from '../accordion/examples.tsx'
import { examples as button } from '../button/examples.tsx'
import { examples as card } from '../card/examples.tsx'
import { examples as chartFrame } from '../chart-frame/examples.tsx'
import { examples as codeBlock } from '../code-block/examples.tsx'
import { examples as copyText } from '../copy-text/examples.tsx'
import { examples as dataTable } from '../data-table/examples.tsx'
import { examples as descriptionList } from '../description-list/examples.tsx'
import { examples as dialog } from '../dialog/examples.tsx'
import { examples as easyLanguage } from '../easy-language/examples.tsx'
import { examples as emptyState } from '../empty-state/examples.tsx'
import { examples as facets } from '../facets/examples.tsx'
import { examples as field } from '../field/examples.tsx'
import { examples as form } from '../form/examples.tsx'
import { examples as fromTo } from '../from-to/examples.tsx'
import { examples as front } from '../front/examples.tsx'
import { examples as heatTable } from '../heat-table/examples.tsx'
import { examples as mapFrame } from '../map-frame/examples.tsx'
import { examples as markdownBlocks } from '../markdown-blocks/examples.tsx'
import { examples as note } from '../note/examples.tsx'
import { examples as pageFrame } from '../page-frame/examples.tsx'
import { examples as pagination } from '../pagination/examples.tsx'
import { examples as progress } from '../progress/examples.tsx'
import { examples as quickExit } from '../quick-exit/examples.tsx'
import { examples as result } from '../result/examples.tsx'
import { examples as searchBox } from '../search-box/examples.tsx'
import { examples as tabs } from '../tabs/examples.tsx'
import { examples as tag } from '../tag/examples.tsx'
import { examples as timeline } from '../timeline/examples.tsx'
import { examples as workFrame } from '../work-frame/examples.tsx'
import type { ComponentExamples } from './example.ts'

/** Every example file of the kit; `all-examples.test.ts` fails when one on disk is missing here. */
export const allExamples: readonly ComponentExamples[] = [
  { component: 'accordion', examples: accordion },
  { component: 'button', examples: button },
  { component: 'card', examples: card },
  { component: 'chart-frame', examples: chartFrame },
  { component: 'code-block', examples: codeBlock },
  { component: 'copy-text', examples: copyText },
  { component: 'data-table', examples: dataTable },
  { component: 'description-list', examples: descriptionList },
  { component: 'dialog', examples: dialog },
  { component: 'easy-language', examples: easyLanguage },
  { component: 'empty-state', examples: emptyState },
  { component: 'facets', examples: facets },
  { component: 'field', examples: field },
  { component: 'form', examples: form },
  { component: 'from-to', examples: fromTo },
  { component: 'front', examples: front },
  { component: 'heat-table', examples: heatTable },
  { component: 'map-frame', examples: mapFrame },
  { component: 'markdown-blocks', examples: markdownBlocks },
  { component: 'note', examples: note },
  { component: 'page-frame', examples: pageFrame },
  { component: 'pagination', examples: pagination },
  { component: 'progress', examples: progress },
  { component: 'quick-exit', examples: quickExit },
  { component: 'result', examples: result },
  { component: 'search-box', examples: searchBox },
  { component: 'tabs', examples: tabs },
  { component: 'tag', examples: tag },
  { component: 'timeline', examples: timeline },
  { component: 'work-frame', examples: workFrame },
]
