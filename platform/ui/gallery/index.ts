export { allExamples } from './all-examples.ts'
export type { ComponentExamples, Example } from './example.ts'
export { ExamplePage, findExample, Gallery, type GalleryProps } from './gallery.tsx'
