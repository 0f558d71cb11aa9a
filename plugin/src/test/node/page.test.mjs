// Opens the pages of the folder in PAGES in Chromium (CHROMIUM is its program); run by node --test.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright-core';

/** What Jenkins sends with what a build made (hudson.model.DirectoryBrowserSupport.CSP). */
const JENKINS = "sandbox; default-src 'none'; img-src 'self'; style-src 'self';";

const file = (name) => join(process.env.PAGES, name);
let browser;

before(async () => {
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox'] });
});
after(() => browser?.close());

/** Opens a page and hears everything that it says and asks for. */
const opened = async (name, { hash = '', ...options } = {}) => {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const heard = [];
  page.on('console', (message) => heard.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => heard.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => { heard.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  const address = pathToFileURL(file(name)).href;
  page.on('request', (one) => one.url() === address + hash || heard.push(`asks: ${one.url()}`));
  await page.goto(address + hash);
  return { page, heard };
};
const shown = (page) => page.locator('article:visible').count();

for (const name of ['verdicts.html', 'hostile.html', 'fleet.html', 'refused.html']) {
  test(`${name} says nothing to the console and asks for nothing`, async () => {
    const { heard } = await opened(name);

    assert.deepEqual(heard, []);
  });

  for (const colorScheme of ['light', 'dark']) {
    test(`each text of ${name} stands out from what is behind it in ${colorScheme}`, async () => {
      const { page } = await opened(name, { colorScheme });

      assert.deepEqual(await page.evaluate(faint), []);
    });
  }

  for (const width of [320, 1920]) {
    test(`${name} fits into a window of ${width} pixels`, async () => {
      const { page } = await opened(name, { viewport: { width, height: 800 } });

      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= width, `${wide} wide`);
    });
  }
}

test('no text of a server becomes an element or runs', async () => {
  const { page, heard } = await opened('hostile.html');

  assert.deepEqual(heard, []);
  assert.equal(await page.locator('img, iframe, object, b, article a:not([href^="#"])').count(), 0);
  assert.equal(await page.locator('script').count(), 1);
  assert.equal(await page.evaluate(() => window.harmed), undefined);
  assert.match(await page.locator('main').innerText(), /<script>window\.harmed=1<\/script>/);
});

test('each filter leaves what it names, and all come back', async () => {
  const { page } = await opened('verdicts.html');
  const all = await shown(page);

  for (const [name, value, left] of [['severity', 'warning', 2], ['verdict', 'unclear', 1]]) {
    await page.selectOption(`[name=${name}]`, value);
    assert.equal(await shown(page), left, name);
    assert.equal(await page.locator('output').innerText(), `${left} of ${all} shown`);
    await page.selectOption(`[name=${name}]`, '');
  }
  await page.fill('[name=host]', 'ex02');
  assert.equal(await shown(page), 3);
  await page.fill('[name=text]', 'old RELAY');
  assert.equal(await shown(page), 1);
  await page.click('#filters button');
  assert.equal(await shown(page), all);
});

test('the filter of kinds leaves one kind', async () => {
  const { page } = await opened('verdicts.html');
  const all = await shown(page);

  await page.selectOption('[name=kind]', 'receiveConnectors');
  assert.equal(await shown(page), all);
});

test('of a group the hosts that are meant are left, unfolded', async () => {
  const { page } = await opened('fleet.html');

  await page.fill('[name=host]', 'ex00005');

  assert.ok(await shown(page) > 0);
  assert.deepEqual([...new Set(await page.locator('.hosts li:visible').allInnerTexts())], ['EX00005']);
});

test('a link leads to a host that is folded, whatever the filters leave', async () => {
  const first = await opened('fleet.html');
  const id = await first.page.locator('.hosts li').last().getAttribute('id');
  const { page } = await opened('fleet.html', { hash: `#${id}` });
  assert.ok(await page.locator(`[id="${id}"]`).isVisible());

  await page.evaluate(() => { location.hash = ''; });
  await page.fill('[name=text]', 'nothing has this');
  assert.equal(await shown(page), 0);
  await page.evaluate((one) => { location.hash = one; }, id);

  await page.locator(`[id="${id}"]`).waitFor({ state: 'visible' });
});

test('everything is reached by the keyboard', async () => {
  const { page } = await opened('fleet.html');
  const reached = new Set();

  for (let i = 0; i < 20; i++) {
    await page.keyboard.press('Tab');
    reached.add(await page.evaluate(() => document.activeElement.name || document.activeElement.localName));
  }

  for (const one of ['host', 'kind', 'severity', 'verdict', 'text', 'button', 'summary']) {
    assert.ok(reached.has(one), `${one} among ${[...reached]}`);
  }
});

test('paper shows what is folded', async () => {
  const { page } = await opened('fleet.html');

  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));

  assert.equal(await page.locator('details:not([open])').count(), 0);
});

test('under the policy of Jenkins all can be read, and nothing is offered that does nothing', async () => {
  const server = createServer((request, response) => {
    response.writeHead(200, { 'content-type': 'text/html', 'content-security-policy': JENKINS });
    response.end(readFileSync(file('verdicts.html')));
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${server.address().port}/report.html`);

    const text = await page.locator('body').innerText();
    for (const one of ['Relay: unclear', 'mvn relay:doctor', 'Not read', 'EX01\\SQL Relay', 'TarpitInterval']) {
      assert.ok(text.includes(one), one);
    }
    assert.equal(await page.locator('#filters').isVisible(), false);
    assert.equal(await page.locator('body').evaluate((body) => getComputedStyle(body).maxWidth), 'none');
  } finally {
    server.close();
  }
});

/** Texts with a contrast below 4.5 (WCAG 2.2, success criterion 1.4.3); runs in the page. */
function faint() {
  const channels = (color) => color.match(/[\d.]+/g).map(Number);
  const light = (color) => {
    const [r, g, b] = channels(color).map((c) => c / 255)
      .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => {
    for (let one = element; one; one = one.parentElement) {
      const color = getComputedStyle(one).backgroundColor;
      if (channels(color)[3] !== 0) return color;
    }
    return 'rgb(255, 255, 255)';
  };
  const found = [];
  for (const element of document.querySelectorAll('body *')) {
    const own = [...element.childNodes].some((one) => one.nodeType === 3 && one.data.trim());
    if (!own || !element.checkVisibility()) continue;
    const [a, b] = [light(getComputedStyle(element).color), light(behind(element))].sort((x, y) => y - x);
    const contrast = (a + 0.05) / (b + 0.05);
    if (contrast < 4.5) found.push(`${element.localName} ${contrast.toFixed(2)}: ${element.textContent.slice(0, 40)}`);
  }
  return found;
}
