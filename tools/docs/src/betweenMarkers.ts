/** A page with this part between its markers of a name: `<!-- name -->` and `<!-- /name -->`. */
export function putBetweenMarkers(page: string, text: string, name: string, part: string): string {
  const markers = new RegExp(`(?<=<!-- ${name} -->\\n).*(?=<!-- /${name} -->)`, 's')
  if (!markers.test(text)) throw new Error(`${page} lacks the markers <!-- ${name} --> and <!-- /${name} -->`)
  // A function, because `$app` could be taken for a pattern.
  return text.replace(markers, () => `\n${part}\n`)
}
