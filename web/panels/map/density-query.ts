type Query = Readonly<Record<string, string>>;

/** Those of the address's filters that the density knows, called as the server calls them. */
export function densityQuery(filter: Query): Query {
  return asked(filter, { what: 'what', category: 'category', hours: 'hours', period: 'period' });
}

/** Those that counts by square know: no hours, and whole years. The year in the bar is the survey's; this one is its own. */
export function squareQuery(filter: Query): Query {
  return asked(filter, { what: 'what', category: 'category', squares: 'year' });
}

function asked(filter: Query, names: Query): Query {
  return Object.fromEntries(
    Object.entries(names).flatMap(([name, server]) => (filter[name] ? [[server, filter[name]]] : [])),
  );
}
