export function firstLine(source: string): string {
  return `// Made from ${source} by \`npm run generate\`: change it there.`
}
