/** Reads bytes of a file. The result is shorter than `length` if the file ends earlier. */
export async function readBytes(file: Blob, start: number, length: number): Promise<DataView> {
  return new DataView(await file.slice(start, start + length).arrayBuffer())
}

export function readAscii(view: DataView, start: number, length: number): string {
  let text = ''
  for (let at = start; at < start + length && at < view.byteLength; at++) text += String.fromCharCode(view.getUint8(at))
  return text
}
