/** Returns the first line of a generated source file, which names the file it is made from. */
export function firstLine(source: string): string {
  return `// Made from ${source} by \`npm run generate\`: change it there.`
}
