export { Accordion } from './accordion/accordion.tsx'
export { brandCss } from './brand/brand-css.ts'
export { type BrandPair, checkBrand } from './brand/check-brand.ts'
export { type Brand, palette, type Palette, type Scheme } from './brand/tokens.ts'
export { Breadcrumb } from './breadcrumb/breadcrumb.tsx'
export { Button, buttonClass, type ButtonKind, type ButtonProps, LinkButton, type LinkButtonProps, MoreLink } from './button/button.tsx'
export { Card, type CardProps, type FigureProps, KeyFigure, Panel, type PanelProps } from './card/card.tsx'
export { CodeBlock, type CodeBlockProps } from './code-block/code-block.island.tsx'
export { CopyText, type CopyTextProps } from './copy-text/copy-text.island.tsx'
export { type Column, DataTable, type DataTableProps, type FootRow, type Sort } from './data-table/data-table.tsx'
export { DescriptionList, type Entry } from './description-list/description-list.tsx'
export { ConfirmPage, type ConfirmProps, Dialog, DialogLink, type DialogProps } from './dialog/dialog.tsx'
export { type Density, Document, type DocumentProps, type PageAssets, pageTitle, type Theme } from './document/document.tsx'
export { EmptyState, type EmptyStateProps, ErrorState, type ErrorStateProps, LoadingState } from './empty-state/empty-state.tsx'
export { ErrorSummary, type FieldError } from './error-summary/error-summary.tsx'
export {
  type FacetGroup,
  type FacetOption,
  Facets,
  type FacetsProps,
  FilterChips,
  type FilterChipsProps,
  SortSelect,
  type SortSelectProps,
} from './facets/facets.tsx'
export { type Bar, BarChart, type BarChartProps } from './chart-frame/bar-chart.tsx'
export { ChartFrame, type ChartFrameProps, type ChartTable } from './chart-frame/chart-frame.tsx'
export { type Column as ChartColumn, ColumnChart, type ColumnChartProps } from './chart-frame/column-chart.tsx'
export { TimeChart, type TimeBand, type TimeChartProps, type TimeLine, type TimeMark, type TimePoint, withGaps } from './chart-frame/time-chart.tsx'
export { type ChartFormat, tableBounds, type TimeStep, type TimeTick, timeTicks, tickWord } from './chart-frame/time-ticks.ts'
export { StackedChart, type StackedChartProps, type StackedRow } from './chart-frame/stacked-chart.tsx'
export { LineChart, type LineChartProps, type LineSeries } from './chart-frame/line-chart.tsx'
export { niceTicks } from './chart-frame/scale.ts'
export { type CompoundMark, leichtLines, markCompound } from './easy-language/leicht-lines.tsx'
export { MarkdownBlocks } from './markdown-blocks/markdown-blocks.tsx'
export { type HeatBand, type HeatCell, HeatTable, type HeatTableProps } from './heat-table/heat-table.tsx'
export { type MapFeature, MapFrame, type MapFrameProps } from './map-frame/map-frame.tsx'
export type { Backdrop, MapLevel } from './map-frame/map-plot.tsx'
export { type Bounds, boundsOf, type MapGeometry, type Position } from './map-frame/project.ts'
export {
  Checkbox,
  Checkboxes,
  type CheckboxesProps,
  type CheckboxProps,
  type Choice,
  Radios,
  type RadiosProps,
  Select,
  type SelectProps,
} from './field/choice-fields.tsx'
export { DateField, type DateFieldProps, dateNames, type DatePart, type DateParts } from './field/date-field.tsx'
export { Field, type FieldBase, FieldGroup, fieldId } from './field/field.tsx'
export { FileField, type FileFieldProps, FileList, type StoredFile } from './field/file-field.tsx'
export { RangeField, type RangeFieldProps } from './field/range-field.tsx'
export { type FieldWidth, TextArea, type TextAreaProps, TextField, type TextFieldProps } from './field/text-field.tsx'
export { FromTo, type FromToEnd, type FromToProps } from './from-to/from-to.tsx'
export { Footer, type FooterProps } from './footer/footer.tsx'
export { Form, FormEnd, type FormProps, Hidden } from './form/form.tsx'
export {
  Hero,
  type HeroProps,
  LifeGrid,
  type LifeSituation,
  type MatterItem,
  MatterList,
  type NewsItem,
  NewsList,
  type TodayFact,
  TodayStrip,
} from './front/front.tsx'
export { Header, type HeaderProps } from './header/header.tsx'
export { Hy, Hyphenation } from './hyphenation/hy.tsx'
export { softHyphens } from './hyphenation/soft-hyphens.ts'
export { Icon, type IconName } from './icon/icon.tsx'
export { iconSprite } from './icon/sprite.ts'
export { Island, type IslandProps } from './island/island.tsx'
export { Grid, PageHead, Prose, Row, Section, Split, Stack, VisuallyHidden, Wrap } from './layout/layout.tsx'
export { Note, type NoteKind, type NoteProps, Toast, type ToastProps } from './note/note.tsx'
export { PageFrame } from './page-frame/page-frame.tsx'
export type {
  Crumb,
  FrameFooter,
  FrameProps,
  FrameTown,
  FrameView,
  FrameWords,
  IconLink,
  LanguageLink,
  Link,
  NavLink,
} from './page-frame/types.ts'
export { Pagination, type PaginationProps } from './pagination/pagination.tsx'
export { pageWindow } from './pagination/page-window.ts'
export { Progress, type ProgressProps } from './progress/progress.tsx'
export { QuickExit, type QuickExitProps } from './quick-exit/quick-exit.island.tsx'
export { Result, ResultList, type ResultMeta, type ResultProps } from './result/result.tsx'
export { SaveState, type Saving } from './save-state/save-state.tsx'
export { SearchBox, type SearchBoxProps, type Suggestions } from './search-box/search-box.tsx'
export { SkipLink } from './skip-link/skip-link.tsx'
export { type Step, Stepper } from './stepper/stepper.tsx'
export { type Tab, Tabs } from './tabs/tabs.tsx'
export { Chip, type ChipProps, Tag, type TagKind, type TagProps } from './tag/tag.tsx'
export { Timeline, type TimelineEvent } from './timeline/timeline.tsx'
export { type RailLink, WorkFrame, type WorkFrameProps } from './work-frame/work-frame.tsx'
