import { expect, test } from 'vitest';
import { all, parseXml, textOf } from '../helpers/xml.ts';

test('the reader that tests use reads elements, values, entities and text', () => {
  const root = parseXml('<?xml version="1.0"?>\n<a:x n="1 &amp; 2"><b/>one &lt;&#65;&#x42;<c><b>two</b></c></a:x>');
  expect(root.attributes).toEqual({ n: '1 & 2' });
  expect(all(root, 'b').map((element) => textOf(element))).toEqual(['', 'two']);
  expect(textOf(root)).toBe('one <ABtwo');
});

test.each([
  ['<a><b></a></b>', 'elements that cross'],
  ['<a><b></a>', 'one that is not closed'],
  ['<a/></a>', 'one that is closed twice'],
  ['<a/><b/>', 'two roots'],
  ['<a>&nbsp;</a>', 'an entity of HTML'],
  ['<a>& b</a>', 'a bare ampersand'],
  ['<a b="<"/>', 'a bracket in a value'],
  ["<a b='1'/>", 'single quotes, which our writers never use'],
  ['<a b="1" b="2"/>', 'a value twice'],
  ['<a>\u0001</a>', 'a control character'],
  ['<a>\uD83D</a>', 'half a letter'],
  ['text', 'no element'],
])('and refuses %j: %s', (xml) => {
  expect(() => parseXml(xml)).toThrow();
});
