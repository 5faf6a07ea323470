import type { sv } from './sv.ts';

/** The Swedish texts as a pattern: the same keys, any sentence, functions with the same arguments. */
export type Pattern<T> = T extends string
  ? string
  : T extends (...args: infer Args) => string
    ? (...args: Args) => string
    : T extends readonly (infer Item)[]
      ? readonly Pattern<Item>[]
      : { readonly [Key in keyof T]: Pattern<T[Key]> };

export type Words = Pattern<typeof sv>;
