/** Fields as WeCom writes them: texts as CDATA, numbers bare, lists as repeated elements. */
export function toXml(fields: object): string {
  return `<xml>${elements(fields)}</xml>`
}

function elements(fields: object): string {
  return Object.entries(fields)
    .flatMap(([name, value]: [string, unknown]) => [value].flat().map((item) => `<${name}>${content(item)}</${name}>`))
    .join('\n')
}

function content(value: unknown): string {
  if (typeof value === 'object' && value !== null) return elements(value)
  return typeof value === 'string' ? cdata(value) : String(value)
}

/** What would end a section is split over two. */
function cdata(text: string): string {
  return `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`
}
