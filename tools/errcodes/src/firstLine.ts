/** Opens every file that is made here. */
export function firstLine(source: string): string {
  return `// Made from ${source} by \`npm run generate\` in tools/errcodes: change it there.`
}
