// Finds dead links in the built site: the generator checks pages but not anchors.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';

/** `page -> target` for each link or image that leads nowhere or outside the site's base. */
export function findDeadLinks(folder, base = '/') {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));
  const texts = new Map(files.map((file) => [file.replaceAll('\\', '/'), readFileSync(join(folder, file), 'utf8')]));
  const anchors = new Map([...texts].map(([page, text]) => [page, new Set(attributes(text, 'id'))]));
  return [...texts].flatMap(([page, text]) =>
    [...new Set([...attributes(text, 'href'), ...attributes(text, 'src')])]
      .filter((target) => isDead(target, page))
      .map((target) => `${page} -> ${target}`),
  );

  function isDead(target, page) {
    if (/^(https?|mailto|data):/.test(target)) return false;
    const [name, anchor] = target.split('#');
    if (name.startsWith('/') && !name.startsWith(base)) return true;
    const place = name.startsWith('/') ? name.slice(base.length) : posix.join(posix.dirname(page), name);
    const file = name === '' ? page : place === '' || place.endsWith('/') ? `${place}index.html` : place;
    const found = [file, `${file}.html`].find(
      (each) => existsSync(join(folder, each)) && statSync(join(folder, each)).isFile(),
    );
    if (found === undefined) return true;
    return (
      anchor !== undefined && anchor !== '' && anchors.has(found) && !anchors.get(found).has(decodeURIComponent(anchor))
    );
  }
}

const attributes = (text, name) =>
  [...text.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g'))].map(([, value]) => value.replaceAll('&amp;', '&'));
