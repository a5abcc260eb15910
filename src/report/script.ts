import { createHash } from 'node:crypto';
import { LETTER_WORDS } from './picture.js';

/**
 * Shows the day and its state when somebody points at a picture, or moves over it with the arrow keys. Everything else
 * on the page works without it.
 */
export const SCRIPT = `
'use strict';
const WORDS = ${JSON.stringify(LETTER_WORDS)};
const said = document.getElementById('said');
const tip = document.getElementById('tip');
const format = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
for (const figure of document.querySelectorAll('figure.cover')) {
  const rows = JSON.parse(figure.querySelector('script').textContent);
  const first = Number(figure.dataset.from);
  const days = Number(figure.dataset.to) - first;
  const scroll = figure.querySelector('.scroll');
  const picture = figure.querySelector('svg');
  const cursor = figure.querySelector('.cursor');
  const tops = [];
  let height = 0;
  for (const row of rows) { tops.push(height); height += row[1]; }
  let at = { day: days - 1, row: 0 };
  scroll.scrollLeft = scroll.scrollWidth;
  const stateOf = ({ day, row }) => {
    let end = 0;
    for (const [, letter, length] of rows[row][2].matchAll(/([a-z])(\\d+)/g)) {
      end += Number(length);
      if (day < end) return WORDS[letter];
    }
    return WORDS.z;
  };
  const show = (place, { aloud }) => {
    at = place;
    const words = rows[at.row][0] + ', ' + format.format((first + at.day) * 864e5) + ': ' + stateOf(at);
    const box = picture.getBoundingClientRect();
    const [left, top] = [(at.day / days) * box.width, tops[at.row]];
    cursor.hidden = false;
    cursor.style.cssText = 'left:' + left + 'px;top:' + (picture.offsetTop + top) + 'px;width:' + Math.max(3, box.width / days) + 'px;height:' + rows[at.row][1] + 'px';
    tip.textContent = words;
    tip.hidden = false;
    const width = tip.offsetWidth;
    const x = Math.min(Math.max(8, box.left + left - width / 2), document.documentElement.clientWidth - width - 8);
    const y = box.top + top - tip.offsetHeight - 10;
    tip.style.cssText = 'left:' + x + 'px;top:' + (y < 4 ? box.top + top + rows[at.row][1] + 10 : y) + 'px';
    if (aloud) said.textContent = words;
  };
  const hide = () => { cursor.hidden = true; tip.hidden = true; };
  picture.addEventListener('pointermove', (event) => {
    const box = picture.getBoundingClientRect();
    const day = Math.min(days - 1, Math.max(0, Math.floor(((event.clientX - box.left) / box.width) * days)));
    const y = event.clientY - box.top;
    const row = Math.max(0, tops.findLastIndex((top) => top <= y));
    if (rows.length > 0) show({ day, row }, { aloud: false });
  });
  picture.addEventListener('pointerleave', () => { if (document.activeElement !== scroll) hide(); });
  scroll.addEventListener('blur', hide);
  scroll.addEventListener('keydown', (event) => {
    if (rows.length === 0) return;
    const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1], PageUp: [0, -10], PageDown: [0, 10], Home: [-days, 0], End: [days, 0] }[event.key];
    if (event.key === 'Escape') hide();
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const far = event.shiftKey ? 7 : 1;
    const day = Math.min(days - 1, Math.max(0, at.day + step[0] * far));
    const row = Math.min(rows.length - 1, Math.max(0, at.row + step[1]));
    const width = picture.getBoundingClientRect().width;
    const x = (day / days) * width;
    if (x < scroll.scrollLeft + 20 || x > scroll.scrollLeft + scroll.clientWidth - 20) scroll.scrollLeft = x - scroll.clientWidth / 2;
    show({ day, row }, { aloud: true });
    cursor.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });
}
addEventListener('scroll', () => { tip.hidden = true; }, { passive: true });
`;

/** Allows this script and styles, and nothing else: whatever a name contains, none of it runs or is fetched. */
export function contentSecurityPolicy(): string {
  const hash = createHash('sha256').update(SCRIPT).digest('base64');
  return `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
}
