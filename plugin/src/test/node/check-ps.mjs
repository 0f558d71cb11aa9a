// Reads a PowerShell script on standard input; prints the place of each syntax error, if any.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Language, Parser } from 'web-tree-sitter';

const require = createRequire(import.meta.url);
await Parser.init();
const grammar = require.resolve('tree-sitter-powershell/tree-sitter-powershell.wasm');
const parser = new Parser();
parser.setLanguage(await Language.load(readFileSync(grammar)));

const tree = parser.parse(readFileSync(0, 'utf8').replaceAll('\r\n', '\n'));
const report = (node) => {
  if (node.isError || node.isMissing) {
    const { row, column } = node.startPosition;
    console.log(`${row + 1}:${column + 1} ${node.isMissing ? 'missing ' + node.type : 'error'}`);
  }
  node.children.forEach((child) => child && report(child));
};
report(tree.rootNode);
