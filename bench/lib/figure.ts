/** What a figure is held to: the value itself, or its ratio to the alternative. */
export type Bar = { readonly of: 'value' | 'ratio' } & ({ readonly atMost: number } | { readonly atLeast: number });

/** What a question measured, before it is judged. */
export interface Measured {
  /** Dotted, lower case, the question first: `tiles.buildings.z14`. */
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** A named alternative, measured in the same run and in the same unit. */
  readonly versus?: { readonly name: string; readonly value: number };
  readonly bar?: Bar;
}

/** One line of `--json`. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly versus: { readonly name: string; readonly value: number } | null;
  /** How many times the alternative's time it takes, whether time or rate was measured: under 1 is faster. */
  readonly ratio: number | null;
  readonly bar: string | null;
  readonly ok: boolean | null;
}

/** Judges a measurement. */
export function figureOf({ name, value, unit, versus, bar }: Measured): Figure {
  const ratio = versus ? (unit.endsWith('/s') ? versus.value / value : value / versus.value) : null;
  const held = bar?.of === 'ratio' ? ratio : value;
  return {
    name,
    value: rounded(value),
    unit,
    versus: versus ? { name: versus.name, value: rounded(versus.value) } : null,
    ratio: ratio === null ? null : rounded(ratio),
    bar: bar ? textOf(bar, unit) : null,
    ok: bar && held !== null ? ('atMost' in bar ? held <= bar.atMost : held >= bar.atLeast) : null,
  };
}

/** Three figures that count; more is noise. */
function rounded(value: number): number {
  return Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3));
}

function textOf(bar: Bar, unit: string): string {
  const limit = 'atMost' in bar ? `≤ ${bar.atMost}` : `≥ ${bar.atLeast}`;
  return bar.of === 'ratio' ? `ratio ${limit}` : `${limit} ${unit}`;
}
