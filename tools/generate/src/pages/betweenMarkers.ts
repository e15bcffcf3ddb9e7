/**
 * Names of the tables that are generated into READMEs. A table is between the markers `<!-- functions -->` and `<!--
 * /functions -->`, or the same with `errcodes`.
 */
export type TableName = 'functions' | 'errcodes'

/** Returns whether a page has the markers of a table. */
export function hasMarkers(page: string, name: TableName): boolean {
  return between(name).test(page)
}

/**
 * Returns the page with `text` between the markers of the table. Formatters do not change the table, because aligned
 * columns would double its size.
 */
export function putBetweenMarkers(page: string, name: TableName, text: string): string {
  const table = `<!-- prettier-ignore-start -->\n\n${text}\n<!-- prettier-ignore-end -->\n`
  // A function, because a text could hold what `replace` takes for a pattern.
  return page.replace(between(name), () => table)
}

function between(name: TableName): RegExp {
  return new RegExp(`(?<=<!-- ${name} -->\\n).*?(?=<!-- /${name} -->)`, 's')
}
