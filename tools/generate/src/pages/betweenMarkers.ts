/** The tables that READMEs hold, by the name in their markers: `<!-- functions -->` and `<!-- /functions -->`. */
export type TableName = 'functions' | 'errcodes'

/** Whether a page has a place for a table. */
export function hasMarkers(page: string, name: TableName): boolean {
  return between(name).test(page)
}

/** The page with this table between its markers. Formatters leave it alone: aligned columns would double its size. */
export function putBetweenMarkers(page: string, name: TableName, text: string): string {
  const table = `<!-- prettier-ignore-start -->\n\n${text}\n<!-- prettier-ignore-end -->\n`
  // A function, because a text could hold what `replace` takes for a pattern.
  return page.replace(between(name), () => table)
}

function between(name: TableName): RegExp {
  return new RegExp(`(?<=<!-- ${name} -->\\n).*?(?=<!-- /${name} -->)`, 's')
}
