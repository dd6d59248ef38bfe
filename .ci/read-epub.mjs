// Opens books in epub.js inside headless Chromium, as a reader would: every page is displayed, and what it shows is counted.
// usage: node read-epub.mjs FOLDER-WITH-NODE_MODULES CHROMIUM BOOK...
// Fails when a page cannot be displayed, a picture does not load, the contents are empty, or the book shows no figure with a caption.
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, basename } from 'node:path';

const [tools, chromium, ...books] = process.argv.slice(2);
const require = createRequire(join(tools, 'package.json'));
const puppeteer = require('puppeteer-core');
const files = {
  '/jszip.js': readFileSync(join(tools, 'node_modules/jszip/dist/jszip.min.js')),
  '/epub.js': readFileSync(join(tools, 'node_modules/epubjs/dist/epub.min.js')),
  '/': '<!doctype html><script src="/jszip.js"></script><script src="/epub.js"></script><div id="page" style="width:800px;height:1000px"></div>',
};
books.forEach((book, i) => { files[`/${i}.epub`] = readFileSync(book); });
const server = createServer((request, response) => {
  const body = files[request.url];
  response.writeHead(body ? 200 : 404, { 'content-type': request.url.endsWith('.js') ? 'text/javascript' : request.url === '/' ? 'text/html' : 'application/epub+zip' });
  response.end(body ?? '');
});
await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
const address = `http://127.0.0.1:${server.address().port}`;
const browser = await puppeteer.launch({ executablePath: chromium, args: ['--no-sandbox', '--disable-gpu'] });
let bad = 0;
for (let i = 0; i < books.length; i++) {
  const page = await browser.newPage();
  const errors = [];
  page.on('pageerror', error => errors.push(String(error)));
  await page.goto(address);
  const seen = await page.evaluate(async url => {
    const book = ePub(url);
    await book.ready;
    const contents = book.navigation.toc.flatMap(entry => [entry, ...entry.subitems]);
    const view = book.renderTo('page', { flow: 'scrolled-doc', width: 800, height: 1000, allowScriptedContent: true });
    const result = { title: book.packaging.metadata.title, pages: 0, contents: contents.length, figures: 0, captions: 0, pictures: 0, broken: 0, lost: [] };
    for (const item of book.spine.spineItems) {
      await view.display(item.href);
      result.pages++;
      for (const shown of view.getContents()) {
        const images = [...shown.document.querySelectorAll('img')];
        await Promise.all(images.map(image => image.complete ? null : new Promise(done => { image.onload = image.onerror = done; })));
        result.pictures += images.length;
        result.broken += images.filter(image => !image.naturalWidth).length;
        result.figures += shown.document.querySelectorAll('figure').length;
        result.captions += [...shown.document.querySelectorAll('figure figcaption')].filter(caption => caption.getBoundingClientRect().height > 0).length;
      }
    }
    for (const entry of contents) if (!book.spine.get(entry.href)) result.lost.push(entry.href);
    return result;
  }, `/${i}.epub`);
  const good = errors.length === 0 && seen.broken === 0 && seen.lost.length === 0 && seen.contents > 0 && seen.captions > 0;
  bad += good ? 0 : 1;
  console.log(`${good ? '' : 'FAILED '}${basename(books[i])}: ${JSON.stringify(seen)} ${errors.join('; ')}`);
  await page.close();
}
await browser.close();
server.close();
console.log(`epub.js: ${books.length - bad} passed, ${bad} failed`);
process.exit(bad === 0 ? 0 : 1);
