/** Kept equal to package.json by `npm run version-packages`. */
export const version = '0.0.0'
