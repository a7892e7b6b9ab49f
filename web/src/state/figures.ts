// Numbers as the page writes them.
export const number = new Intl.NumberFormat('en')
export const count = (n: number, one: string, many = `${one}s`): string =>
  `${number.format(n)} ${n === 1 ? one : many}`

export const megabytes = (n: number): string =>
  `${(n / 1_000_000).toFixed(n < 9_950_000 ? 1 : 0)} million`
