import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { slug } from 'github-slugger';
import { defineConfig } from 'vitepress';
import { MENU, REST } from '../menu.mjs';

// Extensions of project files that are served as they are: links to them are left alone.
process.env.VITE_EXTRA_EXTENSIONS = 'sql,yml,py,sh,json,html';

const SAMPLE = 'sample-report';
const pages = new URL('../pages/', import.meta.url);

export default defineConfig({
  lang: 'en',
  title: 'tap-linkedin-pages',
  description: 'A Singer tap for LinkedIn Pages, with a sandbox to try it on',
  base: process.env.SITE_BASE ?? '/',
  srcDir: 'pages',
  outDir: 'dist',
  lastUpdated: false,
  // Anchors like GitHub's, so that links between pages work in both places.
  markdown: {
    anchor: { slugify: (text) => slug(text) },
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
  },
  themeConfig: {
    outline: [2, 3],
    search: {
      provider: 'local',
      options: { miniSearch: { searchOptions: { boost: { title: 4, text: 2, titles: 1 }, boostDocument } } },
    },
    sidebar: sidebar(),
    docFooter: { prev: false, next: false },
  },
});

/** People who search for a log message want to know what to do, which is on the errors page. Runs in the browser. */
function boostDocument(id) {
  return id.includes('/errors.html') ? 2 : 1;
}

function sidebar() {
  const there = readdirSync(pages, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => file.replaceAll('\\', '/').slice(0, -'.md'.length));
  const named = [...MENU, REST].flatMap((group) => group.pages);
  const others = there.filter((page) => !named.includes(page)).toSorted();
  return [...MENU, { ...REST, pages: [...others, ...REST.pages] }].map((group) => ({
    text: group.text,
    items: group.pages.filter((page) => page === SAMPLE || existsSync(new URL(`${page}.md`, pages))).map(item),
  }));
}

function item(page) {
  // Not a page of the site but a separate file.
  if (page === SAMPLE) return { text: 'A sample report', link: `/${page}.html`, target: '_blank' };
  if (page === 'index') return { text: 'Start', link: '/' };
  const [, heading = page] = /^# (.+)$/m.exec(readFileSync(new URL(`${page}.md`, pages), 'utf8')) ?? [];
  return { text: heading.replaceAll('`', ''), link: `/${page}` };
}
