export { formatText } from './formatText.ts'
export { putBetweenMarkers } from './pages/betweenMarkers.ts'
export { unformatted } from './pages/unformatted.ts'
