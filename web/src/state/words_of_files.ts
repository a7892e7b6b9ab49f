// The strings of all that comes and goes as a file or a link: batches, export, sharing.
import { count, number } from './figures'

export const filesWords = {
  lineOf: (n: number) => `Line ${number.format(n)}`,
  lineWithoutText: 'This line has no article under “text”.',
  figure: (n: number) => number.format(n),
  batchTitle: (n: number) => count(n, 'article'),
  batchProgress: (n: number, all: number) => `${number.format(n)} of ${number.format(all)} read …`,
  batchDone: (n: number, all: number) =>
    n === all ? 'All are read.' : `${number.format(n)} of ${number.format(all)} could be read.`,
  batchLabel: 'Articles read',
  batchName: 'Name',
  batchWords: 'Words',
  batchOpen: 'To decide',
  batchSum: 'All',
  files: (n: number) => `Files ${number.format(n)}`,
  cancel: 'Cancel',
  exportAll: 'Export all',
  toText: 'Back to the text',
  export: 'Export…',
  exportTitle: 'Export',
  exportArticle: 'The article, as you decided',
  exportDifferences: 'The differences',
  exportPreview: 'How it begins',
  offsetUnits: {
    utf16: 'Offsets count UTF-16 units, as JavaScript does.',
    asked: 'Offsets count UTF-16 units, as JavaScript does.',
    codepoint: 'Offsets count code points, as Python does.',
    byte: 'Offsets count bytes of UTF-8.',
    none: 'It has no offsets.',
  } as { readonly [unit: string]: string },
  fileSize: (bytes: number) =>
    bytes < 1000
      ? `${count(bytes, 'byte')}.`
      : `${number.format(Math.round(bytes / 1000))}\u00a0KB.`,
  docBin: 'As a DocBin, with Python',
  docBinScript: `import json, spacy
from spacy.tokens import Doc, DocBin

vocab = spacy.blank("en").vocab
file = open("article.json", encoding="utf-8")
doc = Doc(vocab).from_json(json.load(file))
DocBin(docs=[doc]).to_disk("article.spacy")`,
  previewOfText: 'Shown is its text.',
  print: 'Print…',
  printed: (back: number, all: number) =>
    `${new Date().toLocaleDateString('en', { dateStyle: 'long' })} · ${number.format(back)} of ${count(all, 'repair')} put back`,
  exportFailed: (reason: string) => `It could not be written: ${reason}.`,
  share: 'Share…',
  shareTitle: 'Share',
  shareLink: 'A link that holds the text',
  linkAbout:
    'The text is in the link itself: whoever has the link can read it. It is sent to nobody by making it.',
  linkLong: (n: number) =>
    `The text is in the link itself: whoever has the link can read it. It has ${number.format(n)} characters; some mail and chat programs cut such links off.`,
  linkTooLong: (n: number) =>
    `The text is too long for a link (${number.format(n)} characters). Share it as a file.`,
  linkBroken: (reason: string) => `The link could not be read: ${reason}. It may be cut off.`,
  saidLink: 'The text of the link is open.',
  shareFile: 'This page as one file, with the text inside',
  fileAbout:
    'It opens in any browser, without a network, and cannot send anything: its own policy forbids it.',
  fileRestores: 'With what finds lost words: 2.7 MB and not 1.5',
  saveFile: 'Save the file',
  keepHere: 'On this device',
  keepAbout:
    'The text is forgotten when its tab is closed. Kept, it stays in this browser, for whoever opens this page with it. It is sent to nobody either way.',
  keepSwitch: 'Keep it in this browser until I say otherwise',
  saidKeeps: 'The text is kept on this device.',
  saidKeepsNot: 'The text is forgotten when this tab is closed.',
  makingFile: 'Making the file …',
  notSaved: (reason: string) => `The file could not be made: ${reason}.`,
  offlineReady: 'works offline now',
  newVersion: 'new version: reload',
  save: 'Save',
  copyIt: 'Copy',
}
