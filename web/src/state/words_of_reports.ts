// The strings of the view of two reports; everything else is in words.ts.
import { count } from './figures'

export const reportWords = {
  asReports: 'As two reports',
  asVersions: 'As versions',
  disagree: 'They disagree',
  onlyYours: 'Only in yours',
  onlyOther: 'Only in the other',
  onlyHere: 'Only here',
  inBoth: 'In both',
  noConflict: 'No contradiction was found.',
  voices: 'Who is quoted',
  speaker: 'Who',
  yours: 'Yours',
  other: 'The other',
  nobody: 'nobody named',
  share: (quotes: number, share: number) =>
    quotes === 0 ? '—' : `${count(quotes, 'passage')}, ${Math.round(share * 100)}\u00a0%`,
  borrowed: 'The same words',
  borrowedWords: (n: number, exact: boolean) =>
    exact ? count(n, 'word') : `${count(n, 'word')}, few changed`,
  telling: 'How they tell it',
  order: (same: number) =>
    `${Math.round(same * 100)} % of the shared statements come in the same order.`,
  findings: (n: number) => count(n, 'finding'),
  summary: (conflicts: number, a: number, b: number, both: number) =>
    `${count(conflicts, 'contradiction')} · ${a} only in yours · ${b} only in the other · ${both} in both`,
  notThere: 'nothing',
}
