// `npm run generate` copies it from package.json.
export const version = '0.0.0'
