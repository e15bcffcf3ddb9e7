/** Opens every file that is made here. */
export const firstLine =
  '// Made from tools/catalogue/errors.yaml by `npm run generate` in tools/errcodes: change it there.'
