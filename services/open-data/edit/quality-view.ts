/** Points of the European method, and what would bring most next. */
export type QualityView = { points: number; grade: string; steps: readonly { id: string; label: string; gain: number; href: string }[] }
