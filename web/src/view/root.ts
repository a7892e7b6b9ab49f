// The elements of the page: those that its HTML has, and those that each lens draws into.
import { words } from '../state/words'

const at = <T extends HTMLElement>(id: string) => document.getElementById(id) as T

export type Root = ReturnType<typeof createRoot>

export function createRoot() {
  const root = {
    masthead: at('masthead'),
    bar: at('bar'),
    notice: at('notice'),
    main: at('main'),
    notes: at('notes'),
    status: at('status'),
    firstRun: document.createElement('div'),
    read: document.createElement('section'),
    people: document.createElement('section'),
    differences: document.createElement('section'),
    batch: document.createElement('section'),
    yours: document.createElement('h2'),
    dialog: at<HTMLDialogElement>('keys'),
    export: at<HTMLDialogElement>('export'),
    share: at<HTMLDialogElement>('share'),
  }
  root.firstRun.className = 'first-run'
  root.read.className = 'read'
  root.read.tabIndex = 0
  root.read.ariaLabel = words.lens.read
  root.people.className = 'read people'
  root.people.tabIndex = 0
  root.people.ariaLabel = words.lens.people
  root.differences.className = 'differences'
  root.differences.ariaLabel = words.lens.differences
  root.batch.className = 'batch'
  root.batch.ariaLabel = words.batchLabel
  root.yours.className = 'column-head yours'
  root.yours.textContent = words.yours
  return root
}
