// epubcheck-ts over many books in one process: a line for each that has an error or a warning, then a count.
// usage: node check-epubs.mjs FOLDER-WITH-NODE_MODULES LIST-OF-BOOKS
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';

const [tools, list] = process.argv.slice(2);
const { EpubCheck } = await import(pathToFileURL(join(tools, 'node_modules/@likecoin/epubcheck-ts/dist/index.js')));
const books = readFileSync(list, 'utf8').split('\n').filter(Boolean);
let bad = 0;
for (const book of books) {
  const result = await EpubCheck.validate(readFileSync(book));
  const problems = result.messages.filter(m => ['fatal', 'error', 'warning'].includes(m.severity));
  if (problems.length > 0) {
    bad++;
    console.log(`FAILED ${book}`);
    for (const m of problems.slice(0, 20)) console.log(`  ${m.severity} ${m.id} ${m.message} ${m.location?.path ?? ''}:${m.location?.line ?? ''}`);
  }
}
console.log(`epubcheck-ts: ${books.length - bad} passed, ${bad} failed`);
process.exit(bad === 0 ? 0 : 1);
