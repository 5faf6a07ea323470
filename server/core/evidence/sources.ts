/**
 * The reviews of research that figures here are taken from. Only what was confirmed in the source is used; odds ratios,
 * confidence intervals and numbers of studies that could not be confirmed stand nowhere in the product.
 */
export type Review = { readonly code: string; readonly citation: string; readonly year: number };

export const REVIEWS = {
  BRA_2018: {
    code: 'BRA_2018',
    citation: 'Brå 2018-12-17; Piza, Welsh, Farrington & Thomas 2019, Criminology & Public Policy 18(1):135–159',
    year: 2018,
  },
  BRA_2007: { code: 'BRA_2007', citation: 'Brå 2007:29; Welsh & Farrington 2009, Justice Quarterly', year: 2007 },
} as const satisfies Record<string, Review>;

/**
 * What a review says of one kind of place or crime.
 * - `effect`: a significant change with a confirmed size, as a share: -0.14 is fourteen per cent fewer.
 * - `significant`: a significant fall whose size could not be confirmed. It carries no number.
 * - `not_significant`: studied, and no significant effect. Counts as none.
 * - `none_published`: nobody has published an estimate. Counts as none.
 */
export type Finding =
  | { readonly kind: 'effect'; readonly change: number; readonly studies: number | null; readonly review: Review }
  | { readonly kind: 'significant' | 'not_significant'; readonly studies: number | null; readonly review: Review }
  | { readonly kind: 'none_published' };
