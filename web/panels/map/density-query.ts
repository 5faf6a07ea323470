const names = ['what', 'category', 'hours', 'period'] as const;

/** Those of the address's filters that the density knows; they are called as the server calls them. */
export function densityQuery(filter: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(names.flatMap((name) => (filter[name] ? [[name, filter[name]]] : [])));
}
