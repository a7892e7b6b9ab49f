/** How many words the page says that a text has: what blanks part. */
export const countWords = (text: string): number => text.match(/\S+/g)?.length ?? 0
