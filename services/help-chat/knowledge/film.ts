/** The explainer in the reader's language: captions and what they say as text. */
export type Film = { readonly href: string; readonly type: string; readonly poster: string; readonly captions: Captions; readonly others: readonly Captions[]; readonly transcript: readonly string[] }
export type Captions = { readonly lang: string; readonly label: string; readonly href: string }
