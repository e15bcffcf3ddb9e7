export function errcodeUrl(code: number): string {
  return `https://developer.work.weixin.qq.com/document/path/90313#错误码：${code}`
}
