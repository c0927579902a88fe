import { type Brand, palette, type Scheme } from './tokens.ts'

const declarations = (brand: Brand, scheme: Scheme): string =>
  Object.entries(palette(brand, scheme))
    .map(([token, hex]) => `--mr-${token}:${hex}`)
    .join(';')

/**
 * The stylesheet of one town. Colours are computed here and written as hex, so browsers without `oklch()` or
 * `light-dark()` show the same town; the device's preference counts first, `data-theme` on the root element second.
 * Specificity is zero on purpose: preference rules in `main.css`, which is loaded after it, must win.
 */
export function brandCss(brand: Brand): string {
  const dark = declarations(brand, 'dark')
  return [
    `:where(:root){${declarations(brand, 'light')};--mr-radius:${brand.radius}px}`,
    `@media (prefers-color-scheme:dark){:where(:root:not([data-theme="light"])){${dark}}}`,
    `:where(:root[data-theme="dark"]){${dark}}`,
    `@media print{:where(:root),:where(:root[data-theme]){${declarations(brand, 'light')}}}`,
    '',
  ].join('\n')
}
