/** Words that stay small inside a name. */
const small = new Set(['och', 'i', 'på', 'av', 'vid', 'med', 'till', 'från', 'under', 'över', 'the', 'of', 'and']);
const roman = /^(?=[IVX])(X{0,2})(IX|IV|V?I{0,3})$/;

/** Whether a list of names is written in capitals throughout: then it is the register's habit and not the names'. */
export function areAllCapitals(names: readonly string[]): boolean {
  const written = names.filter((name) => /\p{L}{2}/u.test(name));
  return written.length > 0 && written.every((name) => name === name.toUpperCase());
}

/** "TYGELSJÖ VÅNG" as "Tygelsjö Vång"; parts behind a hyphen too; I, II and IV stay. */
export function titleCase(name: string): string {
  return name
    .split(' ')
    .map((word, order) => {
      const lower = word.toLowerCase();
      if (order > 0 && small.has(lower)) return lower;
      if (order > 0 && roman.test(word)) return word;
      return lower.replace(/(^|[-/(&])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
    })
    .join(' ');
}
